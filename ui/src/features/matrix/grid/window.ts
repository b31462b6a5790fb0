// The rows near the visible part of the sheet, fetched in blocks. The page never holds the whole table.
import type { Row, RowWindow } from '../../../ipc/bindings';

export type RowSource = (first: number, count: number) => Promise<RowWindow>;

export const BLOCK = 64;
const MOST_BLOCKS = 16;
const MOST_IN_FLIGHT = 2;

type Block = { rows: Row[]; epoch: number };

type Events = {
  /** Rows came in that were asked for at this epoch or later than it. */
  arrived: (epoch: number) => void;
  failed: (error: unknown) => void;
};

export class RowCache {
  readonly #source: RowSource;
  readonly #events: Events;
  readonly #blocks = new Map<number, Block>();
  readonly #inFlight = new Set<number>();
  readonly #failed = new Set<number>();
  #wanted: { first: number; last: number } = { first: 0, last: 0 };
  #epoch = 0;
  /** The epoch since which every row has stayed at its place. */
  #orderedSince = 0;
  #total: number;
  #expected = 0;

  /** A window that is known already spares its request. */
  constructor(source: RowSource, total: number, events: Events, known?: RowWindow) {
    this.#source = source;
    this.#total = total;
    this.#events = events;
    if (known?.total === total && known.first === 0 && known.rows.length >= Math.min(total, BLOCK))
      this.#store(0, { rows: known.rows.slice(0, BLOCK), epoch: 0 });
  }

  /** How many rows there are, those included that changes on their way are about to make. */
  get total(): number {
    return this.#total + this.#expected;
  }

  /** Grows with every change: rows that were asked for before it may be out of date. */
  get epoch(): number {
    return this.#epoch;
  }

  row(index: number): Row | undefined {
    return index < this.#total ? this.#blocks.get(Math.floor(index / BLOCK))?.rows[index % BLOCK] : undefined;
  }

  /** Returns the id of the row at a place, or nothing where rows may have moved since it was fetched. */
  idAt(index: number): string | undefined {
    const block = this.#blocks.get(Math.floor(index / BLOCK));
    return block && block.epoch >= this.#orderedSince ? this.row(index)?.id : undefined;
  }

  /** Says which rows are in view, the last included; missing ones are fetched. */
  want(first: number, last: number): void {
    this.#wanted = { first: Math.max(first, 0), last };
    this.#pump();
  }

  /** Takes note of a change: what is in view stays shown until the new rows are here, the rest goes. */
  invalidate(total: number | null, moved: boolean): void {
    this.#epoch += 1;
    if (moved) this.#orderedSince = this.#epoch;
    this.#total = total ?? this.#total;
    this.#failed.clear();
    for (const index of this.#blocks.keys()) {
      if (!this.#isWanted(index)) this.#blocks.delete(index);
    }
    this.#pump();
  }

  /** Counts rows that a change on its way is about to make, or that it has made. */
  expect(rows: number): void {
    this.#expected += rows;
  }

  /** Asks for one row as it is now, past the cache. */
  async fetch(index: number): Promise<Row | undefined> {
    const found = await this.#source(index, 1);
    return found.rows[0];
  }

  #isWanted(block: number): boolean {
    const { first, last } = this.#wanted;
    return block >= Math.floor(first / BLOCK) && block <= Math.floor(last / BLOCK);
  }

  #pump(): void {
    const lastRow = Math.min(this.#wanted.last, this.#total - 1);
    const last = Math.floor(lastRow / BLOCK);
    for (let index = Math.floor(this.#wanted.first / BLOCK); index <= last; index += 1) {
      if (this.#inFlight.size >= MOST_IN_FLIGHT) return;
      const known = this.#blocks.get(index);
      const fresh = known !== undefined && known.epoch === this.#epoch;
      if (!fresh && !this.#inFlight.has(index) && !this.#failed.has(index)) void this.#load(index);
    }
  }

  async #load(index: number): Promise<void> {
    const epoch = this.#epoch;
    this.#inFlight.add(index);
    try {
      const { rows, total } = await this.#source(index * BLOCK, BLOCK);
      if (epoch === this.#epoch) this.#total = total;
      this.#store(index, { rows, epoch });
    } catch (error) {
      this.#failed.add(index);
      this.#events.failed(error);
    }
    this.#inFlight.delete(index);
    this.#pump();
    this.#events.arrived(epoch);
  }

  #store(index: number, block: Block): void {
    this.#blocks.delete(index);
    this.#blocks.set(index, block);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= MOST_BLOCKS) return;
      if (!this.#isWanted(oldest)) this.#blocks.delete(oldest);
    }
  }
}
