// Where rows and cells are, in pixels measured from the page: pure arithmetic.
import type { Lines } from './lines';
import type { Area, Cell } from './selection';

export type Rect = { left: number; top: number; width: number; height: number };

export type Metrics = {
  row: number;
  header: number;
  /** Left edge and width of every column. */
  columns: readonly { left: number; width: number }[];
  /** How many of the leading columns stay in view while the rest is scrolled sideways. */
  frozen: number;
  /** Right edge of those. */
  pinned: number;
  lines: Lines;
};

export type Viewport = { top: number; left: number; width: number; height: number };

/** The most of the view that columns may take that stay in it. */
const MOST_PINNED = 0.7;

/** Returns how many of the columns that should stay in view can: the rest must remain within reach. */
export function frozenThatFit(columns: Metrics['columns'], frozen: number, viewWidth: number): number {
  const fits = ({ left, width }: { left: number; width: number }) => left + width <= viewWidth * MOST_PINNED;
  const tooMany = columns.slice(0, frozen).findIndex((column) => !fits(column));
  return tooMany < 0 ? frozen : Math.max(tooMany, 1);
}

/** Returns the first and last line in view, with some more on either side. */
export function visibleLines(
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

/** Returns how many lines there can be in view at once, wherever it is scrolled to, with some more on either side. */
export function mostLines({ row }: Metrics, view: Viewport, extra: number): number {
  return row <= 0 ? 0 : Math.ceil(view.height / row) + 2 + 2 * extra;
}

/** Returns how many rows a page key goes. */
export function rowsPerPage({ row, header }: Metrics, view: Viewport): number {
  return row <= 0 ? 1 : Math.max(Math.floor((view.height - header) / row) - 1, 1);
}

function edges(metrics: Metrics, col: number, view: Viewport): { left: number; right: number } {
  const { left, width } = metrics.columns[col] ?? { left: 0, width: 0 };
  const shift = col < metrics.frozen ? view.left : 0;
  return { left: left + shift, right: left + shift + width };
}

/** Returns the top edge of a row in the scrolled content, below the header. */
export function topOf({ header, row: height, lines }: Metrics, row: number): number {
  return header + lines.ofRow(row) * height;
}

/** Returns the rectangle of a cell in the scrolled content, below the header. */
export function rectOf(metrics: Metrics, view: Viewport, { row, col }: Cell): Rect {
  const { left, right } = edges(metrics, col, view);
  return { left, top: topOf(metrics, row), width: right - left, height: metrics.row };
}

/** Returns the rectangle of an area; where it is partly pinned, from the pinned edge to the scrolled one. */
export function rectOfArea(metrics: Metrics, view: Viewport, area: Area): Rect {
  const { left } = edges(metrics, area.left, view);
  const { right } = edges(metrics, area.right, view);
  const hidden = area.right < metrics.frozen ? 0 : view.left + metrics.pinned;
  const end = Math.max(right, Math.min(hidden, left + metrics.pinned));
  const top = topOf(metrics, area.top);
  return {
    left,
    top,
    width: Math.max(end - left, 0),
    height: topOf(metrics, area.bottom) + metrics.row - top,
  };
}

/** Returns what is in view of an area, measured from the corner of the view; clear of header and pinned columns. */
export function inView(metrics: Metrics, view: Viewport, area: Area): Rect {
  const rect = rectOfArea(metrics, view, area);
  const edge = area.left < metrics.frozen ? 0 : metrics.pinned;
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
  const bottom = topOf(metrics, row) + metrics.row;
  const top = bottom - metrics.row - metrics.header;
  let { top: y, left: x } = view;
  // The heading of the very first group comes into view with its first row.
  if (top < y) y = row === 0 ? 0 : top;
  else if (bottom > y + view.height) y = bottom - view.height;
  if (col >= metrics.frozen) {
    const { left, width } = metrics.columns[col] ?? { left: 0, width: 0 };
    if (left - metrics.pinned < x) x = left - metrics.pinned;
    else if (left + width > x + view.width) x = Math.min(left + width - view.width, left - metrics.pinned);
  }
  return { top: Math.max(y, 0), left: Math.max(x, 0) };
}

/** Returns the column under a point of the scrolled content. */
function columnAt(metrics: Metrics, view: Viewport, x: number): number {
  const inPinned = x - view.left < metrics.pinned;
  const sheetX = inPinned ? x - view.left : x;
  const col = metrics.columns.findIndex(({ left, width }) => sheetX < left + width);
  return col < 0 ? metrics.columns.length - 1 : col;
}

/** Returns the column before which one that is dragged to a point would land; one past the last for the end. */
export function gapAt(metrics: Metrics, view: Viewport, x: number): number {
  const col = columnAt(metrics, view, x);
  const { left, right } = edges(metrics, col, view);
  return x < (left + right) / 2 ? col : col + 1;
}

/** Returns the left edge of a column in the scrolled content, or the right one of the last. */
export function edgeOf(metrics: Metrics, view: Viewport, col: number): number {
  return col < metrics.columns.length
    ? edges(metrics, col, view).left
    : edges(metrics, metrics.columns.length - 1, view).right;
}

/** Returns the cell under a point of the scrolled content; the header counts as the first row. */
export function cellAt(metrics: Metrics, view: Viewport, x: number, y: number, rows: number): Cell {
  const line = Math.max(Math.floor((y - metrics.header) / Math.max(metrics.row, 1)), 0);
  const row = Math.min(metrics.lines.rowAt(line), rows - 1);
  return { row, col: columnAt(metrics, view, x) };
}
