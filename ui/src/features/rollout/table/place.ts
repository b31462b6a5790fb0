import { COLUMNS } from './columns';
import type { Intent } from './keys';

/** A cell, its row and its column counted from 0. */
export type Place = { row: number; column: number };

/** Returns where a key leads among so many rows; nothing where it leads out of the table. */
export function placeAfter(
  { row, column }: Place,
  intent: Intent,
  rows: number,
  inView: number,
): Place | null {
  const lastRow = Math.max(0, rows - 1);
  const lastColumn = COLUMNS.length - 1;
  const within = (place: Place): Place => ({
    row: Math.max(0, Math.min(lastRow, place.row)),
    column: Math.max(0, Math.min(lastColumn, place.column)),
  });
  switch (intent.kind) {
    case 'move':
      return within({ row: row + intent.rows, column: column + intent.columns });
    case 'page':
      return within({ row: row + intent.by * Math.max(1, inView - 2), column });
    case 'end': {
      const isFirst = intent.at === 'first';
      const end = isFirst ? 0 : lastColumn;
      return intent.of === 'row' ? { row, column: end } : { row: isFirst ? 0 : lastRow, column: end };
    }
    case 'next': {
      const at = row * COLUMNS.length + column + intent.by;
      if (at < 0 || at >= rows * COLUMNS.length) return null;
      return { row: Math.floor(at / COLUMNS.length), column: at % COLUMNS.length };
    }
    default:
      return { row, column };
  }
}
