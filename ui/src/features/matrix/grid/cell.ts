// One cell of the pooled rows: writes to the page only what has changed since it was last shown.
import type { DecisionKey, LaneKey } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';
import type { Column } from './columns';
import { growthToken, isCut, widthToken } from './widths';

/** Icons drawn elsewhere, copied into cells. */
export type Icons = {
  lane: (lane: LaneKey) => Node;
  note: (note: LaneNote) => Node;
  warning: () => Node;
  /** There is more below: a menu, or the rows of a group. */
  more: () => Node;
  filtered: () => Node;
};

export type CellFace = {
  text: string;
  selected: boolean;
  /** The sentence that says why the text was refused. */
  refused: string | null;
  lane: LaneKey | null;
  /** Set in secondary ink: what is missing, or what the last row is for. */
  faint: boolean;
  tag: boolean;
  /** What stands behind the lane: a guardrail, a person. */
  note: LaneNote | null;
};

export type LaneNote = 'capped' | DecisionKey;

export const PLAIN: CellFace = {
  text: '',
  selected: false,
  refused: null,
  lane: null,
  faint: false,
  tag: false,
  note: null,
};

export function el(name: string, role?: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  if (role) element.setAttribute('role', role);
  return element;
}

/** Makes an empty cell of a column: the one of which all others are copies. */
export function makeCell(column: Column, index: number): HTMLElement {
  const isNumber = column.kind === 'number';
  const cell = el(`sheet-cell col-${column.kind}`, isNumber ? 'rowheader' : 'gridcell');
  cell.style.width = widthToken(index);
  cell.style.flexGrow = growthToken(index);
  cell.setAttribute('aria-colindex', String(index + 1));
  cell.dataset.col = String(index);
  if (['name', 'text', 'notes'].includes(column.kind)) cell.dir = 'auto';
  if (isNumber) cell.append(makeOpener());
  else cell.setAttribute('aria-selected', 'false');
  if (!isNumber && column.field === null) cell.setAttribute('aria-readonly', 'true');
  return cell;
}

function makeOpener(): HTMLElement {
  const opener = document.createElement('span');
  opener.className = 'sheet-open';
  opener.title = m.matrix_open_task();
  return opener;
}

export class CellView {
  readonly element: HTMLElement;
  readonly #column: Column;
  readonly #icons: Icons;
  readonly #text = document.createTextNode('');
  /** Holds the text where something stands beside it; a text alone needs no element of its own. */
  #beside: HTMLElement | null = null;
  #face: CellFace = PLAIN;
  #mark: Node | null = null;
  #tag: HTMLElement | null = null;
  #note: HTMLElement | null = null;

  constructor(element: HTMLElement, column: Column, icons: Icons) {
    this.element = element;
    this.#column = column;
    this.#icons = icons;
    element.prepend(this.#text);
  }

  show(face: CellFace): void {
    const was = this.#face;
    this.#face = face;
    this.#part(face.lane !== null || face.refused !== null || face.tag || face.note !== null);
    if (was.text !== face.text) {
      this.#text.data = face.text;
      if (this.#column.kind === 'score') this.#shade(face.text);
    }
    if (was.lane !== face.lane) this.#showLane(face.lane);
    if (was.selected !== face.selected) this.#showSelected(face.selected);
    if (was.faint !== face.faint) this.element.classList.toggle('faint', face.faint);
    if (was.tag !== face.tag) this.#showTag(face.tag);
    if (was.note !== face.note) this.#showNote(face.note);
    if (was.refused !== face.refused) this.#showRefused(face.refused);
  }

  #part(isBeside: boolean): void {
    if (isBeside === (this.#beside !== null)) return;
    this.element.classList.toggle('parted', isBeside);
    if (!this.#beside) {
      this.#beside = document.createElement('span');
      this.#beside.className = 'sheet-text';
      this.#beside.dir = this.element.dir;
      this.#beside.append(this.#text);
      this.element.prepend(this.#beside);
    } else {
      this.element.prepend(this.#text);
      this.#beside.remove();
      this.#beside = null;
    }
  }

  #shade(text: string): void {
    if (/^[1-5]$/.test(text)) this.element.dataset.score = text;
    else delete this.element.dataset.score;
  }

  #showSelected(selected: boolean): void {
    if (this.#column.kind === 'number') this.element.classList.toggle('in-range', selected);
    else this.element.setAttribute('aria-selected', String(selected));
  }

  #showLane(lane: LaneKey | null): void {
    this.#setMark(lane && this.#icons.lane(lane));
    if (lane) this.element.dataset.lane = lane;
    else delete this.element.dataset.lane;
  }

  #showRefused(sentence: string | null): void {
    this.element.classList.toggle('refused', sentence !== null);
    this.#setMark(sentence === null ? null : this.#icons.warning());
    if (sentence === null) {
      this.element.removeAttribute('aria-invalid');
      this.element.removeAttribute('title');
    } else {
      this.element.setAttribute('aria-invalid', 'true');
      this.element.title = sentence;
    }
  }

  #setMark(mark: Node | null): void {
    if (this.#mark) this.#mark.parentNode?.removeChild(this.#mark);
    this.#mark = mark;
    if (mark) this.element.prepend(mark);
  }

  #showTag(shown: boolean): void {
    if (!this.#tag) {
      this.#tag = document.createElement('span');
      this.#tag.className = 'sheet-tag';
      this.#tag.textContent = m.matrix_reference_tag();
    }
    if (shown) this.element.append(this.#tag);
    else this.#tag.remove();
  }

  /** A flag for a guardrail, a person for a decision; each says on hover what it means. */
  #showNote(note: LaneNote | null): void {
    this.#note?.remove();
    this.#note = null;
    if (note === null) return;
    this.#note = document.createElement('span');
    this.#note.className = `sheet-note ${note}`;
    this.#note.title = NOTE_TITLES[note]();
    this.#note.setAttribute('role', 'img');
    this.#note.setAttribute('aria-label', this.#note.title);
    this.#note.append(this.#icons.note(note));
    this.element.append(this.#note);
  }

  /** Gives the whole text on hover where the cell cuts it off. */
  titleIfCut(): void {
    if (this.#face.refused !== null) return;
    this.element.title = isCut(this.#beside ?? this.element) ? this.#face.text : '';
  }
}

const NOTE_TITLES = {
  capped: m.matrix_capped,
  holds: m.matrix_decided,
  stale: m.matrix_stale,
  expired: m.matrix_expired,
} satisfies Record<LaneNote, () => string>;
