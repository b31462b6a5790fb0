// Puts the worksheet on the page: joins the sheet's state, its drawing, its text field and the mouse.
import { m } from '../../../paraglide/messages';
import type { Icons } from './cell';
import { FIRST_COLUMN } from './columns';
import type { Editor } from './editor';
import type { Edits } from './edits';
import { inView, type Metrics, type Rect, rectOf, rowsPerPage, scrollTo, type Viewport } from './geometry';
import type { ColumnHost } from './grip';
import { type Dragging, Overlay } from './overlay';
import { watchPointer } from './pointer';
import { type Measured, Renderer } from './renderer';
import { type Cell, clamp, selectCell } from './selection';
import type { Sheet } from './sheet';
import { contentWidth } from './widths';

/** Rows are put back into reading order once scrolling has rested this long. */
const REST_MS = 120;

export type ViewHost = {
  icons: Icons;
  id: string;
  /** The element with what there is to know of the active cell, if it is shown. */
  description: () => string | null;
  /** The active cell, the mode or the place of either has changed. */
  changed: () => void;
};

export class SheetView {
  readonly editor: Editor;
  readonly scroller: HTMLElement;
  readonly #sheet: Sheet;
  readonly #edits: Edits;
  readonly #host: ViewHost;
  readonly #renderer: Renderer;
  readonly #overlay = new Overlay();
  readonly #content = document.createElement('div');
  #measured: Measured = { row: 0, header: 0, columns: [], frozen: 0, pinned: 0 };
  #dragging: Dragging = null;
  /** Whether the mouse is selecting or dragging right now. */
  pressed = false;
  #width = 0;
  #frame = 0;
  #rest = 0;
  #stop: (() => void)[] = [];

  constructor(
    sheet: Sheet,
    edits: Edits,
    editor: (gridId: string) => Editor,
    scroller: HTMLElement,
    host: ViewHost,
  ) {
    this.#sheet = sheet;
    this.#edits = edits;
    this.#host = host;
    this.scroller = scroller;
    this.#renderer = new Renderer(sheet, host.icons, host.id);
    this.editor = editor(host.id);
    this.#content.className = 'sheet-content';
    this.#content.append(this.#renderer.grid, ...this.#overlay.elements, this.editor.element);
    scroller.append(this.#content);
  }

  /** Begins to draw and to listen; the returned function takes it all down. */
  start(pointer: {
    openTask: (row: number) => void;
    menu: (x: number, y: number) => void;
    mend: () => void;
    finishEntry: () => void;
    columns: ColumnHost;
    toggleGroup: (heading: number) => void;
  }): () => void {
    const { scroller } = this;
    const resized = new ResizeObserver(() => this.#remeasure());
    resized.observe(scroller);
    resized.observe(this.#renderer.header.element);
    const onScroll = () => this.#scrolled();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const unwatch = watchPointer({
      ...pointer,
      sheet: this.#sheet,
      scroller,
      metrics: () => this.#metrics,
      viewport: () => this.viewport,
      focus: () => this.editor.focus(),
      reveal: (cell) => this.reveal(cell),
      revealColumn: (col) => this.#revealColumn(col),
      pressed: (down) => {
        this.pressed = down;
        this.schedule();
      },
      dragging: (dragging) => {
        this.#dragging = dragging;
        this.schedule();
      },
      fill: (row) => void this.#edits.dragFill(this.#sheet.area, row),
      moveRows: (before) => void this.#edits.moveBefore(this.#sheet.area, before),
      hover: (cell) => this.#renderer.titleIfCut(cell),
    });
    this.#stop = [
      () => resized.disconnect(),
      () => scroller.removeEventListener('scroll', onScroll),
      unwatch,
    ];
    this.#remeasure();
    // The first rows are there with the screen around them, and not a frame later. Those ahead follow once the
    // observer has told of the sizes that it found.
    this.paint(0);
    return () => this.#end();
  }

  #end(): void {
    for (const stop of this.#stop) stop();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#content.remove();
  }

  get #metrics(): Metrics {
    return { ...this.#measured, lines: this.#sheet.lines };
  }

  get viewport(): Viewport {
    const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.scroller;
    return { top: scrollTop, left: scrollLeft, width: clientWidth, height: clientHeight };
  }

  /** The left and right edge of the sheet in the window. */
  get bounds(): { left: number; right: number } {
    const { left } = this.scroller.getBoundingClientRect();
    return { left, right: left + this.scroller.clientWidth };
  }

