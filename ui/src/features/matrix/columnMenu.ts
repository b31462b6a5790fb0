// What can be done with a column from its header.
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import EyeOff from '@lucide/svelte/icons/eye-off';
import MoveHorizontal from '@lucide/svelte/icons/move-horizontal';
import Pin from '@lucide/svelte/icons/pin';
import PinOff from '@lucide/svelte/icons/pin-off';
import type { Component } from 'svelte';
import { m } from '../../paraglide/messages';
import type { MenuEntry } from '../../shared/menu';
import { fitColumn } from './arranging';
import { canHide, freezeThrough, hide, shift } from './grid/arrangement';
import { FIRST_COLUMN } from './grid/columns';
import { layout } from './layout.svelte';
import { matrix } from './matrix.svelte';
import type { Worksheet } from './worksheet';

export function columnMenu(
  worksheet: Worksheet,
  col: number,
  keysOf: (shortcut: string) => string[],
): MenuEntry[] {
  const { columns } = worksheet.sheet;
  const column = columns.at(col);
  const { key } = column;
  const isLastFrozen = col === columns.frozen - 1;
  return [
    entry('left', m.matrix_column_move_left(), ArrowLeft, col > FIRST_COLUMN, () =>
      layout.arrange(shift(layout.columns, key, -1)),
    ),
    entry('right', m.matrix_column_move_right(), ArrowRight, col < columns.last, () =>
      layout.arrange(shift(layout.columns, key, 1)),
    ),
    isLastFrozen
      ? entry('unfreeze', m.matrix_column_unfreeze(), PinOff, true, () =>
          layout.arrange(freezeThrough(layout.columns, null)),
        )
      : entry('freeze', m.matrix_column_freeze(), Pin, true, () =>
          layout.arrange(freezeThrough(layout.columns, key)),
        ),
    { type: 'separator', id: 'before-width' },
    entry('fit', m.matrix_column_fit(), undefined, true, () => fitColumn(worksheet, col)),
    {
      ...entry('width', m.matrix_column_width(), MoveHorizontal, true, () => {
        matrix.widthOf = col;
      }),
      keys: keysOf('Alt+Shift+ArrowRight'),
    },
    { type: 'separator', id: 'before-hide' },
    entry('hide', m.matrix_column_hide(), EyeOff, canHide(column), () =>
      layout.arrange(hide(layout.columns, key)),
    ),
  ];
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
