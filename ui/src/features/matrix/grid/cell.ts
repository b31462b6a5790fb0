// One cell of the pooled rows: writes to the page only what has changed since it was last shown.
import type { DecisionKey, LaneKey } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';
import type { Column } from './columns';
import { growthToken, widthToken } from './widths';

/** Icons drawn elsewhere, copied into cells. */
export type Icons = {
  lane: (lane: LaneKey) => Node;
  note: (note: LaneNote) => Node;
  warning: () => Node;
  open: () => Node;
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

export class CellView {
  readonly element: HTMLElement;
  readonly #column: Column;
  readonly #icons: Icons;
  readonly #text = document.createElement('span');
  #face: CellFace = PLAIN;
  #mark: Node | null = null;
  #tag: HTMLElement | null = null;
  #note: HTMLElement | null = null;

  constructor(column: Column, index: number, icons: Icons) {
    this.#column = column;
    this.#icons = icons;
    this.element = el(`sheet-cell col-${column.kind}`, column.kind === 'number' ? 'rowheader' : 'gridcell');
    this.element.style.width = widthToken(index);
    this.element.style.flexGrow = growthToken(index);
    this.element.setAttribute('aria-colindex', String(index + 1));
    this.element.dataset.col = String(index);
    this.#text.className = 'sheet-text';
    if (['name', 'text', 'notes'].includes(column.kind)) this.#text.dir = 'auto';
    this.element.append(this.#text);
    if (column.kind === 'number') this.#addOpener();
    else this.element.setAttribute('aria-selected', 'false');
    if (column.kind !== 'number' && column.field === null) this.element.setAttribute('aria-readonly', 'true');
  }

  #addOpener(): void {
    const opener = document.createElement('span');
    opener.className = 'sheet-open';
    opener.title = m.matrix_open_task();
    opener.append(this.#icons.open());
    this.element.append(opener);
  }

  show(face: CellFace): void {
    const was = this.#face;
    this.#face = face;
    if (was.text !== face.text) {
      this.#text.textContent = face.text;
      if (this.#column.kind === 'score') this.#shade(face.text);
    }
    if (was.lane !== face.lane) this.#showLane(face.lane);
    if (was.selected !== face.selected) this.#showSelected(face.selected);
    if (was.faint !== face.faint) this.element.classList.toggle('faint', face.faint);
    if (was.tag !== face.tag) this.#showTag(face.tag);
    if (was.note !== face.note) this.#showNote(face.note);
    if (was.refused !== face.refused) this.#showRefused(face.refused);
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
    const cut = this.#text.scrollWidth > this.#text.clientWidth;
    this.element.title = cut ? this.#face.text : '';
  }
}

const NOTE_TITLES = {
  capped: m.matrix_capped,
  holds: m.matrix_decided,
  stale: m.matrix_stale,
  expired: m.matrix_expired,
} satisfies Record<LaneNote, () => string>;