  /** The active cell in the coordinates of the window, or nothing while it is scrolled out of view. */
  get activeBox(): Rect | null {
    const { row, col } = this.#sheet.active;
    const cell = { top: row, bottom: row, left: col, right: col };
    const box = inView(this.#metrics, this.viewport, cell);
    const whole = rectOf(this.#metrics, this.viewport, { row, col });
    return box.height < whole.height - 1 || box.width <= 0 ? null : this.#inWindow(box);
  }

  /** The whole selection in the coordinates of the window, cut to what is in view. */
  get selectedBox(): Rect {
    return this.#inWindow(inView(this.#metrics, this.viewport, this.#sheet.area));
  }

  #inWindow({ left, top, width, height }: Rect): Rect {
    const frame = this.scroller.getBoundingClientRect();
    return { left: frame.left + left, top: frame.top + top, width, height };
  }

  /** Draws with the next frame; several calls before it draw once. */
  schedule(): void {
    this.#frame ||= requestAnimationFrame(() => this.paint());
  }

  paint(ahead?: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#renderer.arrange()) this.#measured = this.#renderer.measure(this.viewport.width);
    const unseen = this.#sheet.takeUnseen();
    if (unseen) {
      // As much of a range as a page holds, but always its active cell.
      const { cell, through } = unseen;
      this.reveal({ row: Math.min(through, cell.row + this.#sheet.page - 1), col: cell.col });
      this.reveal(cell);
    }
    const view = this.viewport;
    this.#renderer.paint(this.#metrics, view, ahead);
    this.#overlay.draw(this.#sheet, this.#metrics, view, this.#dragging);
    const rect = rectOf(this.#metrics, view, this.#sheet.active);
    this.editor.place(rect, {
      left: view.left,
      right: view.left + view.width,
      top: view.top + this.#metrics.header,
      bottom: view.top + view.height,
    });
    this.describe();
    this.#host.changed();
  }

  /** Tells screen readers of the active cell and of what is shown beside it. */
  describe(): void {
    const { activeColumn, active } = this.#sheet;
    const cell = this.#renderer.activeCell;
    const description = this.#host.description();
    const label = m.matrix_editing_label({ column: activeColumn.title(), row: active.row + 1 });
    if (cell && description) cell.setAttribute('aria-describedby', description);
    else cell?.removeAttribute('aria-describedby');
    this.editor.align(activeColumn.kind);
    this.editor.describe(cell, label, description);
  }

  /** Scrolls just enough to show a cell, or sideways back to where the columns begin. */
  reveal(cell: Cell, fromTheStart = false): void {
    this.#renderer.fit(this.#metrics);
    const view = this.viewport;
    // The rest below the last row is for the scrollbar that lies over it.
    const rest = Number.parseFloat(getComputedStyle(this.#content).paddingBottom) || 0;
    const { top, left: near } = scrollTo(this.#metrics, { ...view, height: view.height - rest }, cell);
    const left = fromTheStart ? 0 : near;
    if (top !== this.scroller.scrollTop) this.scroller.scrollTop = top;
    if (left !== this.scroller.scrollLeft) this.scroller.scrollLeft = left;
  }

  #revealColumn(col: number): void {
    const { left } = scrollTo(this.#metrics, this.viewport, { row: 0, col });
    if (left !== this.scroller.scrollLeft) this.scroller.scrollLeft = left;
  }

  /** Whether a column stays in view while the sheet is scrolled sideways. */
  isPinned(col: number): boolean {
    return col < this.#measured.frozen;
  }

  /** How wide a column is on the screen. */
  widthOf(col: number): number {
    return this.#measured.columns[col]?.width ?? 0;
  }

  /** How wide a column would have to be for what it shows now. */
  fittingWidth(col: number): number {
    return contentWidth(this.#renderer.cellsOf(col));
  }

  /** The header of a column in the coordinates of the window. */
  headerBox(col: number): Rect | null {
    const cell = this.#renderer.header.cells[col];
    return cell ? this.#visiblePart(cell.getBoundingClientRect()) : null;
  }

  #visiblePart({ left, top, right, height }: DOMRect): Rect {
    const { left: start, right: end } = this.bounds;
    const from = Math.min(Math.max(left, start), end);
    return { left: from, top, width: Math.max(Math.min(right, end) - from, 0), height };
  }

  #remeasure(): void {
    const before = this.#measured;
    this.#measured = this.#renderer.measure(this.viewport.width);
    if (before.row > 0 && before.row !== this.#measured.row) {
      this.scroller.scrollTop = (this.scroller.scrollTop / before.row) * this.#measured.row;
    }
    this.#sheet.page = rowsPerPage(this.#metrics, this.viewport);
    const { width } = this.viewport;
    if (width < this.#width) this.reveal(this.#sheet.active);
    this.#width = width;
    this.#pin();
    this.schedule();
  }

  #scrolled(): void {
    this.#pin();
    this.schedule();
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => this.#renderer.sortRows(), REST_MS);
  }

  /** Moves the pinned columns only while the sheet is scrolled sideways: a sticky cell each would cost more. */
  #pin(): void {
    const { scrollLeft } = this.scroller;
    this.#content.classList.toggle('scrolled-aside', scrollLeft > 0);
    this.#content.style.setProperty('--scrolled-aside', `${scrollLeft}px`);
  }

  /** Shows and selects a cell, wherever it is. */
  goTo(cell: Cell): void {
    this.#sheet.select(
      clamp(selectCell({ row: cell.row, col: Math.max(cell.col, FIRST_COLUMN) }), this.#sheet.extent),
    );
    this.reveal(this.#sheet.active);
    this.editor.focus();
  }
}
