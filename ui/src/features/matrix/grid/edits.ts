// The changes a user makes in the worksheet, each sent to the backend in the order in which it was made.
import type { CellKey, commands, Outcome, pasteCells, RowSpan } from '../../../ipc/bindings';
import type { Changes } from './changes';
import { asPastedCell, canChange, lastPastedColumn, pasteTargetOf, rangeOf } from './clipboard';
import { fillDownOf, fillTo } from './fill';
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
  | 'copyCells'
  | 'clipboardText'
  | 'insertTasks'
  | 'addTask'
  | 'deleteTasks'
  | 'duplicateTasks'
  | 'moveTasks'
> & { pasteCells: typeof pasteCells };

export class Edits {
  readonly #sheet: Sheet;
  readonly #backend: Backend;
  readonly #changes: Changes;

  constructor(sheet: Sheet, backend: Backend, changes: Changes) {
    this.#sheet = sheet;
    this.#backend = backend;
    this.#changes = changes;
  }

  /** Enters a text in a cell. A refused one calls the selection back, unless the user has gone on. */
  async enter(cell: Cell, text: string): Promise<void> {
    const column = this.#sheet.columns.at(cell.col);
    const { field } = column;
    if (!field) return;
    this.#sheet.outline(null);
    if (this.#sheet.isNewRow(cell.row)) return this.#makeTask(cell, field, text);
    if (this.#sheet.textAt(cell.row, column) === text) return;
    const id = this.#changes.taskAt(cell.row);
    const ticket = this.#sheet.pending.put(this.#sheet.refOf(cell.row), field, text);
    const gesture = this.#sheet.gesture;
    const job = async () => this.#backend.setCell(await id(), field, text);
    const said = column.kind === 'text' || column.kind === 'name' ? 'auto' : 'never';
    const outcome = await this.#changes.make({ job, said }, ticket);
    const stillThere = this.#sheet.gesture <= gesture + 1;
    if (outcome && outcome.refusedCount > 0 && stillThere) this.#sheet.look(selectCell(cell));
  }

  /** The last row makes a task of what is typed into it. */
  async #makeTask(cell: Cell, field: CellKey, text: string): Promise<void> {
    if (text.trim() === '') return;
    const here = { top: cell.row, bottom: cell.row, left: cell.col, right: cell.col };
    const target = pasteTargetOf(here, this.#sheet.columns);
    if (!target) return;
    const ticket = this.#sheet.pending.put(cell.row, field, text);
    this.#sheet.rows.expect(1);
    const pasted = () => this.#backend.pasteCells(new TextEncoder().encode(asPastedCell(text)), target);
    const job = field === 'name' ? () => this.#backend.addTask(text) : pasted;
    await this.#changes.make({ job, moves: true, makes: 1, said: 'never' }, ticket);
  }

  async enterEverywhere(area: Area, text: string): Promise<void> {
    const range = rangeOf(area, this.#sheet.columns);
    if (canChange(area, this.#sheet.columns))
      await this.#changes.make({ job: () => this.#backend.fillCells(range, text) });
  }

  async setField(id: string, field: CellKey, text: string): Promise<Outcome | null> {
    return this.#changes.make({ job: () => this.#backend.setCell(id, field, text), said: 'never' });
  }

  async discard(id: string, field: CellKey): Promise<void> {
    await this.#changes.make({ job: () => this.#backend.discardRejected(id, field) });
  }

  async clear(area: Area): Promise<void> {
    const range = rangeOf(area, this.#sheet.columns);
    if (!canChange(area, this.#sheet.columns) || this.#sheet.isNewRow(area.top)) return;
    const single = area.top === area.bottom && area.left === area.right;
    await this.#changes.make({ job: () => this.#backend.clearCells(range), said: single ? 'never' : 'auto' });
  }

  async fillDown(area: Area): Promise<void> {
    const fill = this.#sheet.isNewRow(area.top) ? null : fillDownOf(area, this.#sheet.columns);
    if (fill) await this.#changes.make({ job: () => this.#backend.fillDown(fill.source, fill.lastRow) });
  }

  async dragFill(area: Area, row: number): Promise<void> {
    const fill = fillTo(area, row, this.#sheet.rows.total, this.#sheet.columns);
    if (fill)
      await this.#changes.make({
        job: () => this.#backend.fillDown(fill.source, fill.lastRow),
        look: columnsOf(area.left, area.right),
      });
  }

  async paste(area: Area, text: string): Promise<void> {
    const { columns } = this.#sheet;
    const target = pasteTargetOf(area, columns);
    if (!target || text === '') return;
    const body = new TextEncoder().encode(text);
    await this.#changes.make({
      job: () => this.#backend.pasteCells(body, target),
      moves: true,
      look: columnsOf(area.left, lastPastedColumn(area, text, columns)),
    });
  }

  async pasteFromClipboard(area: Area): Promise<void> {
    const text = await this.#changes.inTurn(() => this.#backend.clipboardText());
    if (text !== null) await this.paste(area, text);
  }

  /** Copies an area; returns whether there was something to copy. */
  async copy(area: Area): Promise<boolean> {
    const range = rangeOf(area, this.#sheet.columns);
    if (range.fields.length === 0 || this.#sheet.isNewRow(area.top)) return false;
    const cells = await this.#changes.inTurn(() => this.#backend.copyCells(range));
    if (cells === null) return false;
    this.#sheet.outline(area);
    this.#changes.host.copied(cells);
    return true;
  }

  async cut(area: Area): Promise<void> {
    if (await this.copy(area)) await this.clear(area);
  }

  async insert(beforeRow: number, count: number): Promise<void> {
    await this.#changes.make({
      job: () => this.#backend.insertTasks(beforeRow, count),
      moves: true,
      look: this.#wholeRows,
    });
  }

  async remove(area: Area): Promise<void> {
    const rows = this.#span(area);
    if (rows)
      await this.#changes.make({
        job: () => this.#backend.deleteTasks(rows),
        moves: true,
        look: this.#wholeRows,
        said: 'always',
      });
  }

  async duplicate(area: Area): Promise<void> {
    const rows = this.#span(area);
    if (rows)
      await this.#changes.make({
        job: () => this.#backend.duplicateTasks(rows),
        moves: true,
        look: this.#wholeRows,
      });
  }

  /** Puts the selected rows before another row. */
  async moveBefore(area: Area, beforeRow: number): Promise<void> {
    const rows = this.#span(area);
    const stays = beforeRow >= area.top && beforeRow <= area.bottom + 1;
    if (!rows || stays || beforeRow < 0 || beforeRow > this.#sheet.rows.total) return;
    await this.#changes.make({
      job: () => this.#backend.moveTasks(rows, beforeRow),
      moves: true,
      look: this.#wholeRows,
    });
  }

  readonly #wholeRows = ({ first, last }: RowSpan): Selection => selectRows(first, last, this.#sheet.extent);

  #span({ top, bottom }: Area): { first: number; last: number } | null {
    return this.#sheet.isNewRow(top) ? null : { first: top, last: bottom };
  }
}

function columnsOf(left: number, right: number): (rows: RowSpan) => Selection {
  return ({ first, last }) => ({ ...selectCell({ row: first, col: left }), head: { row: last, col: right } });
}
