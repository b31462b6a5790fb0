// What a fill copies and how far.
import type { CellRange } from '../../../ipc/bindings';
import { canChange, rangeOf } from './clipboard';
import type { Columns } from './columns';
import type { Area } from './selection';

export type Fill = { source: CellRange; lastRow: number };

/** Returns what Ctrl+D does: the first row over the rest, or the value above into a single row. */
export function fillDownOf(area: Area, columns: Columns): Fill | null {
  const single = area.top === area.bottom;
  const sourceRow = single ? area.top - 1 : area.top;
  if (sourceRow < 0) return null;
  return fill({ ...area, top: sourceRow, bottom: sourceRow }, area.bottom, columns);
}

/** Returns what dragging the handle down to a row does; nothing while it is still inside the selection. */
export function fillTo(area: Area, row: number, tasks: number, columns: Columns): Fill | null {
  const lastRow = Math.min(row, tasks - 1);
  return lastRow > area.bottom ? fill(area, lastRow, columns) : null;
}

function fill(from: Area, lastRow: number, columns: Columns): Fill | null {
  return canChange(from, columns) ? { source: rangeOf(from, columns), lastRow } : null;
}
