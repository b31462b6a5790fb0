import Replace from '@lucide/svelte/icons/replace';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';

export const replaceActions: Action[] = [
  {
    id: 'find_replace',
    label: m.replace_action,
    group: 'matrix',
    shortcuts: ['$mod+h'],
    whileTyping: true,
    icon: Replace,
    enabled: () => session.workspace !== null,
    run: () => navigation.show('replace'),
  },
];
