import type { Component } from 'svelte';

/** The headings under which menus, palette and shortcuts sheet list actions. */
export const GROUPS = ['workspace', 'edit', 'matrix', 'scoring', 'cards', 'rollout', 'go', 'app'] as const;
export type Group = (typeof GROUPS)[number];

/** One thing that a user can do: every menu, button, key and palette entry reads it from here. */
export type Action = {
  /** Stable: the native menu sends it too. */
  id: string;
  /** Read anew each time it is shown, so it may name what it acts on: "Undo paste". */
  label: () => string;
  group: Group;
  /** As tinykeys writes them: `$mod+Shift+z`, where `$mod` is Cmd on macOS and Ctrl elsewhere. */
  shortcuts?: readonly string[];
  /** Whether the shortcut also works while the user types in a field. */
  whileTyping?: boolean;
  /** Whether another part handles the keys: listed in the sheet, not bound here. */
  keysHandledElsewhere?: boolean;
  icon?: Component;
  /** True when absent. */
  enabled?: () => boolean;
  run: () => unknown;
};
