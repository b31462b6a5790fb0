import BookMarked from '@lucide/svelte/icons/book-marked';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';

export const referenceActions: Action[] = [
  {
    id: 'add_reference_tasks',
    label: m.reference_action,
    group: 'matrix',
    icon: BookMarked,
    enabled: () => session.writable,
    run: () => navigation.show('reference'),
  },
];
