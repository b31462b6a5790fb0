// The changes a user makes in the worksheet, each sent to the backend in the order in which it was made.
import type { commands, FieldKey, Outcome, RowSpan } from '../../../ipc/bindings';
import { asPastedCell, lastPastedColumn, pasteHeaders, pasteTargetOf, rangeOf } from './clipboard';
import { columnAt } from './columns';
import { fillDownOf, fillTo } from './fill';
import type { CommandQueue } from './queue';
import { type Area, type Cell, type Selection, selectCell, selectRows } from './selection';
import type { Sheet } from './sheet';

export type Backend = Pick<
  typeof commands,
  | 'rows'
  | 'setCell'
  | 'discardRejected'
  | 'clearCells'
  | 'fillCells'
  | 'fillDown'
  | 'pasteCells'
  | 'copyCells'
  | 'clipboardText'
  | 'insertTasks'
  | 'addTask'
  | 'deleteTasks'
  | 'duplicateTasks'
  | 'moveTasks'
>;

export type Host = {
  /** Waits for a change, takes over the status and says what happened; null when it failed, which is then said. */
  run: (change: Promise<Outcome>, said: boolean) => Promise<Outcome | null>;
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
  /** False for a typed entry, which needs no words. */
  said?: boolean;
};

export class Edits {
  readonly #sheet: Sheet;
  readonly #backend: Backend;
  readonly #queue: CommandQueue;
  readonly #host: Host;
  #movesUnderWay = 0;
  /** The latest change that was made here. */
  #ownRevision = 0;

  constructor(sheet: Sheet, backend: Backend, queue: CommandQueue, host: Host) {
    this.#sheet = sheet;
    this.#backend = backend;
    this.#queue = queue;
    this.#host = host;
  }

  /** Takes over a change made elsewhere, such as an import. */
  takeOver(outcome: Outcome): void {
    if (outcome.status.revision <= this.#ownRevision) return;
    this.#refresh(outcome.status.summary.total, true);
    if (outcome.focus)
      this.#sheet.look(selectCell({ row: outcome.focus.first, col: this.#sheet.active.col }));
  }

  /** Enters a text in a cell. A refused one calls the selection back, unless the user has gone on. */
  async enter(cell: Cell, text: string): Promise<void> {
    const { field } = columnAt(cell.col);
    if (!field) return;
    this.#sheet.outline(null);
    if (this.#sheet.isNewRow(cell.row)) return this.#makeTask(cell, field, text);
    if (this.#sheet.textAt(cell.row, columnAt(cell.col)) === text) return;
    const id = this.#lookUp(cell.row);
    const ticket = this.#sheet.pending.put(this.#sheet.refOf(cell.row), field, text);
    const gesture = this.#sheet.gesture;
    const job = async () => this.#backend.setCell(await id(), field, text);
    const said = columnAt(cell.col).kind === 'text';
    const outcome = await this.#change({ job, said }, ticket);
    const stillThere = this.#sheet.gesture <= gesture + 1;
    if (outcome && outcome.refusedCount > 0 && stillThere) this.#sheet.look(selectCell(cell));
  }

  /** The last row makes a task of what is typed into it. */
  async #makeTask(cell: Cell, field: FieldKey, text: string): Promise<void> {
    if (text.trim() === '') return;
    const target = pasteTargetOf({ top: cell.row, bottom: cell.row, left: cell.col, right: cell.col });
    if (!target) return;
    const ticket = this.#sheet.pending.put(cell.row, field, text);
    this.#sheet.rows.expect(1);
    const pasted = () =>
      this.#backend.pasteCells(new TextEncoder().encode(asPastedCell(text)), pasteHeaders(target));
    const job = field === 'name' ? () => this.#backend.addTask(text) : pasted;
    await this.#change({ job, moves: true, makes: 1, said: false }, ticket);
  }

  /** Returns the id of the task at a row, found when its turn comes if rows are moving under it. */
  #lookUp(row: number): () => Promise<string> {
    const known = this.#movesUnderWay === 0 ? this.#sheet.rows.idAt(row) : undefined;
    return async () => {
      const id = known ?? (await this.#sheet.rows.fetch(row))?.id;
      if (id === undefined) throw new RangeError(`no task at row ${row + 1}`);
      return id;
    };
  }

  async enterEverywhere(area: Area, text: string): Promise<void> {
    const range = rangeOf(area);
    if (range.fields.length > 0) await this.#change({ job: () => this.#backend.fillCells(range, text) });
  }

  async setField(id: string, field: FieldKey, text: string): Promise<Outcome | null> {
    return this.#change({ job: () => this.#backend.setCell(id, field, text), said: false });
  }

  async discard(id: string, field: FieldKey): Promise<void> {
    await this.#change({ job: () => this.#backend.discardRejected(id, field) });
  }

  async clear(area: Area): Promise<void> {
    const range = rangeOf(area);
    if (range.fields.length === 0 || this.#sheet.isNewRow(area.top)) return;
    const single = area.top === area.bottom && area.left === area.right;
    await this.#change({ job: () => this.#backend.clearCells(range), said: !single });
  }

  async fillDown(area: Area): Promise<void> {
    const fill = this.#sheet.isNewRow(area.top) ? null : fillDownOf(area);
    if (fill) await this.#change({ job: () => this.#backend.fillDown(fill.source, fill.lastRow) });
  }

  async dragFill(area: Area, row: number): Promise<void> {
    const fill = fillTo(area, row, this.#sheet.rows.total);
    if (fill)
      await this.#change({
        job: () => this.#backend.fillDown(fill.source, fill.lastRow),
        look: columnsOf(area.left, area.right),
      });
  }

  async paste(area: Area, text: string): Promise<void> {
    const target = pasteTargetOf(area);
    if (!target || text === '') return;
    const body = new TextEncoder().encode(text);
    await this.#change({
      job: () => this.#backend.pasteCells(body, pasteHeaders(target)),
      moves: true,
      look: columnsOf(area.left, lastPastedColumn(area, text)),
    });
  }

