// The one text field of the sheet. It always has the focus, so that no first character is ever lost:
// an input method starts composing in the very field in which the text will stand.
import { m } from '../../../paraglide/messages';
import type { Rect } from './geometry';
import { type Intent, intentOf, type Mode } from './keys';

type Room = { left: number; right: number; top: number; bottom: number };

export type EditorEvents = {
  /** The first character was typed over the active cell; returns whether the cell takes text. */
  began: () => boolean;
  /** Returns whether the intent was meant for the sheet. */
  intent: (intent: Intent) => boolean;
  pasted: (event: ClipboardEvent) => void;
  copied: (event: ClipboardEvent, cut: boolean) => void;
  came: () => void;
  left: () => void;
};

export class Editor {
  readonly element = document.createElement('textarea');
  readonly #events: EditorEvents;
  readonly #mac: boolean;
  #mode: Mode = 'ready';
  #place: Rect = { left: 0, top: 0, width: 0, height: 0 };
  #room: Room = { left: 0, right: 0, top: 0, bottom: 0 };

  constructor(events: EditorEvents, gridId: string, mac: boolean) {
    this.#events = events;
    this.#mac = mac;
    const { element } = this;
    element.className = 'sheet-editor';
    element.rows = 1;
    element.dir = 'auto';
    element.spellcheck = false;
    element.autocomplete = 'off';
    // While it only waits, the app's shortcuts work in it.
    element.dataset.keys = 'app';
    element.setAttribute('aria-controls', gridId);
    element.setAttribute('aria-label', m.matrix_editor_label());
    element.addEventListener('keydown', (event) => this.#onKey(event));
    element.addEventListener('compositionstart', () => this.#begin());
    element.addEventListener('input', () => this.#begin());
    element.addEventListener('focus', () => events.came());
    element.addEventListener('blur', () => {
      // Going to another window and back must not end what is being typed.
      if (document.hasFocus()) events.left();
    });
    element.addEventListener('paste', (event) => {
      if (this.#mode === 'ready') events.pasted(event);
    });
    for (const kind of ['copy', 'cut'] as const) {
      // WebKit offers copying to a field without a selection only if this event is taken.
      element.addEventListener(`before${kind}`, (event) => this.#mode === 'ready' && event.preventDefault());
      element.addEventListener(
        kind,
        (event) => this.#mode === 'ready' && events.copied(event, kind === 'cut'),
      );
    }
  }

  get mode(): Mode {
    return this.#mode;
  }

  get text(): string {
    return this.element.value;
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  get hasFocus(): boolean {
    return document.activeElement === this.element;
  }

  /** Opens the cell's own text for mending. */
  mend(text: string): void {
    this.#setMode('mending');
    this.element.value = text;
    this.element.setSelectionRange(text.length, text.length);
    this.#fit();
  }

  /** Goes on with the typed text as if it had been opened: arrows move in the text from here. */
  keepMending(): void {
    this.#setMode('mending');
  }

  /** Ends the entry and returns what was typed. */
  end(): string {
    const { value } = this.element;
    this.#setMode('ready');
    this.element.value = '';
    this.#fit();
    return value;
  }

  newline(): void {
    this.element.setRangeText('\n', this.element.selectionStart, this.element.selectionEnd, 'end');
    this.#fit();
  }

  /** Lies over a cell; open text may grow inside the room that is in view. */
  place(rect: Rect, room: Room): void {
    this.#place = rect;
    this.#room = room;
    this.#fit();
  }

  /** Lines the text up as the column does. */
  align(kind: string): void {
    this.element.dataset.kind = kind;
  }

  /** Points screen readers at the active cell, or, while text is open, at the text itself. */
  describe(cell: HTMLElement | null, label: string, descriptionId: string | null): void {
    const { element } = this;
    const pointsAt = this.#mode === 'ready' ? (cell?.id ?? null) : null;
    setOrRemove(element, 'aria-activedescendant', pointsAt);
    element.setAttribute('aria-label', this.#mode === 'ready' ? m.matrix_editor_label() : label);
    setOrRemove(element, 'aria-describedby', descriptionId);
  }

  #setMode(mode: Mode): void {
    this.#mode = mode;
    this.element.dataset.mode = mode;
    if (mode === 'ready') this.element.dataset.keys = 'app';
    else delete this.element.dataset.keys;
  }

  #begin(): void {
    if (this.#mode === 'ready') {
      if (!this.#events.began()) {
        this.element.value = '';
        return;
      }
      this.#setMode('typing');
    }
    this.#fit();
  }

  #onKey(event: KeyboardEvent): void {
    const intent = intentOf(event, this.#mode, this.#mac);
    if (!intent || !this.#events.intent(intent)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #fit(): void {
    const { style } = this.element;
    const { left, top, width, height } = this.#place;
    if (this.#mode === 'ready') {
      setBox(style, left, top, width, height);
      return;
    }
    const { right, bottom } = this.#room;
    setBox(style, left, top, width, height);
    const fits = this.element.scrollHeight <= Math.ceil(height);
    const wide = fits ? width : Math.max(width, Math.min((right - this.#room.left) / 2, width * 2));
    const x = Math.max(Math.min(left, right - wide), this.#room.left);
    setBox(style, x, top, wide, height);
    const tall = fits ? height : Math.max(this.element.scrollHeight, height);
    setBox(style, x, Math.max(Math.min(top, bottom - tall), this.#room.top), wide, tall);
  }
}

function setBox(style: CSSStyleDeclaration, left: number, top: number, width: number, height: number): void {
  style.left = `${left}px`;
  style.top = `${top}px`;
  style.width = `${width}px`;
  style.height = `${height}px`;
}

function setOrRemove(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
