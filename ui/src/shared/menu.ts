import type { Component } from 'svelte';

type MenuItem = {
  type: 'item';
  id: string;
  label: string;
  /** A second, quieter line. */
  note?: string | undefined;
  icon?: Component | undefined;
  keys?: string[] | undefined;
  enabled: boolean;
  run: () => void;
};
export type MenuEntry =
  | MenuItem
  | { type: 'separator'; id: string }
  | { type: 'heading'; id: string; label: string };
