// The mouse in the sheet: selecting, filling by the handle, moving rows.
import { FIRST_COLUMN } from './columns';
import { cellAt } from './geometry';
import { type Drag, type GripHost, movingColumn, type Point, resizing } from './grip';
import { type Cell, extendTo, isInside, isWholeRows, selectCell, selectRows, widen } from './selection';

export type PointerHost = GripHost & {
  scroller: HTMLElement;
  /** Ends an open entry, so that a click elsewhere keeps it. */
  finishEntry: () => void;
  focus: () => void;
  mend: () => void;
  openTask: (row: number) => void;
  menu: (x: number, y: number) => void;
  reveal: (cell: Cell) => void;
  /** A button went down on cells, or came up again. */
  pressed: (down: boolean) => void;
  fill: (toRow: number) => void;
  moveRows: (beforeRow: number) => void;
  /** The mouse came over a cell. */
  hover: (cell: Cell) => void;
  /** Folds the rows under a heading away, or out again. */
  toggleGroup: (heading: number) => void;
};

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
  const at = (point: Point) =>
    cellAt(host.metrics(), host.viewport(), point.x, point.y, sheet.rows.total + 1);
  const onScrollbar = (event: PointerEvent) => {
    const { left, top } = scroller.getBoundingClientRect();
    return event.clientX - left > scroller.clientWidth || event.clientY - top > scroller.clientHeight;
  };
  const on = (target: EventTarget | null, selector: string) =>
    target instanceof Element && target.closest(selector) !== null;

  const ready = ({ row, col }: Cell): Cell => ({ row, col: Math.max(col, FIRST_COLUMN) });

  const selecting = (anchorWholeRows: boolean): Drag => ({
    move: (cell) => {
      const whole = { row: cell.row, col: sheet.columns.last };
      const next = extendTo(sheet.selection, anchorWholeRows ? whole : ready(cell), sheet.extent);
      sheet.select(anchorWholeRows ? { ...next, active: sheet.active } : next);
      host.reveal(ready(cell));
    },
    drop: () => {},
    scrollsRows: true,
  });

  const filling = (): Drag => {
    let to = sheet.area.bottom;
    return {
      move: (cell) => {
        to = Math.min(cell.row, sheet.rows.total - 1);
        host.dragging({ type: 'fill', to });
        host.reveal(ready(cell));
      },
      drop: () => host.fill(to),
      scrollsRows: true,
    };
  };

  const movingRows = (): Drag => {
    let before: number | null = null;
    return {
      move: (cell, { y }) => {
        const { header, row, lines } = host.metrics();
        const line = Math.max(Math.round((y - header) / row), 0);
        before = Math.min(lines.rowAt(line), sheet.rows.total);
        host.dragging({ type: 'rows', before });
        host.reveal(ready(cell));
      },
      drop: () => {
        if (before !== null) host.moveRows(before);
      },
      scrollsRows: true,
    };
  };

  const onHeader = ({ col }: Cell, event: PointerEvent) => {
    if (on(event.target, '.sheet-edge')) {
      drag = resizing(host, col, content(event));
      return;
    }
    if (on(event.target, '.sheet-more')) return host.columns.menu(col);
    if (col < FIRST_COLUMN) return sheet.select(widen(sheet.selection, 'all', sheet.extent));
    const from = event.shiftKey ? sheet.selection.anchor.col : col;
    const columns = { ...selectCell({ row: 0, col: from }), head: { row: 0, col } };
    sheet.select(widen(columns, 'columns', sheet.extent));
    if (!event.shiftKey) drag = movingColumn(host, col, content(event));
  };

  const onHeading = (target: EventTarget | null) => {
    const heading = target instanceof Element && target.closest<HTMLElement>('.sheet-heading');
    if (heading) host.toggleGroup(Number(heading.dataset.heading));
  };

  const onRowNumber = (cell: Cell, event: PointerEvent) => {
    const { area } = sheet;
    if (sheet.isNewRow(cell.row)) return sheet.select(selectCell({ row: cell.row, col: FIRST_COLUMN }));
    if (
      !event.shiftKey &&
      isWholeRows(area, sheet.extent) &&
      isInside(area, { row: cell.row, col: FIRST_COLUMN })
    ) {
      drag = movingRows();
      return;
    }
    sheet.select(selectRows(event.shiftKey ? sheet.selection.anchor.row : cell.row, cell.row, sheet.extent));
    drag = selecting(true);
  };

  const onCell = (cell: Cell, event: PointerEvent) => {
    sheet.select(event.shiftKey ? extendTo(sheet.selection, cell, sheet.extent) : selectCell(cell));
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
    else if (on(event.target, '.sheet-header')) onHeader(cell, event);
    else if (on(event.target, '.sheet-heading')) onHeading(event.target);
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
    drag.move(cell, point);
    if (!drag.scrollsRows) return;
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
    if (on(event.target, '.sheet-editor')) return;
    event.preventDefault();
    if (on(event.target, '.sheet-heading')) return;
    const found = at(content(event));
    if (on(event.target, '.sheet-header')) {
      if (found.col >= FIRST_COLUMN) host.columns.menu(found.col);
      return;
    }
    const cell = ready(found);
    if (!isInside(sheet.area, cell)) {
      sheet.select(
        found.col < FIRST_COLUMN && !sheet.isNewRow(cell.row)
          ? selectRows(cell.row, cell.row, sheet.extent)
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
    if (event.button !== 0) return;
    if (on(event.target, '.sheet-edge')) host.columns.fit(at(content(event)).col);
    else if (on(event.target, '.sheet-row > [role="gridcell"]')) host.mend();
  };
  const over = (event: PointerEvent) => {
    if (!drag && on(event.target, '.sheet-row')) host.hover(at(content(event)));
  };
  scroller.addEventListener('pointerover', over, { signal });
  scroller.addEventListener('dblclick', opens, { signal });
  return () => stop.abort();
}
