// Texts that were typed and are on their way: cells show them until the rows that hold them are here.
import type { CellKey } from '../../../ipc/bindings';

/** A task by its id, or by its place where it is being made and has none yet. */
export type TaskRef = string | number;

type Entry = { text: string; ticket: number; shownUntil: number | null };

export class PendingTexts {
  readonly #entries = new Map<string, Entry>();
  #tickets = 0;

  put(task: TaskRef, field: CellKey, text: string): number {
    this.#tickets += 1;
    this.#entries.set(keyOf(task, field), { text, ticket: this.#tickets, shownUntil: null });
    return this.#tickets;
  }

  get(task: TaskRef, field: CellKey): string | undefined {
    return this.#entries.size === 0 ? undefined : this.#entries.get(keyOf(task, field))?.text;
  }

  /** Notes that the change was made: rows of this epoch on hold it. */
  settle(ticket: number, epoch: number): void {
    for (const entry of this.#entries.values()) {
      if (entry.ticket === ticket) entry.shownUntil = epoch;
    }
  }

  /** Forgets what rows of this epoch hold. */
  arrived(epoch: number): void {
    for (const [key, { shownUntil }] of this.#entries) {
      if (shownUntil !== null && shownUntil <= epoch) this.#entries.delete(key);
    }
  }
}

function keyOf(task: TaskRef, field: CellKey): string {
  return `${task}|${field}`;
}
