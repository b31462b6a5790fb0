// The columns of the worksheet, in the order in which they stand.
import type { ColumnKey, FieldKey, Row } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';

type ColumnKind = 'number' | 'text' | 'score' | 'composite' | 'lane' | 'figure' | 'notes';

export type Column = {
  /** Names the column in CSS: its width is the token `--col-<id>`. */
  id: string;
  kind: ColumnKind;
  /** What an edit of this column sets; none where the backend works the value out. */
  field: FieldKey | null;
  /** Stays in view while the sheet is scrolled sideways. */
  pinned: boolean;
  label: () => string;
  /** The full name, where the label is an abbreviation. */
  title: () => string;
};

type Words = () => string;

function column(id: string, kind: ColumnKind, field: FieldKey | null, label: Words, title = label): Column {
  return { id, kind, field, pinned: id === 'number' || id === 'name', label, title };
}

export const COLUMNS: readonly Column[] = [
  column('number', 'number', null, m.matrix_col_number, m.matrix_col_number_title),
  column('name', 'text', 'name', m.field_name),
  column('channels', 'text', 'channels', m.field_channels),
  column('owner', 'text', 'owner', m.field_owner),
  column('score', 'score', 'predictability', m.matrix_col_predictability, m.field_predictability),
  column('score', 'score', 'impact_of_error', m.matrix_col_impact_of_error, m.field_impact_of_error),
  column('score', 'score', 'data_sensitivity', m.matrix_col_data_sensitivity, m.field_data_sensitivity),
  column('score', 'score', 'context_depth', m.matrix_col_context_depth, m.field_context_depth),
  column('composite', 'composite', null, m.matrix_col_composite, m.matrix_col_composite_title),
  column('lane', 'lane', null, m.matrix_col_lane),
  column('figure', 'figure', 'monthly_volume', m.matrix_col_volume, m.field_monthly_volume),
  column('figure', 'figure', 'minutes_per_item', m.matrix_col_minutes, m.field_minutes_per_item),
  column('tags', 'text', 'tags', m.field_tags),
  column('notes', 'notes', 'notes', m.field_notes),
];

/** The row number is a header, so the cells begin right of it. */
export const FIRST_COLUMN = 1;
export const LAST_COLUMN = COLUMNS.length - 1;

/** The four scores, in the order of `Row.scores`. */
const SCORE_FIELDS: readonly FieldKey[] = [
  'predictability',
  'impact_of_error',
  'data_sensitivity',
  'context_depth',
];

export function columnAt(index: number): Column {
  const found = COLUMNS[index];
  if (!found) throw new RangeError(`no column ${index}`);
  return found;
}

/** Returns the place of the column that shows a field, or the task's name for one that has no column. */
export function columnOf(field: FieldKey): number {
  const index = COLUMNS.findIndex((candidate) => candidate.field === field);
  return index < 0 ? FIRST_COLUMN : index;
}

/** Returns the keys of a run of columns, as the backend names them. */
export function keysBetween(left: number, right: number): ColumnKey[] {
  return COLUMNS.slice(left, right + 1).flatMap(({ field, kind }) =>
    kind === 'composite' || kind === 'lane' ? kind : (field ?? []),
  );
}

/** Returns whether a run of columns holds one that can be entered. */
export function hasField(left: number, right: number): boolean {
  return COLUMNS.slice(left, right + 1).some(({ field }) => field !== null);
}

/** Returns what a cell shows, as the backend worded it. */
export function cellText(row: Row, { kind, field }: Column): string {
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
      return field ? (row.scores[SCORE_FIELDS.indexOf(field)] ?? '') : '';
  }
}
