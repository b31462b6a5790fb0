import type { Workspace } from '../ipc/bindings';
import { m } from '../paraglide/messages';
import { clock } from '../shared/time';

/** Says in one line whether everything is saved and what the workspace holds. */
export function standing(workspace: Workspace, isSaving: boolean, now: Date): string {
  const { savedAt, summary } = workspace.status;
  const tasks =
    summary.unscored > 0
      ? m.shell_tasks_unscored({ count: summary.total, unscored: summary.unscored })
      : m.lane_count({ count: summary.total });
  return `${saved(workspace, savedAt, isSaving, now)} · ${tasks}`;
}

function saved(workspace: Workspace, savedAt: string | null, isSaving: boolean, now: Date): string {
  if (workspace.readOnly !== null) return m.shell_read_only();
  if (isSaving) return m.shell_saving();
  return savedAt === null ? m.shell_saved_nothing() : m.shell_saved({ time: clock(savedAt, now) });
}
