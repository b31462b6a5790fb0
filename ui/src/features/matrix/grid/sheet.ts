// The state of the worksheet: what is selected, copied and on its way. Knows no DOM.
import type { FieldKey, Rejected, Row } from '../../../ipc/bindings';
import { type Column, cellText, columnAt } from './columns';
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
  /** Grows with whatever the user does, so that a late answer knows whether it may still move the selection. */
  gesture = 0;
  #selection: Selection = selectCell({ row: 0, col: 1 });
  #unseen: { cell: Cell; through: number } | null = null;
  readonly #changed: () => void;

  constructor(source: RowSource, total: number, { changed, failed }: Events) {
    this.#changed = changed;
    this.rows = new RowCache(source, total, {
      arrived: (epoch) => {
        this.pending.arrived(epoch);
        this.#selection = clamp(this.#selection, this.rows.total);
        changed();
      },
      failed,
    });
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
    return { tasks: this.rows.total, page: this.page };
  }

  get activeColumn(): Column {
    return columnAt(this.active.col);
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
    this.select(clamp(selection, this.rows.total));
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
  rejectedAt(row: number, field: FieldKey | null): Rejected | undefined {
    const known = this.rows.row(row);
    if (!known || !field || known.rejected.length === 0) return undefined;
    if (this.pending.get(known.id, field) !== undefined) return undefined;
    return known.rejected.find((rejected) => rejected.field === field);
  }

  activeRow(): Row | undefined {
    return this.rows.row(this.active.row);
  }
}
