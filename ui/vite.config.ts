import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { messages } from './paraglide.config.js';
import { plainIcons } from './scripts/plain-icons.js';

// A module a message, so that each part of the app brings only its own; for checks one file is quicker.
const ofEach = { ...messages, outputStructure: 'message-modules' as const };

export default defineConfig(({ mode }) => ({
  // Tests compile the messages beforehand: the plugin's watcher would keep them from ending.
  plugins: [plainIcons(), svelte(), ...(mode === 'test' ? [] : [paraglideVitePlugin(ofEach)])],
  // Relative, so that the app's own protocol serves it from wherever it likes.
  base: './',
  clearScreen: false,
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
  build: {
    outDir: 'dist',
    target: ['es2022', 'safari16.4'],
    // What the first module needs is asked for with it, and not once it has been read.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      // What a start needs is one file: each that is asked for costs the first cells some milliseconds.
      output: { codeSplitting: { groups: [{ name: 'start', test: /src[\\/]main\.ts$/ }] } },
    },
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
