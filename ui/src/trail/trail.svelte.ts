import { untrack } from 'svelte';
import { commands, type HistoryEntry, type HistoryFilter, type HistoryRow } from '../ipc/bindings';
import { ask } from '../state/run';

export const EVERYTHING: HistoryFilter = {
  text: '',
  kind: null,
  person: null,
  taskId: null,
  from: null,
  to: null,
};

/** The part of the trail that is on the screen, from the newest entry back. */
export class Trail {
  /** Null until the first answer. */
  entries = $state.raw<HistoryEntry[] | null>(null);
  /** How many entries the whole trail has. */
  total = $state(0);
  taskName = $state<string | null>(null);
  busy = $state(false);
  #older = $state<number | null>(null);
  #filter = EVERYTHING;
  #page: number;
  /** Answers to an older question are dropped. */
  #asked = 0;

  constructor(page: number) {
    this.#page = page;
  }

  get hasOlder(): boolean {
    return this.#older !== null;
  }

  /** Shows the newest entries again; as many as are on the screen, so that it does not jump. */
  async show(filter: HistoryFilter): Promise<void> {
    const isSame = JSON.stringify(filter) === JSON.stringify(this.#filter);
    const shown = untrack(() => this.entries?.length ?? 0);
    const wanted = isSame ? Math.max(this.#page, shown) : this.#page;
    this.#filter = filter;
    await this.#read([], null, wanted);
  }

  async showOlder(): Promise<void> {
    if (this.busy || this.#older === null) return;
    const shown = this.entries ?? [];
    await this.#read(shown, this.#older, shown.length + this.#page);
  }

  /** Returns more of the rows that an entry changed. */
  async rowsOf(entry: HistoryEntry, first: number): Promise<HistoryRow[]> {
    return (await ask(commands.historyRows(this.#filter, entry.seq, first, 100))) ?? [];
  }

  /** A page may end before it is full, since one answer looks through only so much. */
  async #read(shown: HistoryEntry[], before: number | null, wanted: number): Promise<void> {
    const asked = ++this.#asked;
    const filter = this.#filter;
    this.busy = true;
    let entries = shown;
    let from = before;
    do {
      const page = await ask(commands.historyPage(filter, from, wanted - entries.length));
      if (asked !== this.#asked) return;
      if (!page) break;
      entries = [...entries, ...page.entries];
      from = page.older;
      this.total = page.total;
      this.taskName = page.taskName;
    } while (from !== null && entries.length < wanted);
    this.entries = entries;
    this.#older = from;
    this.busy = false;
  }
}
