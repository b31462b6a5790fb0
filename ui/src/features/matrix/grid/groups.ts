// The headings between groups of rows: drawn in the grid, never selected.
import type { Group } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';
import { figures } from '../../../shared/numbers';
import { el, type Icons } from './cell';

export class HeadingView {
  readonly element = el('sheet-heading', 'row');
  readonly #cell = el('sheet-heading-cell', 'gridcell');
  readonly #icons: Icons;
  #shown: Group | null = null;
  #line = -1;

  constructor(icons: Icons, columns: number) {
    this.#icons = icons;
    this.#cell.setAttribute('aria-colindex', '1');
    this.#cell.setAttribute('aria-colspan', String(columns));
    this.element.append(this.#cell);
    this.element.hidden = true;
  }

  hide(): void {
    this.element.hidden = true;
  }

  show(heading: number, line: number, top: number, group: Group): void {
    this.element.hidden = false;
    this.element.dataset.heading = String(heading);
    this.element.style.top = `${top}px`;
    if (this.#line !== line) this.element.setAttribute('aria-rowindex', String(line + 2));
    this.#line = line;
    if (this.#shown === group) return;
    this.#shown = group;
    this.#cell.setAttribute('aria-expanded', String(!group.collapsed));
    this.element.classList.toggle('collapsed', group.collapsed);
    const label = document.createElement('span');
    label.className = 'sheet-heading-label';
    label.dir = 'auto';
    label.textContent = group.label === '' ? m.matrix_group_blank() : group.label;
    if (group.lane) label.dataset.lane = group.lane;
    const count = document.createElement('span');
    count.className = 'sheet-heading-count';
    count.textContent = m.matrix_group_count({ count: figures(group.count) });
    const mark = group.lane ? [this.#icons.lane(group.lane)] : [];
    this.#cell.replaceChildren(this.#icons.more(), ...mark, label, count);
  }
}
