// Whole days as numbers, counted from 1970 in UTC, so that no clock change makes a day shorter or longer.
import type { Plan } from './plan';

const DAY = 86_400_000;

export function dayOf(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return Date.UTC(year, month - 1, day) / DAY;
}

export function isoOf(day: number): string {
  return dateOf(day).toISOString().slice(0, 10);
}

export function dateOf(day: number): Date {
  return new Date(day * DAY);
}

/** Returns 0 for a Monday and 6 for a Sunday. The first day of 1970 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function mondayOf(day: number): number {
  return day - weekdayOf(day);
}

export function firstOfMonth(day: number, monthsOn = 0): number {
  const date = dateOf(day);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsOn, 1) / DAY;
}

export function firstOfQuarter(day: number, quartersOn = 0): number {
  const date = dateOf(day);
  const month = Math.floor(date.getUTCMonth() / 3) * 3 + quartersOn * 3;
  return Date.UTC(date.getUTCFullYear(), month, 1) / DAY;
}

/** Which days are worked on. It serves to name a day to the backend, never to schedule. */
export class Calendar {
  readonly holidays: ReadonlyMap<number, string>;
  readonly #workdays: readonly boolean[];

  constructor({ workdays, holidays }: Pick<Plan, 'workdays' | 'holidays'>) {
    this.#workdays = workdays;
    this.holidays = new Map(holidays.map(({ day, name }) => [dayOf(day), name]));
  }

  works(day: number): boolean {
    return this.#workdays[weekdayOf(day)] === true && !this.holidays.has(day);
  }

  /** Returns the next working day after a day, or before it; the day itself beside a calendar without any. */
  step(day: number, by: 1 | -1): number {
    // A year without a working day is a calendar without one.
    for (let away = 1; away <= 366; away++) if (this.works(day + by * away)) return day + by * away;
    return day;
  }

  /** Returns how many working days there are from a day to another, both included; at least one. */
  count(from: number, to: number): number {
    let days = 0;
    for (let day = from; day <= to; day++) if (this.works(day)) days++;
    return Math.max(1, days);
  }

  /** Returns the runs of days between two days on which nobody works. */
  rests(from: number, to: number): { day: number; days: number; holiday: string | null }[] {
    const runs: { day: number; days: number; holiday: string | null }[] = [];
    for (let day = from; day <= to; day++) {
      if (this.works(day)) continue;
      const holiday = this.holidays.get(day) ?? null;
      const last = runs.at(-1);
      if (last && last.day + last.days === day && last.holiday === holiday) last.days++;
      else runs.push({ day, days: 1, holiday });
    }
    return runs;
  }
}
