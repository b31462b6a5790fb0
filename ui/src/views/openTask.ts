import { tick } from 'svelte';
import { matrix } from '../features/matrix/matrix.svelte';
import { show } from '../features/matrix/showing';
import { PLAIN_VIEW } from '../features/matrix/spec';
import { commands, type TaskDetail } from '../ipc/bindings';
import { m } from '../paraglide/messages';
import { navigation } from '../state/navigation.svelte';
import { ask } from '../state/run';
import { toasts } from '../state/toasts.svelte';

/** Shows a task in the matrix, selected and with its panel open, wherever it was chosen. */
export async function openTask(id: string): Promise<void> {
  const task = await shown(id);
  if (task?.row == null) return;
  navigation.go('matrix');
  matrix.panelOpen = true;
  await tick();
  // A sheet that was just made scrolls to a row only once it has been drawn.
  await new Promise(requestAnimationFrame);
  matrix.worksheet?.view.goTo({ row: task.row, col: matrix.worksheet.sheet.nameColumn });
}

/** Returns a task in its row; where the view hides it, all tasks are shown, and that is said. */
async function shown(id: string): Promise<TaskDetail | null> {
  const task = await ask(commands.task(id));
  if (!task || task.row !== null) return task;
  await show(PLAIN_VIEW);
  toasts.show(m.shell_view_cleared());
  return ask(commands.task(id));
}
