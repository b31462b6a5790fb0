import type { Activity, ActivityFieldKey } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';
import { FIELD_NAMES, FIELDS, textOf } from '../fields';

export type Column = {
  key: ActivityFieldKey | 'number' | 'slack';
  /** What is typed into; nothing for what the app says. */
  field: ActivityFieldKey | null;
  name: () => string;
  /** In rem; the first of those with room to spare takes what is left. */
  width: number;
};

const WIDTHS: Record<ActivityFieldKey, number> = {
  name: 16,
  phase: 9,
  owner: 7,
  start: 6.25,
  end: 6.25,
  days: 5,
  needs: 5.5,
  started: 6.25,
  done: 6.25,
  note: 14,
};

export const COLUMNS: readonly Column[] = [
  { key: 'number', field: null, name: m.rollout_col_number, width: 2.5 },
  ...FIELDS.map(
    (field): Column => ({
      key: field,
      field,
      name: field === 'days' ? m.rollout_col_days : FIELD_NAMES[field],
      width: WIDTHS[field],
    }),
  ),
  { key: 'slack', field: null, name: m.rollout_col_slack, width: 6.5 },
];

/** The first column that is typed into. */
export const NAME = 1;

/** The widths as CSS takes them. */
export const TEMPLATE = COLUMNS.map(({ key, width }) =>
  key === 'name' || key === 'note' ? `minmax(${width}rem, 1fr)` : `${width}rem`,
).join(' ');

/** How wide the table is at least, in rem. */
export const LEAST = COLUMNS.reduce((sum, { width }) => sum + width, 0);

/** Returns what a cell shows. */
export function cellText(
  { key, field }: Column,
  activity: Activity,
  numbers: ReadonlyMap<string, number>,
): string {
  if (field !== null) return textOf(activity, field, numbers);
  if (key === 'number') return String(numbers.get(activity.id) ?? '');
  return activity.isCritical ? m.rollout_critical_short() : m.rollout_days_short({ count: activity.slack });
}
