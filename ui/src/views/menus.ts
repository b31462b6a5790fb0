import type { Action } from '../actions/action';
import { shortcutKeys } from '../actions/keys';
import { isEnabled, registry, runAction } from '../actions/registry.svelte';
import type { Recent } from '../ipc/bindings';
import { m } from '../paraglide/messages';
import type { MenuEntry } from '../shared/menu';
import { session } from '../state/session.svelte';

const WORKSPACE_MENU = [
  ['new_workspace', 'open_workspace'],
  ['duplicate_workspace', 'save_copy', 'show_backups', 'check_workspace', 'export_history'],
  ['close_workspace'],
];

const MORE_MENU = [
  ['import_file', 'paste_table', 'add_reference_tasks', 'export_worksheet'],
  ['find_replace', 'find_duplicates', 'own_columns', 'edit_wording'],
  ['new_card', 'card_from_task', 'import_card'],
  ['new_plan'],
  ['show_preferences', 'show_shortcuts', 'show_about'],
];

const RECENTS_SHOWN = 5;

/** Returns the first shortcut of an action as keys to show, if it has one. */
export function keysOf(action: Action | undefined): string[] | undefined {
  const shortcut = action?.shortcuts?.[0];
  return shortcut ? shortcutKeys(shortcut, session.platform === 'macos') : undefined;
}

export function workspaceMenu(openRecent: (recent: Recent) => void): MenuEntry[] {
  const recents = session.recents.filter((recent) => !recent.missing).slice(0, RECENTS_SHOWN);
  const entries = recents.map(
    (recent): MenuEntry => ({
      type: 'item',
      id: `recent-${recent.id}`,
      label: recent.name,
      note: recent.folder,
      enabled: true,
      run: () => openRecent(recent),
    }),
  );
  if (entries.length === 0) return fromTable(WORKSPACE_MENU);
  return [
    ...fromTable(WORKSPACE_MENU),
    { type: 'separator', id: 'recents-separator' },
    { type: 'heading', id: 'recents', label: m.shell_recents() },
    ...entries,
  ];
}

export function moreMenu(): MenuEntry[] {
  return fromTable(MORE_MENU);
}

function fromTable(sections: string[][]): MenuEntry[] {
  return sections.flatMap((ids, place) => {
    const items = ids.flatMap((id) => {
      const action = registry.find(id);
      return action ? [toEntry(action)] : [];
    });
    const separator: MenuEntry = { type: 'separator', id: `separator-${place}` };
    return place === 0 ? items : [separator, ...items];
  });
}

function toEntry(action: Action): MenuEntry {
  return {
    type: 'item',
    id: action.id,
    label: action.label(),
    icon: action.icon,
    keys: keysOf(action),
    enabled: isEnabled(action),
    run: () => void runAction(action.id),
  };
}
