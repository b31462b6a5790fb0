import { matrix } from '../features/matrix/matrix.svelte';
import { commands } from '../ipc/bindings';
import { finishTyping } from '../shared/typing';
import { session } from '../state/session.svelte';

const A_MOMENT_MS = 10;

/** Lets the window close once everything that was typed is in the file. */
export async function leave(): Promise<void> {
  finishTyping();
  // What waits for a pause in typing is kept now.
  window.dispatchEvent(new Event('pagehide'));
  await matrix.worksheet?.changes.inTurn(async () => {});
  do await new Promise((come) => setTimeout(come, A_MOMENT_MS));
  while (session.pending > 0);
  await commands.closeWindow();
}