  async pasteFromClipboard(area: Area): Promise<void> {
    try {
      await this.paste(area, await this.#backend.clipboardText());
    } catch (error) {
      this.#host.failed(error);
    }
  }

  /** Copies an area; returns whether there was something to copy. */
  async copy(area: Area): Promise<boolean> {
    const range = rangeOf(area);
    if (range.fields.length === 0 || this.#sheet.isNewRow(area.top)) return false;
    try {
      const cells = await this.#queue.run(() => this.#backend.copyCells(range));
      this.#sheet.outline(area);
      this.#host.copied(cells);
      return true;
    } catch (error) {
      this.#host.failed(error);
      return false;
    }
  }

  async cut(area: Area): Promise<void> {
    if (await this.copy(area)) await this.clear(area);
  }

  async insert(beforeRow: number, count: number): Promise<void> {
    await this.#change({
      job: () => this.#backend.insertTasks(beforeRow, count),
      moves: true,
      look: wholeRows,
    });
  }

  async remove(area: Area): Promise<void> {
    const rows = this.#span(area);
    if (rows)
      await this.#change({ job: () => this.#backend.deleteTasks(rows), moves: true, look: wholeRows });
  }

  async duplicate(area: Area): Promise<void> {
    const rows = this.#span(area);
    if (rows)
      await this.#change({ job: () => this.#backend.duplicateTasks(rows), moves: true, look: wholeRows });
  }

  /** Takes a step back or forward, after whatever is still on its way. */
  async retrace(job: () => Promise<Outcome | null>): Promise<void> {
    this.#sheet.outline(null);
    await this.#queue.run(job);
  }

  /** Puts the selected rows before another row. */
  async moveBefore(area: Area, beforeRow: number): Promise<void> {
    const rows = this.#span(area);
    const stays = beforeRow >= area.top && beforeRow <= area.bottom + 1;
    if (!rows || stays || beforeRow < 0 || beforeRow > this.#sheet.rows.total) return;
    await this.#change({ job: () => this.#backend.moveTasks(rows, beforeRow), moves: true, look: wholeRows });
  }

  #span({ top, bottom }: Area): { first: number; last: number } | null {
    return this.#sheet.isNewRow(top) ? null : { first: top, last: bottom };
  }

  async #change(change: Change, ticket?: number): Promise<Outcome | null> {
    const { job, moves = false, makes = 0, look, said = true } = change;
    const { rows } = this.#sheet;
    this.#sheet.outline(null);
    if (moves) this.#movesUnderWay += 1;
    const outcome = await this.#host.run(
      this.#queue.run(() => this.#own(job)),
      said,
    );
    if (moves) this.#movesUnderWay -= 1;
    rows.expect(-makes);
    this.#refresh(outcome?.status.summary.total ?? null, moves, ticket);
    if (look && outcome?.focus) this.#sheet.look(look(outcome.focus));
    return outcome;
  }

  async #own(job: () => Promise<Outcome>): Promise<Outcome> {
    const outcome = await job();
    this.#ownRevision = Math.max(this.#ownRevision, outcome.status.revision);
    return outcome;
  }

  #refresh(total: number | null, moves: boolean, ticket?: number): void {
    this.#sheet.rows.invalidate(total, moves);
    if (ticket !== undefined) this.#sheet.pending.settle(ticket, this.#sheet.rows.epoch);
  }
}

function wholeRows({ first, last }: RowSpan): Selection {
  return selectRows(first, last);
}

function columnsOf(left: number, right: number): (rows: RowSpan) => Selection {
  return ({ first, last }) => ({ ...selectCell({ row: first, col: left }), head: { row: last, col: right } });
}
