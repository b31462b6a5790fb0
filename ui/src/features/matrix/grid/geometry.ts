// Where rows and cells are, in pixels measured from the page: pure arithmetic.

import { columnAt } from './columns';
import type { Area, Cell } from './selection';

export type Rect = { left: number; top: number; width: number; height: number };

export type Metrics = {
  row: number;
  header: number;
  /** Left edge and width of every column. */
  columns: readonly { left: number; width: number }[];
  /** Right edge of the pinned columns. */
  pinned: number;
};

export type Viewport = { top: number; left: number; width: number; height: number };

/** Returns the first and last row in view, with some more on either side. */
export function visibleRows(
  { row }: Metrics,
  view: Viewport,
  count: number,
  extra: number,
): { first: number; last: number } {
  if (row <= 0) return { first: 0, last: -1 };
  const first = Math.max(Math.floor(view.top / row) - extra, 0);
  const last = Math.min(Math.ceil((view.top + view.height) / row) + extra, count - 1);
  return { first, last };
}

/** Returns how many rows a page key goes. */
export function rowsPerPage({ row, header }: Metrics, view: Viewport): number {
  return row <= 0 ? 1 : Math.max(Math.floor((view.height - header) / row) - 1, 1);
}

function edges(metrics: Metrics, col: number, view: Viewport): { left: number; right: number } {
  const { left, width } = metrics.columns[col] ?? { left: 0, width: 0 };
  const shift = columnAt(col).pinned ? view.left : 0;
  return { left: left + shift, right: left + shift + width };
}

/** Returns the rectangle of a cell in the scrolled content, below the header. */
export function rectOf(metrics: Metrics, view: Viewport, { row, col }: Cell): Rect {
  const { left, right } = edges(metrics, col, view);
  return { left, top: metrics.header + row * metrics.row, width: right - left, height: metrics.row };
}

/** Returns the rectangle of an area; where it is partly pinned, from the pinned edge to the scrolled one. */
export function rectOfArea(metrics: Metrics, view: Viewport, area: Area): Rect {
  const { left } = edges(metrics, area.left, view);
  const { right } = edges(metrics, area.right, view);
  const hidden = columnAt(area.right).pinned ? 0 : view.left + metrics.pinned;
  const end = Math.max(right, Math.min(hidden, left + metrics.pinned));
  return {
    left,
    top: metrics.header + area.top * metrics.row,
    width: Math.max(end - left, 0),
    height: (area.bottom - area.top + 1) * metrics.row,
  };
}

/** Returns what is in view of an area, measured from the corner of the view; clear of header and pinned columns. */
export function inView(metrics: Metrics, view: Viewport, area: Area): Rect {
  const rect = rectOfArea(metrics, view, area);
  const edge = columnAt(area.left).pinned ? 0 : metrics.pinned;
  const left = Math.max(rect.left - view.left, edge);
  const top = Math.max(rect.top - view.top, metrics.header);
  const right = Math.min(rect.left + rect.width - view.left, view.width);
  const bottom = Math.min(rect.top + rect.height - view.top, view.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** Returns where to scroll so that a cell is in full view, clear of the header and the pinned columns. */
export function scrollTo(
  metrics: Metrics,
  view: Viewport,
  { row, col }: Cell,
): { top: number; left: number } {
  const top = row * metrics.row;
  const bottom = top + metrics.row + metrics.header;
  let { top: y, left: x } = view;
  if (top < y) y = top;
  else if (bottom > y + view.height) y = bottom - view.height;
  if (!columnAt(col).pinned) {
    const { left, width } = metrics.columns[col] ?? { left: 0, width: 0 };
    if (left - metrics.pinned < x) x = left - metrics.pinned;
    else if (left + width > x + view.width) x = Math.min(left + width - view.width, left - metrics.pinned);
  }
  return { top: Math.max(y, 0), left: Math.max(x, 0) };
}

/** Returns the cell under a point of the scrolled content; the header counts as the first row. */
export function cellAt(metrics: Metrics, view: Viewport, x: number, y: number, rows: number): Cell {
  const row = Math.min(Math.max(Math.floor((y - metrics.header) / Math.max(metrics.row, 1)), 0), rows - 1);
  const inPinned = x - view.left < metrics.pinned;
  const sheetX = inPinned ? x - view.left : x;
  const col = metrics.columns.findIndex(({ left, width }) => sheetX < left + width);
  return { row, col: col < 0 ? metrics.columns.length - 1 : col };
}
