// Keeps what changes often, such as a width under the mouse, and sends it on once it has come to rest.

const REST_MS = 300;

export class Saving {
  readonly #save: (text: string) => void;
  readonly #rest: number;
  #text: string | null = null;
  #timer = 0;

  constructor(save: (text: string) => void, rest = REST_MS) {
    this.#save = save;
    this.#rest = rest;
  }

  put(text: string): void {
    this.#text = text;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.flush(), this.#rest);
  }

  /** Forgets what is waiting. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#text = null;
  }

  /** Sends what is waiting at once. */
  flush(): void {
    clearTimeout(this.#timer);
    const text = this.#text;
    this.#text = null;
    if (text !== null) this.#save(text);
  }
}
