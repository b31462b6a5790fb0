// Which fields can be set for many tasks at once, and what each takes.
import { fieldName } from '../../fields/fields';
import type { CellKey, CustomColumn, FieldKey } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

const FIELDS = [
  'owner',
  'tags',
  'channels',
  'downstream_systems',
  'needs_multimodal_context',
] as const satisfies readonly FieldKey[];
const LISTS: readonly CellKey[] = ['tags', 'channels', 'downstream_systems'];

/** Whether a list gets more items, or only these. */
export type How = 'add' | 'replace';
type Kind = 'text' | 'list' | 'date' | 'choice';
type Option = { value: CellKey; label: string };

/** Returns the fields that can be set for many tasks, with their names. */
export function fieldsToSet(custom: readonly CustomColumn[]): Option[] {
  return [
    ...FIELDS.map((value) => ({ value, label: fieldName(value) })),
    ...custom.map(({ key, name }) => ({ value: key, label: name })),
  ];
}

/** Returns what a field takes. */
export function kindOf(field: CellKey, custom: readonly CustomColumn[]): Kind {
  if (LISTS.includes(field)) return 'list';
  if (valuesOf(field, custom).length > 0) return 'choice';
  return custom.find(({ key }) => key === field)?.kind === 'date' ? 'date' : 'text';
}

/** Returns the values to choose from; none for a field that takes any. */
export function valuesOf(
  field: CellKey,
  custom: readonly CustomColumn[],
): { value: string; label: string }[] {
  if (field === 'needs_multimodal_context') {
    return [
      { value: 'yes', label: m.set_rows_yes() },
      { value: 'no', label: m.set_rows_no() },
    ];
  }
  const column = custom.find(({ key }) => key === field);
  if (column?.kind !== 'choice') return [];
  return [
    ...column.choices.map((choice) => ({ value: choice, label: choice })),
    { value: '', label: m.set_rows_empty() },
  ];
}
