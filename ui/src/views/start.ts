import { listenForShortcuts } from '../actions/keys';
import { registry, runAction } from '../actions/registry.svelte';
import { importDroppedFile } from '../features/import/importing.svelte';
import { commands } from '../ipc/bindings';
import { on } from '../ipc/client';
import { firstFrame } from '../state/firstFrame.svelte';
import { navigation } from '../state/navigation.svelte';
import { ask } from '../state/run';
import { session } from '../state/session.svelte';
import { fetchLater } from './later';

/** Wires keys and events, and asks where things stand if the page does not know; the returned function unwires. */
export function start(): () => void {
  const stops = [
    listenForShortcuts(window, {
      actions: registry.actions,
      run: runAction,
      blocked: () => navigation.overlay !== null,
    }),
  ];
  let isStopped = false;
  void comeIn().then(() => {
    if (!isStopped) stops.push(...listen());
  });
  return () => {
    isStopped = true;
    for (const stop of stops) stop();
  };
}

async function comeIn(): Promise<void> {
  if (!session.started) {
    const answer = await ask(commands.start());
    if (answer) session.begin(answer);
  }
  await firstFrame.over;
  requestAnimationFrame(() => setTimeout(fetchLater));
}

function listen(): (() => void)[] {
  return [
    on('job-progress', (job) => {
      session.job = job.finished ? null : job;
    }),
    on('workspace-opened', (opening) => session.opened(opening)),
    on('workspace-trouble', (trouble) => session.troubled(trouble)),
    on('file-dropped', importDroppedFile),
    on('menu-action', (id) => void runAction(id)),
  ];
}
