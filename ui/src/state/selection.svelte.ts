import type { RowSpan } from '../ipc/bindings';

/** Where the user is in the worksheet: for other screens to act on, and to come back to. */
class Selection {
  rows = $state.raw<RowSpan | null>(null);
  cell: { row: number; col: number } | null = null;

  take(first: number, last: number, cell: { row: number; col: number }): void {
    this.cell = cell;
    if (this.rows?.first !== first || this.rows.last !== last) this.rows = { first, last };
  }

  forget(): void {
    this.rows = null;
    this.cell = null;
  }
}

export const selection = new Selection();
