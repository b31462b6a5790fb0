import { listenForShortcuts } from '../actions/keys';
import { registry, runAction } from '../actions/registry.svelte';
import { importDroppedFile } from '../features/import/importing.svelte';
import { on } from '../ipc/client';
import { navigation } from '../state/navigation.svelte';
import { session } from '../state/session.svelte';
import { leave } from './leave';

/** Listens to the keys and to the backend; the returned function ends that. */
export function listen(): () => void {
  const stops = [
    listenForShortcuts(window, {
      actions: registry.actions,
      run: runAction,
      // A key must not act under a dialog, nor on what it is about.
      blocked: () => navigation.overlay !== null || document.querySelector('dialog[open]') !== null,
    }),
    on('job-progress', (job) => {
      session.job = job.finished ? null : job;
    }),
    on('workspace-opened', (opening) => session.opened(opening)),
    on('workspace-trouble', (trouble) => session.troubled(trouble)),
    on('file-dropped', importDroppedFile),
    on('window-closing', () => void leave()),
    on('menu-action', (id) => void runAction(id)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
