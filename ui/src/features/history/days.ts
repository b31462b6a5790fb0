import type { HistoryEntry } from '../../ipc/bindings';
import { day } from '../../shared/time';

export type Day = {
  key: string;
  when: 'today' | 'yesterday' | 'earlier';
  date: string;
  entries: HistoryEntry[];
};

/** Puts entries that follow one another under the local day on which they were made. */
export function byDay(entries: readonly HistoryEntry[], now: Date, locale?: string): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const key = new Date(entry.at).toDateString();
    const last = days.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else days.push({ key, when: whenIs(key, now), date: day(entry.at, locale), entries: [entry] });
  }
  return days;
}

function whenIs(key: string, now: Date): Day['when'] {
  if (key === now.toDateString()) return 'today';
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  return key === yesterday.toDateString() ? 'yesterday' : 'earlier';
}

/** Returns the place in a list that a key leads to, or null where the key does not move. */
export function placeAfter(key: string, place: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(place + 1, count - 1);
    case 'ArrowUp':
      return Math.max(place - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
