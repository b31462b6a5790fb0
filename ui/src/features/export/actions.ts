import FileOutput from '@lucide/svelte/icons/file-output';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';

export const exportActions: Action[] = [
  {
    id: 'export_worksheet',
    label: m.export_action,
    group: 'matrix',
    shortcuts: ['$mod+e'],
    icon: FileOutput,
    enabled: () => session.workspace !== null,
    run: () => navigation.show('export'),
  },
];
