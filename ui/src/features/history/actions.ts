import FileDown from '@lucide/svelte/icons/file-down';
import type { Action } from '../../actions/action';
import { commands, type HistoryFilter } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { ask } from '../../state/run';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';
import { EVERYTHING } from '../../trail/trail.svelte';

export async function exportHistory(filter: HistoryFilter): Promise<void> {
  const exported = await ask(commands.exportHistory(filter));
  if (!exported) return;
  const { changes: count, fileName: file, folder } = exported;
  toasts.show(m.history_exported({ count, file, folder }));
}

export const historyActions: Action[] = [
  {
    id: 'export_history',
    label: m.history_action_export,
    group: 'workspace',
    icon: FileDown,
    enabled: () => session.workspace !== null,
    run: () => exportHistory(EVERYTHING),
  },
];
