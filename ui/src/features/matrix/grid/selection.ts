// Which cell is active and which range is selected: pure values, no DOM.
import { FIRST_COLUMN } from './columns';

export type Cell = { row: number; col: number };
export type Area = { top: number; left: number; bottom: number; right: number };

export type Selection = {
  /** Where typing goes. */
  active: Cell;
  /** The corner that stays while a range grows. */
  anchor: Cell;
  /** The corner that moves. */
  head: Cell;
  /** The column in which a run of Tab keys began: Enter goes back to it. */
  tabbedFrom: number | null;
};

export type Motion =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'edge-up'
  | 'edge-down'
  | 'edge-left'
  | 'edge-right'
  | 'first'
  | 'last';

/** How far one can go: the row after the last task is the one that makes a new task. */
export type Extent = { tasks: number; page: number; lastColumn: number };

export function selectCell(cell: Cell): Selection {
  return { active: cell, anchor: cell, head: cell, tabbedFrom: null };
}

export function areaOf({ anchor, head }: Selection): Area {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.col, head.col),
    right: Math.max(anchor.col, head.col),
  };
}

export function isSingle({ anchor, head }: Selection): boolean {
  return anchor.row === head.row && anchor.col === head.col;
}

export function isInside({ top, bottom, left, right }: Area, { row, col }: Cell): boolean {
  return row >= top && row <= bottom && col >= left && col <= right;
}

export function isWholeRows({ left, right }: Area, { lastColumn }: Extent): boolean {
  return left === FIRST_COLUMN && right === lastColumn;
}

/** Returns the cell that a motion leads to. */
function moved({ row, col }: Cell, motion: Motion, { tasks, page, lastColumn }: Extent): Cell {
  const lastTask = Math.max(tasks - 1, 0);
  switch (motion) {
    case 'up':
      return { row: Math.max(row - 1, 0), col };
    case 'down':
      return { row: Math.min(row + 1, tasks), col };
    case 'left':
      return { row, col: Math.max(col - 1, FIRST_COLUMN) };
    case 'right':
      return { row, col: Math.min(col + 1, lastColumn) };
    case 'page-up':
      return { row: Math.max(row - page, 0), col };
    case 'page-down':
      return { row: Math.min(row + page, tasks), col };
    case 'row-start':
    case 'edge-left':
      return { row, col: FIRST_COLUMN };
    case 'row-end':
    case 'edge-right':
      return { row, col: lastColumn };
    case 'edge-up':
      return { row: 0, col };
    case 'edge-down':
      return { row: row >= lastTask ? tasks : lastTask, col };
    case 'first':
      return { row: 0, col: FIRST_COLUMN };
    case 'last':
      return { row: lastTask, col: lastColumn };
  }
}

export function move(selection: Selection, motion: Motion, extent: Extent): Selection {
  return selectCell(moved(selection.active, motion, extent));
}

/** Grows or shrinks the range by a motion of its moving corner; the new-task row is never part of one. */
export function extend(selection: Selection, motion: Motion, extent: Extent): Selection {
  return extendTo(selection, moved(selection.head, motion, extent), extent);
}

export function extendTo(selection: Selection, cell: Cell, { tasks }: Pick<Extent, 'tasks'>): Selection {
  const { anchor } = selection;
  const row = anchor.row >= tasks ? anchor.row : Math.min(cell.row, tasks - 1);
  return { active: anchor, anchor, head: { row, col: cell.col }, tabbedFrom: null };
}

export type Step = 'enter' | 'enter-back' | 'tab' | 'tab-back';

/** Moves on after an entry: inside a selected range it goes round, else to the next cell. */
export function step(selection: Selection, direction: Step, extent: Extent): Selection {
  if (!isSingle(selection)) return { ...selection, active: stepInside(selection, direction) };
  const { active } = selection;
  if (direction === 'tab' || direction === 'tab-back') {
    const next = direction === 'tab' ? tabOn(active, extent) : tabBack(active, extent);
    const stayed = next.row === active.row ? (selection.tabbedFrom ?? active.col) : null;
    return { ...selectCell(next), tabbedFrom: direction === 'tab' ? stayed : selection.tabbedFrom };
  }
  const down = direction === 'enter';
  const next = moved(active, down ? 'down' : 'up', extent);
  return selectCell(down && selection.tabbedFrom !== null ? { ...next, col: selection.tabbedFrom } : next);
}

function tabOn({ row, col }: Cell, { tasks, lastColumn }: Extent): Cell {
  if (col < lastColumn) return { row, col: col + 1 };
  return row < tasks ? { row: row + 1, col: FIRST_COLUMN } : { row, col };
}

function tabBack({ row, col }: Cell, { lastColumn }: Extent): Cell {
  if (col > FIRST_COLUMN) return { row, col: col - 1 };
  return row > 0 ? { row: row - 1, col: lastColumn } : { row, col };
}

function stepInside(selection: Selection, direction: Step): Cell {
  const { top, left, bottom, right } = areaOf(selection);
  const rows = bottom - top + 1;
  const cols = right - left + 1;
  const { row, col } = selection.active;
  const down = direction === 'enter' || direction === 'enter-back';
  const forward = direction === 'enter' || direction === 'tab' ? 1 : -1;
  const place = down ? (col - left) * rows + (row - top) : (row - top) * cols + (col - left);
  const next = (place + forward + rows * cols) % (rows * cols);
  return down
    ? { row: top + (next % rows), col: left + Math.floor(next / rows) }
    : { row: top + Math.floor(next / cols), col: left + (next % cols) };
}

export function selectRows(from: number, to: number, { lastColumn }: Pick<Extent, 'lastColumn'>): Selection {
  const first = { row: from, col: FIRST_COLUMN };
  return {
    active: first,
    anchor: first,
    head: { row: to, col: lastColumn },
    tabbedFrom: null,
  };
}

export type Whole = 'all' | 'rows' | 'columns';

/** Widens the selection to the whole sheet, to whole rows or to whole columns. */
export function widen(selection: Selection, whole: Whole, extent: Extent): Selection {
  const { top, left, bottom, right } = areaOf(selection);
  const lastTask = Math.max(extent.tasks - 1, 0);
  const { active } = selection;
  if (whole === 'rows') return { ...selectRows(top, bottom, extent), active };
  const [from, to] = whole === 'all' ? [FIRST_COLUMN, extent.lastColumn] : [left, right];
  const kept = active.row > lastTask ? { row: 0, col: active.col } : active;
  return { active: kept, anchor: { row: 0, col: from }, head: { row: lastTask, col: to }, tabbedFrom: null };
}

/** Returns the selection with what lies past the last row or column brought back inside. */
export function clamp(selection: Selection, { tasks, lastColumn }: Extent): Selection {
  const inside = ({ row, col }: Cell): Cell => ({
    row: Math.min(row, tasks),
    col: Math.min(col, lastColumn),
  });
  const clamped = {
    ...selection,
    active: inside(selection.active),
    anchor: inside(selection.anchor),
    head: inside(selection.head),
  };
  return isInside(areaOf(clamped), clamped.active) ? clamped : selectCell(clamped.active);
}
