// Taking hold of a column in the header: its edge to make it wider, its name to put it elsewhere.
import { FIRST_COLUMN } from './columns';
import { gapAt, type Metrics, type Viewport } from './geometry';
import type { Dragging } from './overlay';
import type { Cell } from './selection';
import type { Sheet } from './sheet';

export type Point = { x: number; y: number };

export type Drag = {
  /** The cell under the mouse, and where that is in the scrolled content. */
  move: (cell: Cell, point: Point) => void;
  drop: () => void;
  /** Whether rows come into view while the mouse rests above or below them. */
  scrollsRows: boolean;
};

export type ColumnHost = {
  /** Sets a width in pixels on the screen, again and again while the edge is dragged. */
  resize: (col: number, width: number) => void;
  /** Makes a column as wide as its content in view. */
  fit: (col: number) => void;
  /** Puts a column before another, or past the last one. */
  move: (col: number, before: number) => void;
  menu: (col: number) => void;
};

export type GripHost = {
  sheet: Sheet;
  columns: ColumnHost;
  metrics: () => Metrics;
  viewport: () => Viewport;
  revealColumn: (col: number) => void;
  dragging: (dragging: Dragging) => void;
};

/** A hand that trembles on a click moves nothing. */
const TREMBLE = 6;

export function resizing(host: GripHost, col: number, from: Point): Drag {
  const before = host.metrics().columns[col]?.width ?? 0;
  return {
    move: (_cell, { x }) => host.columns.resize(col, before + x - from.x),
    drop: () => {},
    scrollsRows: false,
  };
}

export function movingColumn(host: GripHost, col: number, from: Point): Drag {
  let before: number | null = null;
  return {
    move: (cell, { x }) => {
      if (before === null && Math.abs(x - from.x) < TREMBLE) return;
      before = Math.max(gapAt(host.metrics(), host.viewport(), x), FIRST_COLUMN);
      host.dragging({ type: 'column', before });
      host.revealColumn(Math.max(cell.col, FIRST_COLUMN));
    },
    drop: () => {
      if (before !== null) host.columns.move(col, before);
    },
    scrollsRows: false,
  };
}
