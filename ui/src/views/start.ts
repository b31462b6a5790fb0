import { listenForShortcuts } from '../actions/keys';
import { registry, runAction } from '../actions/registry.svelte';
import { importDroppedFile } from '../features/import/importing.svelte';
import { commands } from '../ipc/bindings';
import { on } from '../ipc/client';
import { navigation } from '../state/navigation.svelte';
import { ask } from '../state/run';
import { session } from '../state/session.svelte';
import { registerActions } from './actions';
import { fetchLater } from './later';

/** Wires keys and events, then asks the app where things stand; the returned function unwires. */
export function start(): () => void {
  registerActions();
  const stops = [
    listenForShortcuts(window, {
      actions: registry.actions,
      run: runAction,
      blocked: () => navigation.overlay !== null,
    }),
    on('job-progress', (job) => {
      session.job = job.finished ? null : job;
    }),
    on('workspace-opened', (opening) => session.opened(opening)),
    on('workspace-trouble', (trouble) => session.troubled(trouble)),
    on('file-dropped', importDroppedFile),
    on('menu-action', (id) => void runAction(id)),
  ];
  void ask(commands.start()).then((answer) => {
    if (answer) session.begin(answer);
    fetchLater();
  });
  return () => {
    for (const stop of stops) stop();
  };
}
