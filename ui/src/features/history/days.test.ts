import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../ipc/bindings';
import { byDay, placeAfter } from './days';

function entry(seq: number, at: Date): HistoryEntry {
  return {
    seq,
    at: at.toISOString(),
    actor: 'Dana',
    kind: 'Edit',
    sentence: 'Changed Owner of “Triage”',
    rows: [],
    rowCount: 1,
    undoneBy: null,
    restorable: false,
  };
}

test('entries stand under the local day on which they were made', () => {
  const now = new Date(2026, 4, 20, 0, 30);
  const days = byDay(
    [
      entry(4, new Date(2026, 4, 20, 0, 10)),
      entry(3, new Date(2026, 4, 19, 23, 50)),
      entry(2, new Date(2026, 4, 19, 0, 1)),
      entry(1, new Date(2026, 3, 30, 12, 0)),
    ],
    now,
    'en-GB',
  );
  expect(days.map(({ when, entries }) => [when, entries.map(({ seq }) => seq)])).toEqual([
    ['today', [4]],
    ['yesterday', [3, 2]],
    ['earlier', [1]],
  ]);
  expect(days[2]?.date).toBe('30 Apr 2026');
});

test('arrows stop at the ends of the list', () => {
  expect(placeAfter('ArrowDown', 0, 3)).toBe(1);
  expect(placeAfter('ArrowDown', 2, 3)).toBe(2);
  expect(placeAfter('ArrowUp', 0, 3)).toBe(0);
  expect(placeAfter('End', 0, 3)).toBe(2);
  expect(placeAfter('Home', 2, 3)).toBe(0);
  expect(placeAfter('a', 1, 3)).toBeNull();
  expect(placeAfter('ArrowDown', 0, 0)).toBeNull();
});
