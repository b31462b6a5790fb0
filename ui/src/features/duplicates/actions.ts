import CopyCheck from '@lucide/svelte/icons/copy-check';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';

export const duplicateActions: Action[] = [
  {
    id: 'find_duplicates',
    label: m.duplicates_action,
    group: 'matrix',
    icon: CopyCheck,
    enabled: () => (session.status?.summary.total ?? 0) > 1,
    run: () => navigation.show('duplicates'),
  },
];
