import { listen } from '@tauri-apps/api/event';
import type { CommandError, FileDropped, JobProgress, Opening, Start, Trouble } from './bindings';

type Events = {
  'job-progress': JobProgress;
  'workspace-opened': Opening;
  'workspace-trouble': Trouble;
  'file-dropped': FileDropped;
  'menu-action': string;
  'window-closing': null;
};

/** Calls `handler` with every such event; the returned function stops that. */
export function on<Name extends keyof Events>(
  name: Name,
  handler: (payload: Events[Name]) => void,
): () => void {
  const stopping = listen<Events[Name]>(name, (event) => handler(event.payload));
  return () => void stopping.then((stop) => stop());
}

/** Takes what the app served within the page; a page that came without it has to ask. */
export function takeServed(): Start | null {
  const block = document.getElementById('start');
  block?.remove();
  return block?.textContent ? JSON.parse(block.textContent) : null;
}

/** Whether what a command rejected with is its own error, and not a fault of the page. */
export function isCommandError(thrown: unknown): thrown is CommandError {
  return typeof thrown === 'object' && thrown !== null && 'kind' in thrown && 'message' in thrown;
}
