/** Sends a text on its way; a refusal goes to `refused`. Nothing comes back where it was not kept. */
export type Keep = (text: string, refused: (sentence: string) => void) => Promise<unknown>;

/** A text that is kept when its field is left. What was refused stays in the field, with its sentence. */
export class Draft {
  /** What was typed since; nothing where the field shows what is kept. */
  typed = $state<string | null>(null);
  refused = $state<string | null>(null);
  readonly #kept: () => string;
  readonly #keep: Keep;

  constructor(kept: () => string, keep: Keep) {
    this.#kept = kept;
    this.#keep = keep;
  }

  get text(): string {
    return this.typed ?? this.#kept();
  }

  type(text: string): void {
    this.typed = text;
  }

  /** Keeps what was typed. */
  async leave(): Promise<void> {
    const typed = this.typed;
    if (typed === null) return;
    if (typed === this.#kept()) {
      this.discard();
      return;
    }
    let sentence: string | null = null;
    const isKept = await this.#keep(typed, (refusal) => {
      sentence = refusal;
    });
    this.refused = sentence;
    // Whatever was typed while it was on its way is kept when the field is left again.
    if (isKept && this.typed === typed) this.typed = null;
  }

  /** Goes back to what is kept; returns whether there was something to forget. */
  discard(): boolean {
    const isDirty = this.typed !== null;
    this.typed = null;
    this.refused = null;
    return isDirty;
  }
}
