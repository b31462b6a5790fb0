import { tick } from 'svelte';
import type { CellKey, DimensionRubric, Rejected, RowSpan, SavedView } from '../../ipc/bindings';
import { selection } from '../../state/selection.svelte';
import type { Column } from './grid/columns';
import type { Rect } from './grid/geometry';
import type { Mode } from './grid/keys';
import type { Worksheet } from './worksheet';

const DENSITIES = ['compact', 'regular', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];

/** Where the user is in the sheet, and what there is to say about it. */
export type Spot = {
  row: number;
  col: number;
  field: CellKey | null;
  taskId: string | null;
  text: string;
  rejected: Rejected | null;
  mode: Mode;
  /** Whether the keyboard is in the sheet. */
  focused: boolean;
  /** Whether the mouse is selecting or dragging, which nothing may cover. */
  pressed: boolean;
  /** In the window; none while it is scrolled out of view. */
  box: Rect | null;
  /** The whole selection, as far as it is in view: nothing is shown over it. */
  selected: Rect;
  /** The edges of the sheet in the window. */
  bounds: { left: number; right: number };
};

/** What the parts of the matrix screen share. */
class Matrix {
  panelOpen = $state(false);
  density = $state<Density>('regular');
  rubric = $state.raw<readonly DimensionRubric[]>([]);
  spot = $state.raw<Spot | null>(null);
  /** The cell whose popover the user has dismissed: it comes back when they do. */
  dismissed = $state<string | null>(null);
  menuAt = $state.raw<{ x: number; y: number } | null>(null);
  /** The column whose menu is open. */
  columnMenu = $state.raw<number | null>(null);
  /** The column whose width is being asked for. */
  resizing = $state.raw<Column | null>(null);
  /** The column whose filter is being set, and where on the screen. */
  filtering = $state.raw<{ column: Column; at: { x: number; y: number } } | null>(null);
  /** The saved view that is getting a name; a new one where there is none. */
  naming = $state.raw<{ view: SavedView | null } | null>(null);
  /** What is being asked about the selected rows. */
  aboutRows = $state.raw<{ what: 'decide' | 'set'; rows: RowSpan } | null>(null);
  findBox: HTMLInputElement | null = null;
  worksheet: Worksheet | null = null;

  /** What goes around the sheet, once it is there: its first frame does not wait for it. */
  around = $state.raw<typeof import('./around') | null>(null);

  async fetchAround(): Promise<void> {
    this.around ??= await import('./around');
  }

  /** Reads off the sheet where the user is now. */
  follow(): void {
    if (!this.worksheet) return;
    const { sheet, view } = this.worksheet;
    const { row, col } = sheet.active;
    selection.take(sheet.area.top, sheet.area.bottom, sheet.active);
    const { field } = sheet.activeColumn;
    const next: Spot = {
      row,
      col,
      field,
      taskId: sheet.activeRow()?.id ?? null,
      text: sheet.textAt(row, sheet.activeColumn) ?? '',
      rejected: sheet.rejectedAt(row, field) ?? null,
      mode: view.editor.mode,
      focused: view.editor.hasFocus,
      pressed: view.pressed,
      box: view.activeBox,
      selected: view.selectedBox,
      bounds: view.bounds,
    };
    if (this.dismissed !== null && this.dismissed !== placeOf(next)) this.dismissed = null;
    if (!this.spot || !isSameSpot(this.spot, next)) this.spot = next;
  }

  nextDensity(): void {
    const next = (DENSITIES.indexOf(this.density) + 1) % DENSITIES.length;
    this.density = DENSITIES[next] ?? 'regular';
  }

  /** Opens the menu of the selected cells at a point of the window, or under the active cell. */
  openMenu(at: { x: number; y: number } | null): void {
    const box = this.worksheet?.view.activeBox;
    this.menuAt = at ?? (box ? { x: box.left, y: box.top + box.height } : null);
  }

  /** Opens the menu of a column, or of the active one. */
  openColumnMenu(col: number | null = null): void {
    this.columnMenu = col ?? this.worksheet?.sheet.active.col ?? null;
  }

  /** Opens the filter of a column below its header. */
  openFilter(col: number): void {
    const box = this.worksheet?.view.headerBox(col);
    const column = this.worksheet?.sheet.columns.at(col);
    if (box && column) this.filtering = { column, at: { x: box.left, y: box.top + box.height } };
  }

  /** Asks what to do about the selected tasks. */
  askAboutRows(what: 'decide' | 'set'): void {
    const sheet = this.worksheet?.sheet;
    if (!sheet || sheet.isNewRow(sheet.area.top)) return;
    this.aboutRows = { what, rows: { first: sheet.area.top, last: sheet.area.bottom } };
  }

  /** Closes what is being asked: it is about rows and columns that are no longer on the screen. */
  closeQuestions(): void {
    this.aboutRows = null;
    this.naming = null;
    this.filtering = null;
    this.resizing = null;
    this.menuAt = null;
    this.columnMenu = null;
  }

  async closeAboutRows(): Promise<void> {
    this.aboutRows = null;
    // While the dialog stands nothing under it takes the keyboard.
    await tick();
    this.worksheet?.view.editor.focus();
  }

  togglePanel(): void {
    this.panelOpen = !this.panelOpen;
    if (!this.panelOpen) this.worksheet?.view.editor.focus();
  }
}

export const matrix = new Matrix();

export function placeOf({ row, col }: Pick<Spot, 'row' | 'col'>): string {
  return `${row}:${col}`;
}

function isSameSpot(a: Spot, b: Spot): boolean {
  return (
    isSameBox(a.box, b.box) &&
    isSameBox(a.selected, b.selected) &&
    a.bounds.right === b.bounds.right &&
    a.row === b.row &&
    a.col === b.col &&
    a.taskId === b.taskId &&
    a.text === b.text &&
    a.rejected === b.rejected &&
    a.mode === b.mode &&
    a.focused === b.focused &&
    a.pressed === b.pressed
  );
}

function isSameBox(a: Rect | null, b: Rect | null): boolean {
  if (a === null || b === null) return a === b;
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}
