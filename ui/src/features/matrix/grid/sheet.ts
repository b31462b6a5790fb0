// The state of the worksheet: what is selected, copied and on its way. Knows no DOM.
import type { CellKey, Group, Rejected, Row, RowWindow, ViewState } from '../../../ipc/bindings';
import { columnsOf, STANDARD } from './arrangement';
import { type Column, type Columns, cellText, FIRST_COLUMN } from './columns';
import { type Marks, UNMARKED } from './header';
import { Lines } from './lines';
import { PendingTexts, type TaskRef } from './pending';
import { type Area, areaOf, type Cell, clamp, type Extent, type Selection, selectCell } from './selection';
import { RowCache, type RowSource } from './window';

type Events = { changed: () => void; failed: (error: unknown) => void };

export class Sheet {
  readonly rows: RowCache;
  readonly pending = new PendingTexts();
  /** How many rows a page key goes; the view says. */
  page = 1;
  /** The range last copied, outlined until Escape or an edit. */
  copied: Area | null = null;
  #marks: Marks = UNMARKED;
  #groups: readonly Group[] = [];
  #lines = new Lines();
  /** Grows with whatever the user does, so that a late answer knows whether it may still move the selection. */
  gesture = 0;
  #columns: Columns = columnsOf(STANDARD);
  #selection: Selection = selectCell({ row: 0, col: FIRST_COLUMN });
  #unseen: { cell: Cell; through: number } | null = null;
  readonly #changed: () => void;

  /** What is known already is not asked for: how many rows there are, their first ones, their groups. */
  constructor(
    source: RowSource,
    total: number,
    { changed, failed }: Events,
    known?: RowWindow,
    groups: readonly Group[] = [],
  ) {
    this.#changed = changed;
    this.#group(groups);
    this.rows = new RowCache(
      source,
      total,
      {
        arrived: (epoch) => {
          this.pending.arrived(epoch);
          this.#selection = clamp(this.#selection, this.extent);
          changed();
        },
        failed,
      },
      known,
    );
  }

  get selection(): Selection {
    return this.#selection;
  }

  get active(): Cell {
    return this.#selection.active;
  }

  get area(): Area {
    return areaOf(this.#selection);
  }

  get extent(): Extent {
    return { tasks: this.rows.total, page: this.page, lastColumn: this.#columns.last };
  }

  get activeColumn(): Column {
    return this.#columns.at(this.active.col);
  }

  /** Takes over what the view shows. Rows that move are asked for anew. */
  stand({ shown, groups }: ViewState, moved = true): void {
    this.#group(groups);
    this.rows.invalidate(shown, moved);
    this.#selection = clamp(this.#selection, this.extent);
    this.#changed();
  }

  #group(groups: readonly Group[]): void {
    this.#groups = groups;
    this.#lines = new Lines(groups.map(({ first }) => first));
  }

  /** Shows in the header what the rows are sorted and filtered by. */
  mark(marks: Marks): void {
    this.#marks = marks;
    this.#changed();
  }

  get marks(): Marks {
    return this.#marks;
  }

  get groups(): readonly Group[] {
    return this.#groups;
  }

  /** The rows and the headings of their groups, as they stand below each other. */
  get lines(): Lines {
    return this.#lines;
  }

  get columns(): Columns {
    return this.#columns;
  }

  /** Where a task's name stands, with which a new one begins. */
  get nameColumn(): number {
    return this.#columns.placeOf('name') ?? FIRST_COLUMN;
  }

  /** Takes over how the columns are arranged; what is selected goes along with them. */
  arrange(columns: Columns): void {
    const before = this.#columns;
    this.#columns = columns;
    if (!columns.standAs(before)) this.#selection = this.#selectionIn(before);
    this.#changed();
  }

  #selectionIn(before: Columns): Selection {
    const { left, right } = this.area;
    const [from, to] = [this.#placeFrom(before, left), this.#placeFrom(before, right)];
    const kept = before.keysBetween(left, right).join() === this.#columns.keysBetween(from, to).join();
    const follow = ({ row, col }: Cell): Cell => ({ row, col: this.#placeFrom(before, col) });
    const { active, anchor, head } = this.#selection;
    if (!kept) return selectCell(follow(active));
    return { active: follow(active), anchor: follow(anchor), head: follow(head), tabbedFrom: null };
  }

  #placeFrom(before: Columns, col: number): number {
    return this.#columns.placeOf(before.at(col).key) ?? Math.min(col, this.#columns.last);
  }

  /** Returns whether a row is the last one, where a new task is typed. */
  isNewRow(row: number): boolean {
    return row >= this.rows.total;
  }

  select(selection: Selection): void {
    this.gesture += 1;
    this.#selection = selection;
    this.#changed();
  }

  /** Selects what a change asks to look at, and has it scrolled into view with the rows down to `through`. */
  look(selection: Selection, through = 0): void {
    this.select(clamp(selection, this.extent));
    this.#unseen = { cell: this.active, through: Math.max(through, this.area.bottom) };
  }

  /** Returns once, after `look`, what should be scrolled into view. */
  takeUnseen(): { cell: Cell; through: number } | null {
    const unseen = this.#unseen;
    this.#unseen = null;
    return unseen;
  }

  outline(area: Area | null): void {
    if (this.copied === area) return;
    this.copied = area;
    this.#changed();
  }

  /** Returns how a row is addressed in what is on its way: by its place while it has no id. */
  refOf(row: number): TaskRef {
    return this.rows.row(row)?.id ?? row;
  }

  /** Returns what a cell shows, or nothing while its row is being fetched. */
  textAt(row: number, column: Column): string | undefined {
    const typed = column.field && this.pending.get(this.refOf(row), column.field);
    if (typed !== undefined && typed !== null) return typed;
    const known = this.rows.row(row);
    return known && cellText(known, column);
  }

  /** Returns what was refused in a cell, unless something newer was typed there. */
  rejectedAt(row: number, field: CellKey | null): Rejected | undefined {
    const known = this.rows.row(row);
    if (!known || !field || known.rejected.length === 0) return undefined;
    if (this.pending.get(known.id, field) !== undefined) return undefined;
    return known.rejected.find((rejected) => rejected.field === field);
  }

  activeRow(): Row | undefined {
    return this.rows.row(this.active.row);
  }
}
