/** Asks one question at a time. What is asked meanwhile waits, and only the newest of it is asked. */
export class Newest<Question, Answer> {
  readonly #ask: (question: Question) => Promise<Answer>;
  readonly #take: (answer: Answer) => void;
  #isAsking = false;
  #next: { question: Question } | null = null;
  /** Counts up when answers that are still under way are no longer wanted. */
  #round = 0;

  constructor(ask: (question: Question) => Promise<Answer>, take: (answer: Answer) => void) {
    this.#ask = ask;
    this.#take = take;
  }

  ask(question: Question): void {
    this.#next = { question };
    if (!this.#isAsking) void this.#run();
  }

  stop(): void {
    this.#round++;
    this.#next = null;
  }

  async #run(): Promise<void> {
    this.#isAsking = true;
    while (this.#next) {
      const { question } = this.#next;
      const round = this.#round;
      this.#next = null;
      try {
        const answer = await this.#ask(question);
        if (round === this.#round) this.#take(answer);
      } catch {
        // What would happen is not known: the bars stay where they were last said to be.
      }
    }
    this.#isAsking = false;
  }
}
