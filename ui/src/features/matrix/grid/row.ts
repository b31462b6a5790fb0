// One row of the pool: a single element per task, pinned cells included, so that screen readers count right.
import type { Row } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';
import { type CellFace, CellView, el, type Icons, makeCell, PLAIN } from './cell';
import { type Column, type Columns, fieldLabel } from './columns';
import { type Area, isInside } from './selection';
import type { Sheet } from './sheet';

/** Makes the empty row of which all others are copies: copying costs the page less than making. */
export function makeRow({ shown }: Columns): HTMLElement {
  const row = el('sheet-row', 'row');
  row.append(...shown.map(makeCell));
  row.hidden = true;
  return row;
}

export class RowView {
  readonly element: HTMLElement;
  readonly cells: CellView[];
  index = -1;
  #line = -1;
  #top = -1;

  constructor(element: HTMLElement, icons: Icons, { shown }: Columns) {
    this.element = element;
    const elements = [...element.children] as HTMLElement[];
    this.cells = shown.flatMap((column, index) => {
      const cell = elements[index];
      return cell ? new CellView(cell, column, icons) : [];
    });
  }

  get elements(): HTMLElement[] {
    return this.cells.map((cell) => cell.element);
  }

  hide(): void {
    if (this.index < 0) return;
    this.index = -1;
    this.element.hidden = true;
  }

  show(index: number, line: number, top: number, sheet: Sheet): void {
    if (this.index !== index) {
      this.index = index;
      this.element.hidden = false;
    }
    if (this.#line !== line || this.#top !== top) {
      this.#line = line;
      this.#top = top;
      this.element.style.top = `${top}px`;
      this.element.setAttribute('aria-rowindex', String(line + 2));
    }
    const isNew = sheet.isNewRow(index);
    this.element.classList.toggle('new-row', isNew);
    this.element.classList.toggle('loading', !isNew && sheet.rows.row(index) === undefined);
    const { area } = sheet;
    for (const [col, cell] of this.cells.entries()) {
      const column = sheet.columns.shown[col];
      if (column) cell.show(faceOf(sheet, index, column, col, area));
    }
  }
}

function faceOf(sheet: Sheet, row: number, column: Column, col: number, area: Area): CellFace {
  if (column.kind === 'number') {
    const text = sheet.isNewRow(row) ? '+' : String(row + 1);
    return { ...PLAIN, text, selected: row >= area.top && row <= area.bottom };
  }
  const selected = isInside(area, { row, col });
  if (sheet.isNewRow(row)) {
    const hint = column.field === 'name';
    return { ...PLAIN, text: hint ? m.matrix_new_task() : '', faint: hint, selected };
  }
  const known = sheet.rows.row(row);
  if (column.kind === 'lane') {
    const lane = known?.lane ?? null;
    const text = lane ? LANE_NAMES[lane]() : known ? lacking(known) : '';
    const note = known?.decision ?? (known?.isCapped ? 'capped' : null);
    return { ...PLAIN, text, lane, faint: lane === null, selected, note };
  }
  return {
    ...PLAIN,
    text: sheet.textAt(row, column) ?? '',
    selected,
    refused: sheet.rejectedAt(row, column.field)?.sentence ?? null,
    tag: column.field === 'name' && known?.isReference === true,
  };
}

/** Several missing scores go by the heads of their columns, or the cell would cut them off. */
function lacking({ missing, missingScores }: Row): string {
  const isSeveral = missingScores.length > 1 && missingScores.length < 4;
  if (!isSeveral) return missing ?? '';
  const heads = missingScores.map(fieldLabel);
  return m.matrix_needs_several({ scores: heads.join(', ') });
}

const LANE_NAMES = { automate: m.lane_automate, hybrid: m.lane_hybrid, human_only: m.lane_human_only };
