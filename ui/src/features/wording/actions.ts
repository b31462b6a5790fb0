import Languages from '@lucide/svelte/icons/languages';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';

export const wordingActions: Action[] = [
  {
    id: 'edit_wording',
    label: m.wording_action,
    group: 'matrix',
    icon: Languages,
    enabled: () => session.workspace !== null,
    run: () => navigation.show('wording'),
  },
];
