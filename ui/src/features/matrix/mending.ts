// Finds the next cell that holds a refused text, a window of rows at a time.
import type { RowWindow } from '../../ipc/bindings';
import { COLUMNS, columnOf } from './grid/columns';
import type { Cell } from './grid/selection';

const WINDOW = 500;

/** Returns the first refused cell after a cell, going round past the last row; nothing where there is none. */
export async function nextToMend(
  rows: (first: number, count: number) => Promise<RowWindow>,
  from: Cell,
  total: number,
): Promise<Cell | null> {
  const after = await search(rows, from, total);
  return after ?? search(rows, { row: 0, col: -1 }, Math.min(from.row + 1, total));
}

async function search(
  rows: (first: number, count: number) => Promise<RowWindow>,
  from: Cell,
  end: number,
): Promise<Cell | null> {
  for (let first = from.row; first < end; first += WINDOW) {
    const found = await rows(first, Math.min(WINDOW, end - first));
    for (const [place, row] of found.rows.entries()) {
      const columns = row.rejected
        .flatMap(({ field }) => COLUMNS.find((column) => column.field === field)?.field ?? [])
        .map(columnOf)
        .sort((a, b) => a - b);
      const here = first + place;
      const col = columns.find((candidate) => here > from.row || candidate > from.col);
      if (col !== undefined) return { row: here, col };
    }
  }
  return null;
}
