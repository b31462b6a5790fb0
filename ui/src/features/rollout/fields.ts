import type { Activity, ActivityFieldKey, Plan } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { phaseName } from './timeline/words';

/** The fields of an activity, in the order of the table. */
export const FIELDS = [
  'name',
  'phase',
  'owner',
  'start',
  'end',
  'days',
  'needs',
  'started',
  'done',
  'note',
] as const satisfies readonly ActivityFieldKey[];

export const FIELD_NAMES: Record<ActivityFieldKey, () => string> = {
  name: m.rollout_field_name,
  phase: m.rollout_field_phase,
  owner: m.rollout_field_owner,
  start: m.rollout_field_start,
  end: m.rollout_field_end,
  days: m.rollout_field_days,
  needs: m.rollout_field_needs,
  started: m.rollout_field_started,
  done: m.rollout_field_done,
  note: m.rollout_field_note,
};

/** Returns the number of every activity, from 1, by which others say that they wait for it. */
export function numbersOf(plan: Pick<Plan, 'activities'>): ReadonlyMap<string, number> {
  return new Map(plan.activities.map(({ id }, place) => [id, place + 1]));
}

/** Returns the text of a field as it would be typed. */
export function textOf(
  activity: Activity,
  field: ActivityFieldKey,
  numbers: ReadonlyMap<string, number>,
): string {
  switch (field) {
    case 'phase':
      return phaseName(activity.phase);
    case 'days':
      return String(activity.days);
    case 'needs':
      return activity.needs.flatMap((need) => numbers.get(need) ?? []).join(', ');
    case 'started':
    case 'done':
      return activity[field] ?? '';
    default:
      return activity[field];
  }
}
