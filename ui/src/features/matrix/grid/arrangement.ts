// How the user has arranged the columns: order, widths, what is hidden, what stays in view. Pure values, named by
// keys alone, so that an arrangement outlives the columns it speaks of.
import { type Column, Columns, HIDDEN_BY_STANDARD, STANDARD_COLUMNS } from './columns';

export type Arrangement = {
  /** The keys from left to right. One that it does not name stands where it would by standard. */
  order: readonly string[];
  hidden: readonly string[];
  /** In pixels at a text size of 100 %. */
  widths: Readonly<Record<string, number>>;
  /** How many columns stay in view, hidden ones included. */
  frozen: number;
};

/** The task's name stays in view. */
export const STANDARD: Arrangement = { order: [], hidden: HIDDEN_BY_STANDARD, widths: {}, frozen: 1 };

export const NARROWEST = 32;
export const WIDEST = 960;

/** Without its name a task cannot be told from the others. */
export function canHide({ kind }: Column): boolean {
  return kind !== 'name';
}

/** Returns all columns from left to right, hidden ones included. */
export function inOrder({ order }: Arrangement, known: readonly Column[]): Column[] {
  const placed = order.flatMap((key) => known.find((column) => column.key === key) ?? []);
  for (const [index, column] of known.entries()) {
    if (placed.includes(column)) continue;
    const before = known[index - 1];
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, column);
  }
  return placed;
}

export function isHidden({ hidden }: Arrangement, column: Column): boolean {
  return canHide(column) && hidden.includes(column.key);
}

/** Returns the columns that an arrangement shows. */
export function columnsOf(arrangement: Arrangement, known: readonly Column[] = STANDARD_COLUMNS): Columns {
  const all = inOrder(arrangement, known);
  const isShown = (column: Column) => !isHidden(arrangement, column);
  const frozen = all.slice(0, arrangement.frozen).filter(isShown).length;
  return new Columns(all.filter(isShown), frozen, arrangement.widths);
}

/** Sets a width, or gives the standard one back. */
export function resize(arrangement: Arrangement, key: string, width: number | null): Arrangement {
  const { [key]: _, ...others } = arrangement.widths;
  if (width === null) return { ...arrangement, widths: others };
  const kept = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
  return { ...arrangement, widths: { ...others, [key]: kept } };
}

export function hide(arrangement: Arrangement, key: string): Arrangement {
  return { ...arrangement, hidden: [...arrangement.hidden.filter((other) => other !== key), key] };
}

export function show(arrangement: Arrangement, key: string): Arrangement {
  if (!arrangement.hidden.includes(key)) return arrangement;
  return { ...arrangement, hidden: arrangement.hidden.filter((other) => other !== key) };
}

/**
 * Puts a column before another, or last. The edge of what stays in view goes along: a column that is put among
 * those that stay, stays; one that is taken out from among them does not.
 */
export function putBefore(
  arrangement: Arrangement,
  key: string,
  before: string | null,
  known: readonly Column[] = STANDARD_COLUMNS,
): Arrangement {
  const order = inOrder(arrangement, known).map((column) => column.key);
  const from = order.indexOf(key);
  const to = before === null ? order.length : order.indexOf(before);
  if (from < 0 || to < 0 || to === from || to === from + 1) return arrangement;
  const without = order.filter((other) => other !== key);
  without.splice(to > from ? to - 1 : to, 0, key);
  const wasFrozen = from < arrangement.frozen;
  const isFrozen = wasFrozen ? to <= arrangement.frozen : to < arrangement.frozen;
  return {
    ...arrangement,
    order: without,
    frozen: arrangement.frozen + Number(isFrozen) - Number(wasFrozen),
  };
}

/** Moves a column past the next shown one on its left (-1) or right (1). */
export function shift(
  arrangement: Arrangement,
  key: string,
  by: -1 | 1,
  known: readonly Column[] = STANDARD_COLUMNS,
): Arrangement {
  const shown = inOrder(arrangement, known).filter((column) => !isHidden(arrangement, column));
  return shiftAmong(arrangement, shown, key, by, known);
}

/** Moves a column past its neighbour in a list that holds it. */
export function shiftAmong(
  arrangement: Arrangement,
  list: readonly Column[],
  key: string,
  by: -1 | 1,
  known: readonly Column[] = STANDARD_COLUMNS,
): Arrangement {
  const from = list.findIndex((column) => column.key === key);
  if (from < 0 || from + by < 0 || from + by >= list.length) return arrangement;
  return putBefore(arrangement, key, list[by < 0 ? from - 1 : from + 2]?.key ?? null, known);
}

/** Keeps the columns up to one in view; none but the row number for null. */
export function freezeThrough(
  arrangement: Arrangement,
  key: string | null,
  known: readonly Column[] = STANDARD_COLUMNS,
): Arrangement {
  const frozen = inOrder(arrangement, known).findIndex((column) => column.key === key) + 1;
  return { ...arrangement, frozen };
}

/** Returns whether two arrangements show the same, whatever is written down of them. */
export function isSameArrangement(
  a: Arrangement,
  b: Arrangement,
  known: readonly Column[] = STANDARD_COLUMNS,
): boolean {
  const seen = (arrangement: Arrangement) => {
    const { widths, frozen } = arrangement;
    const all = inOrder(arrangement, known);
    return JSON.stringify([
      frozen,
      all.map((column) => [column.key, isHidden(arrangement, column), widths[column.key] ?? null]),
    ]);
  };
  return seen(a) === seen(b);
}

/** Reads an arrangement back. What cannot be read is as it would be by standard. */
export function readArrangement(found: unknown): Arrangement {
  if (typeof found !== 'object' || found === null) return STANDARD;
  const { order, hidden, widths, frozen } = found as Record<string, unknown>;
  const kept = typeof widths === 'object' && widths !== null ? Object.entries(widths) : [];
  const read: Arrangement = {
    order: texts(order),
    hidden: texts(hidden),
    widths: {},
    frozen: Number.isInteger(frozen) && Number(frozen) >= 0 ? Number(frozen) : STANDARD.frozen,
  };
  return kept.reduce(
    (sofar, [key, width]) => (typeof width === 'number' && width > 0 ? resize(sofar, key, width) : sofar),
    read,
  );
}

function texts(found: unknown): string[] {
  return Array.isArray(found) ? found.filter((entry) => typeof entry === 'string') : [];
}
