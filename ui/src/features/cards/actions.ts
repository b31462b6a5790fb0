import FileBadge from '@lucide/svelte/icons/file-badge';
import FilePlus from '@lucide/svelte/icons/file-plus-2';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';
import { APPROVAL, cards, MISSING, VERSIONS } from './cards.svelte';

const inEditor = () => navigation.place === 'cards' && navigation.card !== null;

function page(id: string, label: () => string, to: string): Action {
  return {
    id,
    label,
    group: 'cards',
    enabled: inEditor,
    run: () => {
      cards.page = to;
    },
  };
}

export const cardActions: Action[] = [
  {
    id: 'go_cards',
    label: m.cards_action_go,
    group: 'go',
    shortcuts: ['$mod+4'],
    icon: FileBadge,
    enabled: () => session.workspace !== null,
    run: () => navigation.go('cards'),
  },
  {
    id: 'new_card',
    label: m.cards_action_new,
    group: 'cards',
    icon: FilePlus,
    enabled: () => session.writable,
    run: () => navigation.show('new_card'),
  },
  {
    id: 'import_card',
    label: m.cards_import,
    group: 'cards',
    enabled: () => session.writable,
    run: () => void cards.take(),
  },
  page('card_missing', m.cards_action_missing, MISSING),
  page('card_versions', m.cards_action_versions, VERSIONS),
  page('card_approval', m.cards_action_approval, APPROVAL),
  {
    id: 'card_preview',
    label: () => (cards.hasPreview ? m.cards_preview_hide() : m.cards_preview_show()),
    group: 'cards',
    enabled: inEditor,
    run: () => {
      cards.hasPreview = !cards.hasPreview;
    },
  },
];
