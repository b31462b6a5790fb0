// The menus above the sheet: which view is shown, and what its rows are grouped by.
import Check from '@lucide/svelte/icons/check';
import { commands, type SavedView } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import type { MenuEntry } from '../../shared/menu';
import { run } from '../../state/run';
import { isSameArrangement } from './grid/arrangement';
import type { Column } from './grid/columns';
import { layout, readArranged, textOf } from './layout.svelte';
import { matrix } from './matrix.svelte';
import { foldAll, show, showAgain } from './showing';
import { groupBy, isSameView } from './spec';

const GROUPED_BY = ['lane', 'owner', 'tags', 'channels'];

/** Returns whether rows can be gathered under the values of a column. */
export function canGroup({ key, kind }: Column): boolean {
  return GROUPED_BY.includes(key) || (key.startsWith('custom:') && kind === 'text');
}

export function groupName(): string {
  return layout.columnOf(layout.spec.group)?.title() ?? m.matrix_group_none();
}

export function groupMenu(): MenuEntry[] {
  const { group } = layout.spec;
  const columns = layout.known.filter(canGroup);
  const fold: MenuEntry[] = [
    { type: 'separator', id: 'before-fold' },
    item('fold', m.matrix_group_fold_all(), false, () => foldAll(true)),
    item('unfold', m.matrix_group_unfold_all(), false, () => foldAll(false)),
  ];
  return [
    item('none', m.matrix_group_stop(), group === null, () => void show(groupBy(layout.spec, null))),
    ...columns.map((column) =>
      item(
        column.key,
        column.title(),
        group === column.wire,
        () => void show(groupBy(layout.spec, column.wire)),
      ),
    ),
    ...(group === null ? [] : fold),
  ];
}

/** Returns whether the chosen view has been changed since it was saved. */
export function isChanged(view: SavedView): boolean {
  const { spec, columns } = readArranged(view.spec);
  return (
    !isSameView(spec, { ...layout.spec, text: '' }) ||
    !isSameArrangement(columns, layout.columns, layout.known)
  );
}

export function viewMenu(views: readonly SavedView[], writable: boolean): MenuEntry[] {
  const chosen = views.find(({ id }) => id === layout.viewId);
  const own: MenuEntry[] = chosen
    ? [
        item('update', m.matrix_view_update({ name: chosen.name }), false, () => update(chosen), {
          enabled: writable && isChanged(chosen),
        }),
        item('rename', m.matrix_view_rename({ name: chosen.name }), false, () => nameView(chosen), {
          enabled: writable,
        }),
        item('delete', m.matrix_view_delete({ name: chosen.name }), false, () => remove(chosen), {
          enabled: writable,
        }),
      ]
    : [];
  return [
    item('all', m.matrix_view_all(), layout.viewId === null, () => choose(null)),
    ...views.map((view) => item(view.id, view.name, view === chosen, () => choose(view))),
    { type: 'separator', id: 'before-save' },
    item('save', m.matrix_view_save_as(), false, () => nameView(null), { enabled: writable }),
    ...own,
  ];
}

function item(
  id: string,
  label: string,
  isChosen: boolean,
  act: () => void,
  { enabled = true }: { enabled?: boolean } = {},
): MenuEntry {
  return { type: 'item', id, label, icon: isChosen ? Check : undefined, enabled, run: act };
}

function choose(view: SavedView | null): void {
  layout.choose(view && { id: view.id, ...readArranged(view.spec) });
  void showAgain();
}

function nameView(view: SavedView | null): void {
  matrix.naming = { view };
}

function update(view: SavedView): void {
  void run(commands.saveView(view.id, view.name, textOf(layout)), { toast: 'always' });
}

function remove(view: SavedView): void {
  layout.name(null);
  void run(commands.deleteView(view.id), { toast: 'always' });
}
