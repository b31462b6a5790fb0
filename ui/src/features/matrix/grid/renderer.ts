// Draws the worksheet: a fixed number of row elements that are reused while scrolling.
import { m } from '../../../paraglide/messages';
import { el, type Icons } from './cell';
import type { Columns } from './columns';
import { frozenThatFit, type Metrics, mostLines, topOf, type Viewport, visibleLines } from './geometry';
import { HeadingView } from './groups';
import { Header } from './header';
import { makeRow, RowView } from './row';
import type { Cell } from './selection';
import type { Sheet } from './sheet';
import { growthOf, widthOf } from './widths';

/** Lines drawn beyond either edge, and rows fetched beyond those. */
const DRAWN_AHEAD = 4;
const FETCHED_AHEAD = 40;

export type Measured = Omit<Metrics, 'lines'>;

export class Renderer {
  readonly grid = el('sheet-grid', 'grid');
  readonly header: Header;
  readonly #body = el('sheet-body', 'rowgroup');
  readonly #icons: Icons;
  readonly #sheet: Sheet;
  #columns: Columns | null = null;
  #frozen = 0;
  #blank = el('sheet-row');
  #pool: RowView[] = [];
  #headings: HeadingView[] = [];
  #activeCell: HTMLElement | null = null;
  #height = -1;
  #rowHeight = -1;

