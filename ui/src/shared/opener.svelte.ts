/** A button that opens something beside it; pressed again, it closes that. */
export class Opener {
  isOpen = $state(false);
  readonly id: string;
  readonly #opens: 'menu' | 'dialog';
  /** The button was pressed while it was open: what floats closes by itself then, and the click shall not reopen it. */
  #closing = false;

  constructor(id: string, opens: 'menu' | 'dialog') {
    this.id = id;
    this.#opens = opens;
  }

  get #button(): HTMLElement | null {
    return document.getElementById(this.id);
  }

  /** Where the button stands, in the window. */
  get box(): DOMRect {
    return this.#button?.getBoundingClientRect() ?? new DOMRect();
  }

  focus(): void {
    this.#button?.focus();
  }

  /** What the button spreads. */
  get attributes() {
    return {
      id: this.id,
      'aria-haspopup': this.#opens,
      'aria-expanded': this.isOpen,
      'data-state': this.isOpen ? 'open' : 'closed',
      onclick: () => {
        this.isOpen = !this.#closing;
        this.#closing = false;
      },
    };
  }

  /** Takes note of a press anywhere, before whatever else listens closes what is open. */
  pressed(target: EventTarget | null): void {
    this.#closing = this.isOpen && target instanceof Node && this.#button?.contains(target) === true;
  }
}
