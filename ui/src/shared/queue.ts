// One command at a time, in the order in which they were asked for.

export class CommandQueue {
  #tail: Promise<unknown> = Promise.resolve();

  /** Runs a job after all before it, whether those went well or not. */
  run<T>(job: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(job, job);
    this.#tail = result.catch(() => undefined);
    return result;
  }
}
