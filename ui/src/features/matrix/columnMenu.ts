// What can be done with a column from its header.
import ArrowDown from '@lucide/svelte/icons/arrow-down-narrow-wide';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowUp from '@lucide/svelte/icons/arrow-up-narrow-wide';
import EyeOff from '@lucide/svelte/icons/eye-off';
import Funnel from '@lucide/svelte/icons/funnel';
import FunnelX from '@lucide/svelte/icons/funnel-x';
import Group from '@lucide/svelte/icons/list-tree';
import MoveHorizontal from '@lucide/svelte/icons/move-horizontal';
import Pin from '@lucide/svelte/icons/pin';
import PinOff from '@lucide/svelte/icons/pin-off';
import type { Component } from 'svelte';
import type { ColumnKey } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import type { MenuEntry } from '../../shared/menu';
import { fitColumn } from './arranging';
import { canHide, freezeThrough, hide, shift } from './grid/arrangement';
import { type Column, FIRST_COLUMN } from './grid/columns';
import { layout } from './layout.svelte';
import { matrix } from './matrix.svelte';
import { show } from './showing';
import { filterBy, filterOf, groupBy, sortBy, thenBy, withoutSort } from './spec';
import { canGroup } from './viewMenus';
import type { Worksheet } from './worksheet';

export function columnMenu(
  worksheet: Worksheet,
  col: number,
  keysOf: (shortcut: string) => string[],
): MenuEntry[] {
  const column = worksheet.sheet.columns.at(col);
  const shown = column.wire === null ? [] : viewEntries(column, column.wire, col);
  return [...shown, ...placeEntries(worksheet, column, col), ...widthEntries(worksheet, column, col, keysOf)];
}

/** What changes which rows are shown, and in which order. */
function viewEntries(column: Column, wire: ColumnKey, col: number): MenuEntry[] {
  const { spec } = layout;
  const words = wordsOf(column);
  const others = spec.sort.some((key) => key.column !== wire);
  const isSorted = spec.sort.some((key) => key.column === wire);
  const sorts = [
    entry('sort-up', words.up(), ArrowUp, true, () => void show(sortBy(spec, wire, words.isReversed))),
    entry('sort-down', words.down(), ArrowDown, true, () => void show(sortBy(spec, wire, !words.isReversed))),
  ];
  const seconds = [
    entry('then-up', words.thenUp(), undefined, true, () => void show(thenBy(spec, wire, words.isReversed))),
    entry(
      'then-down',
      words.thenDown(),
      undefined,
      true,
      () => void show(thenBy(spec, wire, !words.isReversed)),
    ),
  ];
  const stop = entry(
    'unsort',
    m.matrix_sort_stop(),
    undefined,
    true,
    () => void show(withoutSort(spec, wire)),
  );
  const unfilter = entry(
    'unfilter',
    m.matrix_filter_stop(),
    FunnelX,
    true,
    () => void show(filterBy(spec, wire, null)),
  );
  const group = entry(
    'group',
    m.matrix_group_by_this(),
    Group,
    spec.group !== wire,
    () => void show(groupBy(spec, wire)),
  );
  return [
    ...sorts,
    ...(others ? seconds : []),
    ...(isSorted ? [stop] : []),
    { type: 'separator', id: 'before-filter' },
    entry('filter', m.matrix_filter(), Funnel, true, () => matrix.openFilter(col)),
    ...(filterOf(spec, wire) === null ? [] : [unfilter]),
    ...(canGroup(column) ? [group] : []),
    { type: 'separator', id: 'before-place' },
  ];
}

function placeEntries({ sheet }: Worksheet, column: Column, col: number): MenuEntry[] {
  const { columns } = sheet;
  const { key } = column;
  const isLastFrozen = col === columns.frozen - 1;
  return [
    entry('left', m.matrix_column_move_left(), ArrowLeft, col > FIRST_COLUMN, () =>
      layout.arrange(shift(layout.columns, key, -1, layout.known)),
    ),
    entry('right', m.matrix_column_move_right(), ArrowRight, col < columns.last, () =>
      layout.arrange(shift(layout.columns, key, 1, layout.known)),
    ),
    isLastFrozen
      ? entry('unfreeze', m.matrix_column_unfreeze(), PinOff, true, () =>
          layout.arrange(freezeThrough(layout.columns, null, layout.known)),
        )
      : entry('freeze', m.matrix_column_freeze(), Pin, true, () =>
          layout.arrange(freezeThrough(layout.columns, key, layout.known)),
        ),
    entry('hide', m.matrix_column_hide(), EyeOff, canHide(column), () =>
      layout.arrange(hide(layout.columns, key)),
    ),
  ];
}

function widthEntries(
  worksheet: Worksheet,
  column: Column,
  col: number,
  keysOf: (shortcut: string) => string[],
): MenuEntry[] {
  const width = entry('width', m.matrix_column_width(), MoveHorizontal, true, () => {
    matrix.resizing = column;
  });
  return [
    { type: 'separator', id: 'before-width' },
    entry('fit', m.matrix_column_fit(), undefined, true, () => fitColumn(worksheet, col)),
    { ...width, keys: keysOf('Alt+Shift+ArrowRight') },
  ];
}

type SortWords = {
  up: () => string;
  down: () => string;
  thenUp: () => string;
  thenDown: () => string;
  /** Whether the first of the two sorts from the greatest to the least. */
  isReversed: boolean;
};

function wordsOf({ kind }: Column): SortWords {
  if (kind === 'lane')
    return {
      up: m.matrix_sort_automate_first,
      down: m.matrix_sort_human_first,
      thenUp: m.matrix_then_automate_first,
      thenDown: m.matrix_then_human_first,
      isReversed: true,
    };
  if (kind === 'score' || kind === 'composite' || kind === 'figure')
    return {
      up: m.matrix_sort_low_to_high,
      down: m.matrix_sort_high_to_low,
      thenUp: m.matrix_then_low_to_high,
      thenDown: m.matrix_then_high_to_low,
      isReversed: false,
    };
  return {
    up: m.matrix_sort_a_to_z,
    down: m.matrix_sort_z_to_a,
    thenUp: m.matrix_then_a_to_z,
    thenDown: m.matrix_then_z_to_a,
    isReversed: false,
  };
}

function entry(
  id: string,
  label: string,
  icon: Component | undefined,
  enabled: boolean,
  run: () => void,
): MenuEntry & { type: 'item' } {
  return { type: 'item', id, label, icon, enabled, run };
}
