import { tick } from 'svelte';
import { columnOf } from '../features/matrix/grid/columns';
import { matrix } from '../features/matrix/matrix.svelte';
import { commands, type TaskDetail, type ViewSpec } from '../ipc/bindings';
import { m } from '../paraglide/messages';
import { navigation } from '../state/navigation.svelte';
import { ask } from '../state/run';
import { session } from '../state/session.svelte';
import { toasts } from '../state/toasts.svelte';

const EVERYTHING: ViewSpec = { sort: [], filters: [], text: '', group: null, collapsed: [] };

/** Shows a task in the matrix, selected and with its panel open, wherever it was chosen. */
export async function openTask(id: string): Promise<void> {
  const task = await shown(id);
  if (task?.row == null) return;
  navigation.go('matrix');
  matrix.panelOpen = true;
  await tick();
  // A sheet that was just made scrolls to a row only once it has been drawn.
  await new Promise(requestAnimationFrame);
  matrix.worksheet?.view.goTo({ row: task.row, col: columnOf('name') });
}

/** Returns a task in its row; where the view hides it, all tasks are shown, and that is said. */
async function shown(id: string): Promise<TaskDetail | null> {
  const task = await ask(commands.task(id));
  if (!task || task.row !== null) return task;
  const status = await ask(commands.showView(EVERYTHING));
  if (!status) return null;
  session.stands(status);
  toasts.show(m.shell_view_cleared());
  return ask(commands.task(id));
}
