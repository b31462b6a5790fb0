import ListChecks from '@lucide/svelte/icons/list-checks';
import type { Action } from '../../actions/action';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { session } from '../../state/session.svelte';
import { scoring } from './scoring.svelte';
import type { SetKind } from './wording';

function enter(wished: SetKind | null): void {
  if (navigation.place !== 'scoring') scoring.from = navigation.place;
  scoring.wished = wished;
  scoring.pause();
  navigation.go('scoring');
}

/** Goes back to where the user was. */
export function leave(): void {
  scoring.pause();
  navigation.go(scoring.from);
}

/** Keys that the screen itself takes: listed in the shortcuts sheet. */
function onScreen(id: string, label: () => string, ...shortcuts: string[]): Action {
  return {
    id,
    label,
    group: 'scoring',
    shortcuts,
    keysHandledElsewhere: true,
    enabled: () => false,
    run: () => {},
  };
}

export const scoringActions: Action[] = [
  {
    id: 'score_one_by_one',
    label: m.scoring_action,
    group: 'scoring',
    shortcuts: ['$mod+Shift+g'],
    icon: ListChecks,
    enabled: () => session.workspace !== null,
    run: () => enter(null),
  },
  {
    id: 'score_top',
    label: m.scoring_action_top,
    group: 'scoring',
    enabled: () => session.workspace !== null,
    run: () => enter('top_by_volume'),
  },
  onScreen('scoring_choose', m.scoring_key_choose, '1', '2', '3', '4', '5'),
  onScreen('scoring_walk', m.scoring_key_walk, 'ArrowUp', 'ArrowDown'),
  onScreen('scoring_back', m.scoring_key_back, 'ArrowLeft', 'Backspace'),
  onScreen('scoring_skip', m.scoring_key_skip, 'ArrowRight', 's'),
  onScreen('scoring_why', m.scoring_key_why, 'w'),
  onScreen('scoring_next_task', m.scoring_key_next, 'n'),
  onScreen('scoring_leave', m.scoring_key_leave, 'Escape'),
];
