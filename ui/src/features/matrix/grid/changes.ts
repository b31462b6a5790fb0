// Sends changes one at a time, and brings the sheet up to date with what each has done.
import type { CommandError, Outcome, RowSpan } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';
import type { CommandQueue } from '../../../shared/queue';
import { type Selection, selectCell } from './selection';
import type { Sheet } from './sheet';

/** Whether a change is spoken of: `never` for a typed entry, `always` where much is lost by a slip of the hand. */
export type Said = 'never' | 'auto' | 'always';

export type Host = {
  /** Waits for a change, takes over the status and says what happened; null when it failed, which is then said. */
  run: (change: Promise<Outcome>, said: Said) => Promise<Outcome | null>;
  failed: (error: unknown) => void;
  copied: (cells: number) => void;
};

type Change = {
  job: () => Promise<Outcome>;
  /** Rows are added, removed or moved by it. */
  moves?: boolean;
  /** Rows that are shown already as if they had been made. */
  makes?: number;
  /** What is selected afterwards, of the rows that the backend names. */
  look?: (rows: RowSpan) => Selection;
  said?: Said;
};

export class Changes {
  readonly host: Host;
  readonly #sheet: Sheet;
  readonly #queue: CommandQueue;
  #movesUnderWay = 0;
  /** The latest change that was made here. */
  #ownRevision = 0;

  constructor(sheet: Sheet, queue: CommandQueue, host: Host) {
    this.#sheet = sheet;
    this.#queue = queue;
    this.host = host;
  }

  /** Makes a change after all before it. A ticket names the typed text that it carries. */
  async make(change: Change, ticket?: number): Promise<Outcome | null> {
    const { job, moves = false, makes = 0, look, said = 'auto' } = change;
    this.#sheet.outline(null);
    if (moves) this.#movesUnderWay += 1;
    const sent = this.#queue.run(() => this.#own(job));
    const outcome = await this.host.run(sent, said);
    if (moves) this.#movesUnderWay -= 1;
    this.#sheet.rows.expect(-makes);
    if (outcome) this.#sheet.stand(outcome.status.view, moves);
    else this.#sheet.rows.invalidate(null, moves);
    if (ticket !== undefined) this.#sheet.pending.settle(ticket, this.#sheet.rows.epoch);
    if (look && outcome?.focus) this.#sheet.look(look(outcome.focus));
    return outcome;
  }

  async #own(job: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = await job();
    this.#ownRevision = Math.max(this.#ownRevision, outcome.status.revision);
    return outcome;
  }

  /** Takes over a change made elsewhere, such as an import or a step back. */
  takeOver({ status, focus }: Outcome): void {
    if (status.revision <= this.#ownRevision) return;
    this.#sheet.stand(status.view);
    if (focus) this.#sheet.look(selectCell({ row: focus.first, col: this.#sheet.active.col }), focus.last);
  }

  /** Takes a step back or forward, after whatever is still on its way. */
  async retrace(step: () => Promise<Outcome | null>): Promise<void> {
    this.#sheet.outline(null);
    await this.#queue.run(step);
  }

  /** Asks for something after all changes before it; null when it failed, which is then said. */
  async inTurn<Answer>(question: () => Promise<Answer>): Promise<Answer | null> {
    try {
      return await this.#queue.run(question);
    } catch (error) {
      this.host.failed(error);
      return null;
    }
  }

  /** Returns the id of the task at a row, found when its turn comes if rows are moving under it. */
  taskAt(row: number): () => Promise<string> {
    const known = this.#movesUnderWay === 0 ? this.#sheet.rows.idAt(row) : undefined;
    return async () => {
      const id = known ?? (await this.#sheet.rows.fetch(row))?.id;
      if (id === undefined) throw gone();
      return id;
    };
  }
}

function gone(): CommandError {
  return { kind: 'not_found', message: m.matrix_row_gone() };
}
