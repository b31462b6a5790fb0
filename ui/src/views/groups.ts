import type { Group } from '../actions/action';
import { m } from '../paraglide/messages';

/** The headings of menus, palette and shortcuts sheet. */
export const GROUP_NAMES = {
  workspace: m.group_workspace,
  edit: m.group_edit,
  matrix: m.group_matrix,
  scoring: m.group_scoring,
  cards: m.group_cards,
  rollout: m.group_rollout,
  go: m.group_go,
  app: m.group_app,
} satisfies Record<Group, () => string>;