  constructor(sheet: Sheet, icons: Icons, id: string) {
    this.#sheet = sheet;
    this.#icons = icons;
    this.header = new Header(icons);
    this.grid.id = id;
    this.grid.setAttribute('aria-label', m.matrix_grid_label());
    this.grid.setAttribute('aria-multiselectable', 'true');
    const head = el('sheet-head', 'rowgroup');
    head.append(this.header.element);
    this.grid.append(head, this.#body);
    this.arrange();
  }

  /** Takes over the columns of the sheet; returns whether anything about them has changed. */
  arrange(): boolean {
    const { columns } = this.#sheet;
    if (columns === this.#columns) return false;
    const before = this.#columns;
    this.#columns = columns;
    for (const [index, column] of columns.shown.entries()) {
      this.grid.style.setProperty(`--col-${index}`, widthOf(columns, column));
      this.grid.style.setProperty(`--grow-${index}`, growthOf(columns, column));
    }
    if (!before || !columns.standAs(before)) this.#rebuild(columns);
    return true;
  }

  #rebuild(columns: Columns): void {
    this.grid.setAttribute('aria-colcount', String(columns.shown.length));
    this.header.fill(columns);
    this.#body.replaceChildren();
    this.#pool = [];
    this.#headings = [];
    this.#frozen = 0;
    this.#blank = makeRow(columns);
  }

  /** Measures the columns off the page, where their widths and the text size have set them. */
  measure(viewWidth: number): Measured {
    const columns = this.header.cells.map(({ offsetLeft, offsetWidth }) => ({
      left: offsetLeft,
      width: offsetWidth,
    }));
    const frozen = frozenThatFit(columns, this.#sheet.columns.frozen, viewWidth);
    this.#pin(frozen);
    const last = columns[frozen - 1];
    const row = Number.parseFloat(getComputedStyle(this.grid).getPropertyValue('line-height')) || 0;
    return {
      row,
      header: this.header.element.offsetHeight,
      columns,
      frozen,
      pinned: last ? last.left + last.width : 0,
    };
  }

  #pin(frozen: number): void {
    if (frozen === this.#frozen) return;
    this.#frozen = frozen;
    pin(this.header.cells, frozen);
    pin([...this.#blank.children], frozen);
    for (const row of this.#pool) pin(row.elements, frozen);
  }

  /** Draws what is in view, with some lines ahead, and asks for the rows that are missing. */
  paint(metrics: Metrics, view: Viewport, ahead = DRAWN_AHEAD): void {
    this.fit(metrics);
    const { lines } = metrics;
    const { first, last } = visibleLines(metrics, view, this.#lineCount, ahead);
    const rows = { first: lines.rowAt(first), last: lines.rowAt(last) };
    this.#sheet.rows.want(rows.first - FETCHED_AHEAD, rows.last + FETCHED_AHEAD);
    this.#growPool(Math.min(mostLines(metrics, view, DRAWN_AHEAD), this.#lineCount));
    if (this.#rowHeight !== metrics.row) {
      this.#rowHeight = metrics.row;
      for (const row of this.#pool) row.hide();
    }
    for (const row of this.#pool) {
      if (row.index < rows.first || row.index > rows.last) row.hide();
    }
    let headings = 0;
    for (let line = first; line <= last; line += 1) {
      const found = lines.at(line);
      if (found.type === 'row') this.#showRow(found.row, metrics);
      else this.#showHeading(headings++, found.heading, metrics);
    }
    for (const spare of this.#headings.slice(headings)) spare.hide();
    this.header.mark(this.#sheet.marks);
    const { left, right } = this.#sheet.area;
    this.header.select(left, right);
    this.#markActive();
  }

  #showRow(row: number, metrics: Metrics): void {
    const top = topOf(metrics, row) - metrics.header;
    this.#pool[row % this.#pool.length]?.show(row, metrics.lines.ofRow(row), top, this.#sheet);
  }

  #showHeading(place: number, heading: number, { lines, row }: Metrics): void {
    const group = this.#sheet.groups[heading];
    if (!group) return;
    let view = this.#headings[place];
    if (!view) {
      view = new HeadingView(this.#icons, this.#sheet.columns.shown.length);
      this.#headings.push(view);
      this.#body.append(view.element);
    }
    const line = lines.ofHeading(heading);
    view.show(heading, line, line * row, group);
  }

  /** The rows, the headings between them and the row for a new task. */
  get #lineCount(): number {
    return this.#sheet.rows.total + 1 + this.#sheet.lines.headings;
  }

  /** Makes the page as high as all lines, so that it can be scrolled to any of them. */
  fit({ row }: Metrics): void {
    const height = this.#lineCount * row;
    if (height === this.#height) return;
    this.#height = height;
    this.#body.style.height = `${height}px`;
    this.grid.setAttribute('aria-rowcount', String(this.#lineCount + 1));
  }

  #growPool(needed: number): void {
    if (needed <= this.#pool.length) return;
    for (const row of this.#pool) row.hide();
    const more = document.createDocumentFragment();
    while (this.#pool.length < needed) {
      const element = this.#blank.cloneNode(true) as HTMLElement;
      this.#pool.push(new RowView(element, this.#icons, this.#sheet.columns));
      more.append(element);
    }
    this.#body.append(more);
  }

  /** The active cell carries an id of its own, for the text field to point at. */
  #markActive(): void {
    const { row, col } = this.#sheet.active;
    const cell = this.elementOf({ row, col });
    if (this.#activeCell && this.#activeCell !== cell) {
      this.#activeCell.removeAttribute('id');
      this.#activeCell.removeAttribute('aria-describedby');
      this.#activeCell.classList.remove('active');
    }
    this.#activeCell = cell;
    if (!cell) return;
    cell.id = `${this.grid.id}-${row}-${col}`;
    cell.classList.add('active');
  }

  get activeCell(): HTMLElement | null {
    return this.#activeCell;
  }

  /** Returns the drawn cells of a column, its header first. */
  cellsOf(col: number): HTMLElement[] {
    const drawn = this.#pool.filter(({ index }) => index >= 0 && !this.#sheet.isNewRow(index));
    return [this.header.cells[col], ...drawn.map(({ cells }) => cells[col]?.element)].flatMap(
      (cell) => cell ?? [],
    );
  }

  elementOf({ row, col }: Cell): HTMLElement | null {
    const view = this.#pool.length === 0 ? undefined : this.#pool[row % this.#pool.length];
    return view?.index === row ? (view.cells[col]?.element ?? null) : null;
  }

  titleIfCut({ row, col }: Cell): void {
    const view = this.#pool.length === 0 ? undefined : this.#pool[row % this.#pool.length];
    if (view?.index === row) view.cells[col]?.titleIfCut();
  }

  /** Puts the lines into the page in the order in which they are seen; scrolling leaves them out of it. */
  sortRows(): void {
    const shown = [...this.#body.children].filter((line) => !(line as HTMLElement).hidden);
    const ordered = shown.toSorted((a, b) => placeOf(a) - placeOf(b));
    if (ordered.some((line, place) => line !== shown[place])) this.#body.append(...ordered);
  }
}

function placeOf(line: Element): number {
  return Number(line.getAttribute('aria-rowindex'));
}

/** Marks the leading cells of a row, which move with the view. */
function pin(cells: readonly Element[], frozen: number): void {
  for (const [col, cell] of cells.entries()) {
    cell.classList.toggle('pinned', col < frozen);
    cell.classList.toggle('last-pinned', col === frozen - 1);
  }
}
