// Draws the worksheet: a fixed number of row elements that are reused while scrolling.
import { m } from '../../../paraglide/messages';
import { el, type Icons } from './cell';
import { COLUMNS } from './columns';
import { type Metrics, type Viewport, visibleRows } from './geometry';
import { RowView } from './row';
import type { Cell } from './selection';
import type { Sheet } from './sheet';

/** Rows drawn beyond either edge, and rows fetched beyond those. */
const DRAWN_AHEAD = 4;
const FETCHED_AHEAD = 40;

export class Renderer {
  readonly grid = el('sheet-grid', 'grid');
  readonly header = el('sheet-header', 'row');
  readonly #body = el('sheet-body', 'rowgroup');
  readonly #icons: Icons;
  readonly #sheet: Sheet;
  #pool: RowView[] = [];
  #activeCell: HTMLElement | null = null;
  #height = -1;
  #rowHeight = -1;

  constructor(sheet: Sheet, icons: Icons, id: string) {
    this.#sheet = sheet;
    this.#icons = icons;
    this.grid.id = id;
    this.grid.setAttribute('aria-label', m.matrix_grid_label());
    this.grid.setAttribute('aria-multiselectable', 'true');
    this.grid.setAttribute('aria-colcount', String(COLUMNS.length));
    this.#fillHeader();
    const head = el('sheet-head', 'rowgroup');
    head.append(this.header);
    this.grid.append(head, this.#body);
  }

  #fillHeader(): void {
    this.header.setAttribute('aria-rowindex', '1');
    for (const [index, column] of COLUMNS.entries()) {
      const cell = el(`sheet-cell col-${column.id}`, 'columnheader');
      if (column.pinned) cell.classList.add('pinned');
      cell.setAttribute('aria-colindex', String(index + 1));
      cell.setAttribute('aria-label', column.title());
      cell.dataset.col = String(index);
      if (column.title() !== column.label()) cell.title = column.title();
      const text = document.createElement('span');
      text.className = 'sheet-text';
      text.textContent = column.label();
      cell.append(text);
      this.header.append(cell);
    }
  }

  /** Measures the columns off the page, where the tokens and the text size have set them. */
  measure(): Metrics {
    const cells = [...this.header.children] as HTMLElement[];
    const columns = cells.map(({ offsetLeft, offsetWidth }) => ({ left: offsetLeft, width: offsetWidth }));
    const lastPinned = columns[COLUMNS.findLastIndex(({ pinned }) => pinned)];
    const row = Number.parseFloat(getComputedStyle(this.grid).getPropertyValue('line-height')) || 0;
    return {
      row,
      header: this.header.offsetHeight,
      columns,
      pinned: lastPinned ? lastPinned.left + lastPinned.width : 0,
    };
  }

  /** Draws what is in view and asks for the rows that are missing. */
  paint(metrics: Metrics, view: Viewport): void {
    this.fit(metrics);
    const count = this.#sheet.rows.total + 1;
    const { first, last } = visibleRows(metrics, view, count, DRAWN_AHEAD);
    this.#sheet.rows.want(first - FETCHED_AHEAD, last + FETCHED_AHEAD);
    this.#growPool(last - first + 1);
    if (this.#rowHeight !== metrics.row) {
      this.#rowHeight = metrics.row;
      for (const row of this.#pool) row.hide();
    }
    for (const row of this.#pool) {
      if (row.index < first || row.index > last) row.hide();
    }
    for (let index = first; index <= last; index += 1) {
      this.#pool[index % this.#pool.length]?.show(index, index * metrics.row, this.#sheet);
    }
    this.#markHeader();
    this.#markActive();
  }

  /** Makes the page as high as all rows, so that it can be scrolled to any of them. */
  fit({ row }: Metrics): void {
    const count = this.#sheet.rows.total + 1;
    const height = count * row;
    if (height === this.#height) return;
    this.#height = height;
    this.#body.style.height = `${height}px`;
    this.grid.setAttribute('aria-rowcount', String(count + 1));
  }

  #growPool(needed: number): void {
    if (needed <= this.#pool.length) return;
    for (const row of this.#pool) row.hide();
    while (this.#pool.length < needed) {
      const row = new RowView(this.#icons);
      this.#pool.push(row);
      this.#body.append(row.element);
    }
  }

  #markHeader(): void {
    const { left, right } = this.#sheet.area;
    for (const [col, cell] of [...this.header.children].entries()) {
      cell.classList.toggle('in-range', col >= left && col <= right);
    }
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

  elementOf({ row, col }: Cell): HTMLElement | null {
    const view = this.#pool.length === 0 ? undefined : this.#pool[row % this.#pool.length];
    return view?.index === row ? (view.cells[col]?.element ?? null) : null;
  }

  titleIfCut({ row, col }: Cell): void {
    const view = this.#pool.length === 0 ? undefined : this.#pool[row % this.#pool.length];
    if (view?.index === row) view.cells[col]?.titleIfCut();
  }

  /** Puts the rows into the page in the order in which they are seen; scrolling leaves them out of it. */
  sortRows(): void {
    const shown = this.#pool.filter(({ index }) => index >= 0).sort((a, b) => a.index - b.index);
    const sorted = shown.every(
      ({ element }, place) => place === 0 || follows(shown[place - 1]?.element, element),
    );
    if (!sorted) this.#body.append(...shown.map(({ element }) => element));
  }
}

function follows(before: Element | undefined, element: Element): boolean {
  return (
    before !== undefined && (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  );
}
