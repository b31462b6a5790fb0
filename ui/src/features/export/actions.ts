import FileOutput from '@lucide/svelte/icons/file-output';
import type { Action } from '../../actions/action';
import { commands } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { ask } from '../../state/run';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';

async function exportWorksheet(): Promise<void> {
  const exported = await ask(commands.exportWorksheet());
  if (!exported) return;
  const { tasks: count, fileName: file, folder } = exported;
  toasts.show(m.export_done({ count, file, folder }));
}

export const exportActions: Action[] = [
  {
    id: 'export_worksheet',
    label: m.export_action,
    group: 'matrix',
    shortcuts: ['$mod+e'],
    icon: FileOutput,
    enabled: () => (session.status?.summary.total ?? 0) > 0,
    run: exportWorksheet,
  },
];
