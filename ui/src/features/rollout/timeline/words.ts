// What the timeline says.
import { m } from '../../../paraglide/messages';
import { dateOf, dayOf } from './days';
import type { Activity, PhaseKey, Placed, Plan } from './plan';
import type { HeadingRow } from './rows';
import { formatOf } from './ticks';

const LIST = new Intl.ListFormat(undefined, { style: 'long', type: 'conjunction' });
const SHORT = { day: 'numeric', month: 'short' } as const;
const SPOKEN = { weekday: 'long', day: 'numeric', month: 'long' } as const;
const FULL = { ...SPOKEN, year: 'numeric' } as const;

const PHASES: Record<PhaseKey, () => string> = {
  discovery: m.timeline_phase_discovery,
  pilot: m.timeline_phase_pilot,
  expand: m.timeline_phase_expand,
  govern: m.timeline_phase_govern,
};

const STATES: Record<Activity['state'], () => string> = {
  planned: m.timeline_state_planned,
  running: m.timeline_state_running,
  late: m.timeline_state_late,
  done: m.timeline_state_done,
};

export function phaseName(key: PhaseKey): string {
  return PHASES[key]();
}

function spokenDay(iso: string, locale?: string): string {
  return formatOf(SPOKEN, locale).format(dateOf(dayOf(iso)));
}

/** Returns the days from one to another, shortly: "7–11 Dec". */
export function spanText(start: string, end: string | null, locale?: string): string {
  const format = formatOf(SHORT, locale);
  if (end === null) return m.timeline_from({ start: format.format(dateOf(dayOf(start))) });
  return format.formatRange(dateOf(dayOf(start)), dateOf(dayOf(end)));
}

function kindOf({ kind, held }: Activity): string | null {
  if (kind === 'gate') return held ? m.timeline_gate_held() : m.timeline_gate_open();
  if (kind === 'milestone') return m.timeline_milestone();
  return kind === 'review' ? m.timeline_review() : null;
}

function datesOf({ start, end }: Pick<Activity, 'start' | 'end'>, locale?: string): string {
  const format = formatOf(FULL, locale);
  const from = format.format(dateOf(dayOf(start)));
  return start === end ? from : m.timeline_dates({ from, to: format.format(dateOf(dayOf(end))) });
}

/** Returns all that a row shows, for someone who does not see it. */
export function described(activity: Activity, nameOf: (id: string) => string, locale?: string): string {
  const { baseline, needs, owner } = activity;
  const isMoved = baseline && (baseline.start !== activity.start || baseline.end !== activity.end);
  return [
    activity.name,
    kindOf(activity),
    phaseName(activity.phase),
    datesOf(activity, locale),
    activity.kind === 'work' ? m.timeline_days({ count: activity.days }) : null,
    isMoved ? m.timeline_baseline({ dates: datesOf(baseline, locale) }) : null,
    owner ? m.timeline_owner({ owner }) : m.timeline_unowned(),
    STATES[activity.state](),
    activity.critical ? m.timeline_critical() : null,
    needs.length > 0 ? m.timeline_needs({ names: LIST.format(needs.map(nameOf)) }) : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

export function headingText({ phase, count }: HeadingRow, locale?: string): string {
  const name = phaseName(phase.key);
  return [name, spanText(phase.start, phase.end, locale), m.timeline_activities({ count })].join(', ');
}

/** Returns what a mouse shows over the row of an activity. */
export function titleOf(activity: Activity, locale?: string): string {
  const owner = activity.owner ? ` (${activity.owner})` : '';
  return `${activity.name}${owner}\n${spanText(activity.start, activity.end, locale)}, ${STATES[activity.state]()}`;
}

/** Returns how many other activities stand elsewhere than in the plan. */
function followers(plan: Plan, placed: Iterable<Placed>, id: string): number {
  const before = new Map(plan.activities.map((activity) => [activity.id, activity]));
  let count = 0;
  for (const place of placed) {
    const was = before.get(place.id);
    if (place.id !== id && was && (was.start !== place.start || was.end !== place.end)) count++;
  }
  return count;
}

/** Returns what a change did, once it is done: "Draft the policy starts Monday 7 December; 3 activities follow." */
export function toldChange(before: Plan, after: Plan, id: string, locale?: string): string {
  const was = before.activities.find((activity) => activity.id === id);
  const is = after.activities.find((activity) => activity.id === id);
  if (!was || !is) return '';
  if (was.start === is.start && was.end === is.end) return m.timeline_stays({ name: is.name });
  const told =
    was.start === is.start
      ? m.timeline_ends({ name: is.name, day: spokenDay(is.end, locale) })
      : m.timeline_moved({ name: is.name, day: spokenDay(is.start, locale) });
  return m.timeline_sentence({ told, others: followText(followers(before, after.activities, id)) });
}

function followText(count: number): string {
  return count > 0 ? m.timeline_followers({ count }) : m.timeline_alone();
}

/** Returns what the bar that is dragged says: "7–11 Dec; 3 activities follow". */
export function dragText(
  plan: Plan,
  placed: ReadonlyMap<string, Placed>,
  id: string,
  locale?: string,
): string {
  const place = placed.get(id) ?? plan.activities.find((activity) => activity.id === id);
  if (!place) return '';
  const dates = spanText(place.start, place.end, locale);
  return [dates, followText(followers(plan, placed.values(), id))].join('; ');
}

/** Returns what linking two activities would do: making the dependency, or ending it where it is made. */
export function linkText(from: Activity, to: Activity | undefined): string {
  if (!to || to.id === from.id) return m.timeline_linking({ name: from.name });
  const names = { name: to.name, other: from.name };
  return to.needs.includes(from.id) ? m.timeline_link_remove(names) : m.timeline_link_add(names);
}
