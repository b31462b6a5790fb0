// Which columns there are, and how those that are shown stand beside each other.
import type { CellKey, ColumnKey, CustomColumn, DerivedKey, FieldKey, Row } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';

type ColumnKind = 'number' | 'name' | 'text' | 'notes' | 'score' | 'composite' | 'lane' | 'figure';

export type Column = {
  /** Names the column wherever it stands. */
  key: string;
  kind: ColumnKind;
  /** What an edit of this column sets; none where the backend works the value out. */
  field: CellKey | null;
  /** How the backend names the column; none for the row number. */
  wire: ColumnKey | null;
  /** The width it has while nobody has set one, in pixels at a text size of 100 %. */
  width: number;
  label: () => string;
  /** The full name, where the label is an abbreviation. */
  title: () => string;
  /** Says on hover what the column is, where its name does not. */
  hint?: () => string;
};

type Words = () => string;

function entered(field: FieldKey, kind: ColumnKind, width: number, label: Words, title = label): Column {
  return { key: field, kind, field, wire: field, width, label, title };
}

function workedOut(key: DerivedKey, kind: ColumnKind, width: number, label: Words, title = label): Column {
  return { key, kind, field: null, wire: key, width, label, title };
}

/** The row number is a header: it comes first, always, and is no part of an arrangement. */
const ROW_NUMBER: Column = {
  key: 'number',
  kind: 'number',
  field: null,
  wire: null,
  width: 56,
  label: m.matrix_col_number,
  title: m.matrix_col_number_title,
};

/** Columns of every workspace that are hidden until somebody wants them. */
const OPTIONAL_COLUMNS: readonly Column[] = [
  workedOut('recommended', 'text', 112, m.matrix_col_recommended, m.matrix_col_recommended_title),
  workedOut('decision', 'text', 128, m.matrix_col_decision, m.matrix_col_decision_title),
  {
    ...workedOut('stability', 'text', 96, m.matrix_col_stability, m.matrix_col_stability_title),
    hint: m.matrix_panel_holds_why,
  },
  workedOut('hours', 'figure', 84, m.matrix_col_hours, m.matrix_panel_hours),
  entered('description', 'notes', 256, m.field_description),
  entered('downstream_systems', 'text', 128, m.field_downstream_systems),
  entered('needs_multimodal_context', 'text', 96, m.matrix_col_multimodal, m.field_needs_multimodal_context),
];

/** What is hidden until somebody wants it. */
export const HIDDEN_BY_STANDARD: readonly string[] = OPTIONAL_COLUMNS.map(({ key }) => key);

/** The columns of every workspace, in their standard order. */
export const STANDARD_COLUMNS: readonly Column[] = [
  entered('name', 'name', 240, m.field_name),
  entered('channels', 'text', 120, m.field_channels),
  entered('owner', 'text', 96, m.field_owner),
  entered('predictability', 'score', 48, m.matrix_col_predictability, m.field_predictability),
  entered('impact_of_error', 'score', 48, m.matrix_col_impact_of_error, m.field_impact_of_error),
  entered('data_sensitivity', 'score', 48, m.matrix_col_data_sensitivity, m.field_data_sensitivity),
  entered('context_depth', 'score', 48, m.matrix_col_context_depth, m.field_context_depth),
  {
    ...workedOut('composite', 'composite', 48, m.matrix_col_composite, m.matrix_col_composite_name),
    hint: m.matrix_col_composite_title,
  },
  workedOut('lane', 'lane', 152, m.matrix_col_lane),
  entered('monthly_volume', 'figure', 76, m.matrix_col_volume, m.field_monthly_volume),
  entered('minutes_per_item', 'figure', 76, m.matrix_col_minutes, m.field_minutes_per_item),
  entered('tags', 'text', 128, m.field_tags),
  entered('notes', 'notes', 256, m.field_notes),
  ...OPTIONAL_COLUMNS,
];

/** Returns a column that the organisation added. */
export function customColumn({ key, name, kind }: CustomColumn): Column {
  const label = () => name;
  return {
    key,
    kind: kind === 'number' ? 'figure' : 'text',
    field: key,
    wire: key,
    width: 120,
    label,
    title: label,
  };
}

/** The row number is a header, so the cells begin right of it. */
export const FIRST_COLUMN = 1;

/** The columns that are shown, from left to right: an immutable value. */
export class Columns {
  /** The row number first. */
  readonly shown: readonly Column[];
  /** How many of the leading ones stay in view while the sheet is scrolled sideways, the row number included. */
  readonly frozen: number;
  readonly #widths: Readonly<Record<string, number>>;

  constructor(shown: readonly Column[], frozen: number, widths: Readonly<Record<string, number>> = {}) {
    this.shown = [ROW_NUMBER, ...shown];
    this.frozen = frozen + 1;
    this.#widths = widths;
  }

  get last(): number {
    return this.shown.length - 1;
  }

  at(index: number): Column {
    const found = this.shown[index];
    if (!found) throw new RangeError(`no column ${index}`);
    return found;
  }

  /** Returns where a column stands; nothing while it is hidden. */
  placeOf(key: string): number | null {
    const index = this.shown.findIndex((column) => column.key === key);
    return index < 0 ? null : index;
  }

  /** Returns the width that the user has set. */
  widthOf({ key }: Column): number | null {
    return this.#widths[key] ?? null;
  }

  /** Returns a run of columns as the backend names them. */
  keysBetween(left: number, right: number): ColumnKey[] {
    return this.shown.slice(left, right + 1).flatMap(({ wire }) => wire ?? []);
  }

  /** Returns whether a run of columns holds one that can be entered. */
  hasField(left: number, right: number): boolean {
    return this.shown.slice(left, right + 1).some(({ field }) => field !== null);
  }

  /** Returns whether the same columns stand at the same places, whatever their widths. */
  standAs(other: Columns): boolean {
    return (
      this.frozen === other.frozen &&
      this.shown.length === other.shown.length &&
      this.shown.every((column, index) => column === other.shown[index])
    );
  }
}

/** The four scores, in the order of `Row.scores`. */
const SCORE_FIELDS: readonly Column['field'][] = [
  'predictability',
  'impact_of_error',
  'data_sensitivity',
  'context_depth',
];

/** Returns the short name of a field that has a column. */
export function fieldLabel(field: FieldKey): string {
  return STANDARD_COLUMNS.find((column) => column.field === field)?.label() ?? '';
}

/** Returns what a cell shows, as the backend worded it. */
export function cellText(row: Row, { key, kind, field }: Column): string {
  if (kind === 'composite') return row.composite === null ? '' : String(row.composite);
  switch (field) {
    case 'name':
      return row.name;
    case 'channels':
      return row.channels;
    case 'owner':
      return row.owner;
    case 'monthly_volume':
      return row.monthlyVolume;
    case 'minutes_per_item':
      return row.minutesPerItem;
    case 'tags':
      return row.tags;
    case 'notes':
      return row.notes;
    default:
      return row.scores[SCORE_FIELDS.indexOf(field)] ?? row.others[key] ?? '';
  }
}
