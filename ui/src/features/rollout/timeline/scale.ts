// Where a day stands. Every length is in rem, so that the preference for larger text enlarges the timeline too.
import { dayOf, mondayOf } from './days';
import type { Phase, Plan, Zoom } from './plan';

/** The height of a row, and the parts of one. */
export const ROW = 1.75;
export const BAR = 0.875;
export const BAR_TOP = 0.375;
export const BASELINE_TOP = 1.375;
/** The width of the column of names, at most, at least, and as a share of the whole. */
export const NAMES = { most: 18, least: 8, share: 0.3 };
export const TIER = 1.5;

const PER_DAY: Record<Zoom, number> = { week: 2.5, month: 0.875, quarter: 0.3125 };
/** Days of room before the plan, and after it, where a bar may be dragged to. */
const BEFORE = 7;
const AFTER = 35;

export type Scale = {
  /** The first day, a Monday, and the day after the last. */
  first: number;
  last: number;
  perDay: number;
  width: number;
};

export function scaleOf(plan: Plan, zoom: Zoom, leastWidth: number): Scale {
  const perDay = PER_DAY[zoom];
  const days = [plan.start, plan.end];
  for (const { start, end, baseline } of plan.activities) {
    days.push(start, end);
    if (baseline) days.push(baseline.start, baseline.end);
  }
  for (const { start, end } of plan.phases) days.push(start, end ?? start);
  days.sort();
  const first = mondayOf(dayOf(days[0] ?? plan.start) - BEFORE);
  const needed = dayOf(days.at(-1) ?? plan.end) + AFTER - first;
  const last = first + Math.max(needed, Math.ceil(leastWidth / perDay));
  return { first, last, perDay, width: (last - first) * perDay };
}

export function xOf({ first, perDay }: Scale, day: number): number {
  return (day - first) * perDay;
}

export function dayAt({ first, perDay }: Scale, x: number): number {
  return first + Math.floor(x / perDay);
}

export type Span = { left: number; right: number };

/** Returns the space from the morning of a day to the evening of another. */
export function spanOf(scale: Scale, start: string, end: string): Span {
  return { left: xOf(scale, dayOf(start)), right: xOf(scale, dayOf(end) + 1) };
}

/** Returns the space of a phase; one without an end goes on to the edge. */
export function phaseSpan(scale: Scale, { start, end }: Phase): Span {
  return { left: xOf(scale, dayOf(start)), right: xOf(scale, end === null ? scale.last : dayOf(end) + 1) };
}

/** How wide a mark is drawn, whatever the zoom. */
export const MARK = 0.875;

/** Returns the space of a mark: it stands in the middle of its day. */
export function markSpan(scale: Scale, day: string): Span {
  const middle = xOf(scale, dayOf(day) + 0.5);
  return { left: middle - MARK / 2, right: middle + MARK / 2 };
}
