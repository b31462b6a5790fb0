// Keeps what changes often, such as a width under the mouse, and sends it on once it has come to rest.

const REST_MS = 300;

export class Saving {
  readonly #save: (text: string) => void;
  #text: string | null = null;
  #timer = 0;

  constructor(save: (text: string) => void) {
    this.#save = save;
  }

  put(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), REST_MS);
  }

  /** Sends what is waiting at once. */
  flush(): void {
    clearTimeout(this.#timer);
    const text = this.#text;
    this.#text = null;
    if (text !== null) this.#save(text);
  }
}
