// What a user does to the columns, by mouse, key or menu.
import { type Arrangement, putBefore, resize } from './grid/arrangement';
import { keptWidth } from './grid/widths';
import { layout } from './layout.svelte';
import type { Worksheet } from './worksheet';

/** How far one press of a key goes. */
const STEP = 16;

type Arranged = Pick<Worksheet, 'sheet' | 'view'>;

function arrange(
  { sheet }: Arranged,
  col: number,
  change: (before: Arrangement, key: string) => Arrangement,
) {
  layout.arrange(change(layout.columns, sheet.columns.at(col).key));
}

/** Sets the width of a column, in pixels on the screen. */
export function resizeColumn(worksheet: Arranged, col: number, width: number): void {
  arrange(worksheet, col, (before, key) => resize(before, key, keptWidth(width)));
}

export function widenColumn(worksheet: Arranged, col: number, by: -1 | 1): void {
  arrange(worksheet, col, (before, key) => {
    // The page may not have drawn the width that the key before this one has set.
    const width = before.widths[key] ?? keptWidth(worksheet.view.widthOf(col));
    return resize(before, key, width + by * STEP);
  });
}

/** Makes a column as wide as what it shows. */
export function fitColumn(worksheet: Arranged, col: number): void {
  resizeColumn(worksheet, col, worksheet.view.fittingWidth(col));
}

/** Puts a column before another, or past the last one. */
export function moveColumn(worksheet: Arranged, col: number, before: number): void {
  const next = worksheet.sheet.columns.shown[before]?.key ?? null;
  arrange(worksheet, col, (arrangement, key) => putBefore(arrangement, key, next, layout.known));
}
