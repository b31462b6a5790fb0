// What a start does not need. It comes once the first screen stands, so that no key press has to wait for it.
import type { Component } from 'svelte';
import { matrix } from '../features/matrix/matrix.svelte';
import type { Overlay } from '../state/navigation.svelte';

type Module = Promise<{ default: Component }>;

/** The palette is no part of this: whoever opens it types on at once. */
export const overlays = {
  shortcuts: (): Module => import('./ShortcutsSheet.svelte'),
  preferences: (): Module => import('../features/preferences/Preferences.svelte'),
  about: (): Module => import('./About.svelte'),
  backups: (): Module => import('../features/backups/Backups.svelte'),
  check: (): Module => import('../features/backups/CheckWorkspace.svelte'),
  reference: (): Module => import('../features/reference/ReferenceTasks.svelte'),
  paste: (): Module => import('../features/import/PasteTable.svelte'),
  replace: (): Module => import('../features/replace/Replace.svelte'),
  duplicates: (): Module => import('../features/duplicates/Duplicates.svelte'),
  export: (): Module => import('../features/export/ExportDialog.svelte'),
  columns: (): Module => import('../features/columns/OwnColumns.svelte'),
  new_card: (): Module => import('../features/cards/NewCard.svelte'),
  new_plan: (): Module => import('../features/rollout/NewPlan.svelte'),
  wording: (): Module => import('../features/wording/Wording.svelte'),
} satisfies Record<Exclude<Overlay, 'palette'>, () => Module>;

const REST: (() => Promise<unknown>)[] = [
  () => import('./openTask'),
  () => matrix.fetchAround(),
  () => import('../shared/MenuList.svelte'),
  () => import('../shared/FloatingPanel.svelte'),
  () => import('../features/matrix/FilterPanel.svelte'),
  () => import('../features/matrix/DecideRows.svelte'),
  () => import('../features/matrix/SetRows.svelte'),
  () => import('../features/scoring/Scoring.svelte'),
  () => import('../features/portfolio/Portfolio.svelte'),
  () => import('../features/cards/Cards.svelte'),
  () => import('../features/rollout/Rollout.svelte'),
  () => import('../features/guardrails/Guardrails.svelte'),
  () => import('../features/history/History.svelte'),
  () => import('../features/import/Import.svelte'),
];

/** Fetches the rest. */
export function fetchLater(): void {
  for (const fetch of [...REST, ...Object.values(overlays)]) void fetch();
}
