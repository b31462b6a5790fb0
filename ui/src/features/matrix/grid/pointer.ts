// The mouse in the sheet: selecting, filling by the handle, moving rows.
import { FIRST_COLUMN, LAST_COLUMN } from './columns';
import { cellAt, type Metrics, type Viewport } from './geometry';
import type { Dragging } from './overlay';
import { type Cell, extendTo, isInside, isWholeRows, selectCell, selectRows, widen } from './selection';
import type { Sheet } from './sheet';

export type PointerHost = {
  sheet: Sheet;
  scroller: HTMLElement;
  metrics: () => Metrics;
  viewport: () => Viewport;
  /** Ends an open entry, so that a click elsewhere keeps it. */
  finishEntry: () => void;
  focus: () => void;
  mend: () => void;
  openTask: (row: number) => void;
  menu: (x: number, y: number) => void;
  reveal: (cell: Cell) => void;
  /** A button went down on cells, or came up again. */
  pressed: (down: boolean) => void;
  /** Shows what a drag is about to do. */
  dragging: (dragging: Dragging) => void;
  fill: (toRow: number) => void;
  moveRows: (beforeRow: number) => void;
  hover: (cell: Cell) => void;
};

type Drag = { move: (cell: Cell, y: number) => void; drop: () => void };

export function watchPointer(host: PointerHost): () => void {
  const { sheet, scroller } = host;
  const stop = new AbortController();
  const { signal } = stop;
  let drag: Drag | null = null;
  let last: { x: number; y: number } | null = null;

  const content = (event: { clientX: number; clientY: number }) => {
    const { left, top } = scroller.getBoundingClientRect();
    return { x: event.clientX - left + scroller.scrollLeft, y: event.clientY - top + scroller.scrollTop };
  };
  const at = (point: { x: number; y: number }) =>
    cellAt(host.metrics(), host.viewport(), point.x, point.y, sheet.rows.total + 1);
  const onScrollbar = (event: PointerEvent) => {
    const { left, top } = scroller.getBoundingClientRect();
    return event.clientX - left > scroller.clientWidth || event.clientY - top > scroller.clientHeight;
  };
  const on = (target: EventTarget | null, selector: string) =>
    target instanceof Element && target.closest(selector) !== null;

  const selecting = (anchorWholeRows: boolean): Drag => ({
    move: (cell) => {
      const whole = { row: cell.row, col: LAST_COLUMN };
      const ready = { row: cell.row, col: Math.max(cell.col, FIRST_COLUMN) };
      const next = extendTo(sheet.selection, anchorWholeRows ? whole : ready, sheet.rows.total);
      sheet.select(anchorWholeRows ? { ...next, active: sheet.active } : next);
    },
    drop: () => {},
  });

  const filling = (): Drag => {
    let to = sheet.area.bottom;
    return {
      move: ({ row }) => {
        to = Math.min(row, sheet.rows.total - 1);
        host.dragging({ type: 'fill', to });
      },
      drop: () => host.fill(to),
    };
  };

  const movingRows = (): Drag => {
    let before: number | null = null;
    return {
      move: (_cell, y) => {
        const { header, row } = host.metrics();
        before = Math.min(Math.max(Math.round((y - header) / row), 0), sheet.rows.total);
        host.dragging({ type: 'rows', before });
      },
      drop: () => {
        if (before !== null) host.moveRows(before);
      },
    };
  };

  const onHeader = (cell: Cell, extending: boolean) => {
    if (cell.col < FIRST_COLUMN) return sheet.select(widen(sheet.selection, 'all', sheet.rows.total));
    const from = extending ? sheet.selection.anchor : { row: 0, col: cell.col };
    sheet.select(
      widen(
        { ...selectCell({ row: 0, col: from.col }), head: { row: 0, col: cell.col } },
        'columns',
        sheet.rows.total,
      ),
    );
  };

  const onRowNumber = (cell: Cell, event: PointerEvent) => {
    const { area } = sheet;
    if (sheet.isNewRow(cell.row)) return sheet.select(selectCell({ row: cell.row, col: FIRST_COLUMN }));
    if (!event.shiftKey && isWholeRows(area) && isInside(area, { row: cell.row, col: FIRST_COLUMN })) {
      drag = movingRows();
      return;
    }
    sheet.select(selectRows(event.shiftKey ? sheet.selection.anchor.row : cell.row, cell.row));
    drag = selecting(true);
  };

  const onCell = (cell: Cell, event: PointerEvent) => {
    sheet.select(event.shiftKey ? extendTo(sheet.selection, cell, sheet.rows.total) : selectCell(cell));
    drag = selecting(false);
  };

  const down = (event: PointerEvent) => {
    if (onScrollbar(event) || on(event.target, '.sheet-editor')) return;
    event.preventDefault();
    host.finishEntry();
    host.focus();
    const cell = at(content(event));
    if (event.button === 2) return;
    if (event.button !== 0) return;
    if (on(event.target, '.sheet-handle')) drag = filling();
    else if (on(event.target, '.sheet-header')) onHeader(cell, event.shiftKey);
    else if (on(event.target, '.sheet-open')) host.openTask(cell.row);
    else if (cell.col < FIRST_COLUMN) onRowNumber(cell, event);
    else onCell(cell, event);
    if (!drag) return;
    scroller.setPointerCapture(event.pointerId);
    host.pressed(true);
  };

  const follow = () => {
    if (!drag || !last) return;
    const point = content({ clientX: last.x, clientY: last.y });
    const cell = at(point);
    drag.move(cell, point.y);
    host.reveal({ row: cell.row, col: Math.max(cell.col, FIRST_COLUMN) });
    const { top, bottom } = scroller.getBoundingClientRect();
    const outside = last.y < top + host.metrics().header || last.y > bottom;
    if (outside) requestAnimationFrame(follow);
  };

  const moveTo = (event: PointerEvent) => {
    if (!drag) return;
    const waiting = last !== null;
    last = { x: event.clientX, y: event.clientY };
    if (!waiting || event.isPrimary) follow();
  };

  const up = () => {
    const done = drag;
    drag = null;
    last = null;
    host.pressed(false);
    host.dragging(null);
    done?.drop();
  };
  const cancel = () => {
    drag = null;
    last = null;
    host.pressed(false);
    host.dragging(null);
  };

  const menu = (event: MouseEvent) => {
    if (on(event.target, '.sheet-editor') || on(event.target, '.sheet-header')) return;
    event.preventDefault();
    const found = at(content(event));
    const cell = { row: found.row, col: Math.max(found.col, FIRST_COLUMN) };
    if (!isInside(sheet.area, cell)) {
      sheet.select(
        found.col < FIRST_COLUMN && !sheet.isNewRow(cell.row)
          ? selectRows(cell.row, cell.row)
          : selectCell(cell),
      );
    }
    host.menu(event.clientX, event.clientY);
  };

  scroller.addEventListener('pointerdown', down, { signal });
  scroller.addEventListener('pointermove', moveTo, { signal });
  scroller.addEventListener('pointerup', up, { signal });
  scroller.addEventListener('pointercancel', cancel, { signal });
  scroller.addEventListener('contextmenu', menu, { signal });
  const opens = (event: MouseEvent) => {
    if (event.button === 0 && on(event.target, '[role="gridcell"]')) host.mend();
  };
  scroller.addEventListener('dblclick', opens, { signal });
  return () => stop.abort();
}
