// Finds the next cell that holds a refused text, a window of rows at a time.
import type { RowWindow } from '../../ipc/bindings';
import type { Columns } from './grid/columns';
import type { Cell } from './grid/selection';

const WINDOW = 500;

export type Refused = { row: number; key: string };

/** Returns the first refused cell after a cell, going round past the last row; nothing where there is none. */
export async function nextToMend(
  rows: (first: number, count: number) => Promise<RowWindow>,
  from: Cell,
  total: number,
  columns: Columns,
): Promise<Refused | null> {
  const after = await search(rows, from, total, columns);
  return after ?? search(rows, { row: 0, col: -1 }, Math.min(from.row + 1, total), columns);
}

async function search(
  rows: (first: number, count: number) => Promise<RowWindow>,
  from: Cell,
  end: number,
  columns: Columns,
): Promise<Refused | null> {
  // Hidden columns come after those that are shown.
  const place = (key: string) => columns.placeOf(key) ?? columns.last + 1;
  for (let first = from.row; first < end; first += WINDOW) {
    const found = await rows(first, Math.min(WINDOW, end - first));
    for (const [offset, { rejected }] of found.rows.entries()) {
      const row = first + offset;
      const keys = rejected.map(({ field }) => field).sort((a, b) => place(a) - place(b));
      const key = keys.find((candidate) => row > from.row || place(candidate) > from.col);
      if (key !== undefined) return { row, key };
    }
  }
  return null;
}
