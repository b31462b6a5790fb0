// What lies over the cells: the frame of the selection with its handle, the copied range, a drag's target.
import { m } from '../../../paraglide/messages';
import { el } from './cell';
import { edgeOf, type Metrics, rectOf, rectOfArea, topOf, type Viewport } from './geometry';
import { type Area, areaOf, isSingle } from './selection';
import type { Sheet } from './sheet';

/** What a drag with the mouse is about to do. */
export type Dragging =
  | { type: 'fill'; to: number }
  | { type: 'rows'; before: number }
  | { type: 'column'; before: number }
  | null;

export class Overlay {
  readonly active = el('sheet-frame active-frame');
  readonly frame = el('sheet-frame range-frame');
  readonly copied = el('sheet-frame copied-frame');
  readonly fill = el('sheet-frame fill-frame');
  readonly drop = el('sheet-drop');
  readonly dropColumn = el('sheet-drop-column');
  readonly handle = el('sheet-handle');

  constructor() {
    this.handle.title = m.matrix_fill_handle();
    for (const element of this.elements) element.setAttribute('aria-hidden', 'true');
  }

  get elements(): HTMLElement[] {
    return [this.frame, this.active, this.copied, this.fill, this.drop, this.dropColumn, this.handle];
  }

  draw(sheet: Sheet, metrics: Metrics, view: Viewport, dragging: Dragging): void {
    const { selection } = sheet;
    const area = areaOf(selection);
    box(
      this.active,
      { top: sheet.active.row, bottom: sheet.active.row, left: sheet.active.col, right: sheet.active.col },
      metrics,
      view,
    );
    box(this.frame, isSingle(selection) ? null : area, metrics, view);
    box(this.copied, sheet.copied, metrics, view);
    const filling = dragging?.type === 'fill' && dragging.to > area.bottom;
    box(this.fill, filling ? { ...area, bottom: dragging.to } : null, metrics, view);
    this.#drawHandle(sheet.isNewRow(area.top) ? null : area, metrics, view);
    this.drop.hidden = dragging?.type !== 'rows';
    if (dragging?.type === 'rows') this.drop.style.top = `${topOf(metrics, dragging.before)}px`;
    this.dropColumn.hidden = dragging?.type !== 'column';
    if (dragging?.type === 'column')
      this.dropColumn.style.left = `${edgeOf(metrics, view, dragging.before)}px`;
  }

  #drawHandle(area: Area | null, metrics: Metrics, view: Viewport): void {
    this.handle.hidden = area === null;
    if (!area) return;
    const { left, top, width, height } = rectOf(metrics, view, { row: area.bottom, col: area.right });
    this.handle.style.left = `${left + width}px`;
    this.handle.style.top = `${top + height}px`;
    this.handle.classList.toggle('over-pinned', area.right < metrics.frozen);
  }
}

function box(element: HTMLElement, area: Area | null, metrics: Metrics, view: Viewport): void {
  element.hidden = area === null;
  if (!area) return;
  const { left, top, width, height } = rectOfArea(metrics, view, area);
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
  element.classList.toggle('over-pinned', area.left < metrics.frozen);
}
