// One press of the mouse on a bar, from down to up: what is asked for at each point.
import { type Calendar, dayOf, isoOf } from './days';
import type { Activity, Change } from './plan';
import { ROW, type Scale, type Span, spanOf } from './scale';

/** A hand that clicks trembles by less, in rem. */
const STILL = 0.25;

export type Grip = 'move' | 'resize' | 'link';
/** In rem, from the top left of the days. */
export type Point = { x: number; y: number };
export type Asked = { kind: 'nothing' } | { kind: 'change'; change: Change } | { kind: 'link'; row: number };

export function gripOf(value: string | undefined): Grip | null {
  return value === 'move' || value === 'resize' || value === 'link' ? value : null;
}

/** Says whether a grip of an activity takes hold. */
export function canGrip(activity: Activity, grip: Grip): boolean {
  if (grip === 'link') return activity.kind !== 'review';
  if (grip === 'move') return !activity.fixed;
  // What has begun stays where it is, and may still take longer.
  return activity.kind === 'work' && activity.done === null;
}

export class Gesture {
  readonly activity: Activity;
  readonly grip: Grip;
  readonly from: Point;
  readonly #scale: Scale;
  readonly #calendar: Calendar;
  #isStill = true;

  constructor(activity: Activity, grip: Grip, from: Point, scale: Scale, calendar: Calendar) {
    this.activity = activity;
    this.grip = grip;
    this.from = from;
    this.#scale = scale;
    this.#calendar = calendar;
  }

  /** Says whether it was a click so far. */
  get isStill(): boolean {
    return this.#isStill;
  }

  to(point: Point): Asked {
    if (Math.hypot(point.x - this.from.x, point.y - this.from.y) > STILL) this.#isStill = false;
    if (this.#isStill) return { kind: 'nothing' };
    if (this.grip === 'link') return { kind: 'link', row: Math.floor(point.y / ROW) };
    const by = Math.round((point.x - this.from.x) / this.#scale.perDay);
    const { start, end, days } = this.activity;
    if (this.grip === 'move') {
      return by === 0 ? { kind: 'nothing' } : { kind: 'change', change: { start: isoOf(dayOf(start) + by) } };
    }
    const last = Math.max(dayOf(start), dayOf(end) + by);
    const asked = by === 0 ? days : this.#calendar.count(dayOf(start), last);
    return asked === days ? { kind: 'nothing' } : { kind: 'change', change: { days: asked } };
  }

  /** Returns the space that is asked for at a point, in whole days, whether or not the backend would grant it. */
  ghost(point: Point): Span {
    const { perDay } = this.#scale;
    const { left, right } = spanOf(this.#scale, this.activity.start, this.activity.end);
    const by = Math.round((point.x - this.from.x) / perDay) * perDay;
    if (this.grip === 'move') return { left: left + by, right: right + by };
    return { left, right: Math.max(left + perDay, right + by) };
  }
}

/** How close to an edge, in rem, the timeline starts to scroll by itself, and how far it goes at a time. */
const NEAR = 2;
const STEP = 0.75;

/** Returns how far to scroll while a drag is held at a point between two edges. */
export function nudge(at: number, from: number, to: number): number {
  if (at < from + NEAR) return -STEP;
  return at > to - NEAR ? STEP : 0;
}

export function sameChange(one: Change | null, other: Change | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
