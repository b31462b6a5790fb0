// The header of the sheet: names, what the rows are sorted and filtered by, and where a column is taken hold of.
import { m } from '../../../paraglide/messages';
import { el, type Icons } from './cell';
import type { Column, Columns } from './columns';
import { growthToken, widthToken } from './widths';

/** What the rows are sorted by, first key first, and which columns they are filtered by. */
export type Marks = {
  sorted: readonly { key: string; descending: boolean }[];
  filtered: readonly string[];
};

export const UNMARKED: Marks = { sorted: [], filtered: [] };

export class Header {
  readonly element = el('sheet-header', 'row');
  readonly #icons: Icons;
  #columns: readonly Column[] = [];
  #cells: HTMLElement[] = [];
  #marks: HTMLElement[] = [];
  #marked: Marks = UNMARKED;

  constructor(icons: Icons) {
    this.#icons = icons;
    this.element.setAttribute('aria-rowindex', '1');
  }

  get cells(): readonly HTMLElement[] {
    return this.#cells;
  }

  fill({ shown }: Columns): void {
    this.#columns = shown;
    this.#marks = [];
    this.#cells = shown.map((column, index) => this.#makeCell(column, index));
    this.element.replaceChildren(...this.#cells);
    const marks = this.#marked;
    this.#marked = UNMARKED;
    this.mark(marks);
  }

  #makeCell(column: Column, index: number): HTMLElement {
    const cell = el(`sheet-cell col-${column.kind}`, 'columnheader');
    cell.style.width = widthToken(index);
    cell.style.flexGrow = growthToken(index);
    cell.setAttribute('aria-colindex', String(index + 1));
    cell.setAttribute('aria-label', column.title());
    cell.dataset.col = String(index);
    if (column.hint || column.title() !== column.label()) cell.title = (column.hint ?? column.title)();
    const text = span('sheet-text');
    text.textContent = column.label();
    const mark = span('sheet-mark');
    this.#marks.push(mark);
    cell.append(text, mark);
    if (column.kind !== 'number') cell.append(this.#makeMore(), makeEdge());
    return cell;
  }

  #makeMore(): HTMLElement {
    const more = span('sheet-more');
    more.title = m.matrix_column_menu_hint();
    more.append(this.#icons.more());
    return more;
  }

  /** Shows by what the rows are sorted and filtered. */
  mark(marks: Marks): void {
    if (marks === this.#marked) return;
    this.#marked = marks;
    for (const [index, cell] of this.#cells.entries()) {
      const key = this.#columns[index]?.key ?? '';
      const place = marks.sorted.findIndex((sort) => sort.key === key);
      const sort = marks.sorted[place];
      const isFiltered = marks.filtered.includes(key);
      if (sort) cell.setAttribute('aria-sort', sort.descending ? 'descending' : 'ascending');
      else cell.removeAttribute('aria-sort');
      cell.classList.toggle('marked', sort !== undefined || isFiltered);
      this.#drawMark(index, sort, marks.sorted.length > 1 ? place + 1 : null, isFiltered);
    }
  }

  #drawMark(
    index: number,
    sort: { descending: boolean } | undefined,
    order: number | null,
    isFiltered: boolean,
  ): void {
    const mark = this.#marks[index];
    if (!mark) return;
    mark.replaceChildren();
    if (isFiltered) mark.append(this.#icons.filtered());
    if (sort) mark.append(sort.descending ? '↓' : '↑');
    if (sort && order !== null) {
      const number = document.createElement('sub');
      number.textContent = String(order);
      mark.append(number);
    }
  }

  /** Shows which columns the selection touches. */
  select(left: number, right: number): void {
    for (const [col, cell] of this.#cells.entries()) {
      cell.classList.toggle('in-range', col >= left && col <= right);
    }
  }
}

function span(name: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.setAttribute('aria-hidden', 'true');
  return element;
}

function makeEdge(): HTMLElement {
  const edge = span('sheet-edge');
  edge.title = m.matrix_column_edge_hint();
  return edge;
}
