import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { messages } from './paraglide.config.js';

export default defineConfig(({ mode }) => ({
  // Tests compile the messages beforehand: the plugin's watcher would keep them from ending.
  plugins: mode === 'test' ? [svelte()] : [paraglideVitePlugin(messages), svelte()],
  // Relative, so that the app's own protocol serves it from wherever it likes.
  base: './',
  clearScreen: false,
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  build: {
    outDir: 'dist',
    target: ['es2022', 'safari16.4'],
    // The files come from the disk beside the app: nothing is gained by preloading or inlining.
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // Svelte has a build for servers; tests need the one for browsers.
  resolve: mode === 'test' ? { conditions: ['browser'] } : {},
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./tests/setup.ts'],
    restoreMocks: true,
    // The accessibility checks of a whole screen take seconds on a busy machine.
    testTimeout: 60_000,
  },
}));
