import Columns from '@lucide/svelte/icons/columns-3-cog';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';

export const columnActions: Action[] = [
  {
    id: 'own_columns',
    label: m.columns_action,
    group: 'matrix',
    icon: Columns,
    enabled: () => session.workspace !== null,
    run: () => navigation.show('columns'),
  },
];
