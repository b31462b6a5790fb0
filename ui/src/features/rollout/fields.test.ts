import { expect, test } from 'vitest';
import { numbersOf, textOf } from './fields';
import { COLUMNS, cellText } from './table/columns';
import { activity, plan } from './testing';

test('what an activity waits for is told by numbers', () => {
  const some = plan();
  const [, second] = some.activities;
  expect(second && textOf(second, 'needs', numbersOf(some))).toBe('1');
});

test('every field reads as it would be typed', () => {
  const one = activity('a', { done: '2026-12-08' });
  const fields = ['name', 'phase', 'days', 'started', 'done'] as const;
  expect(fields.map((field) => textOf(one, field, new Map()))).toEqual([
    'Activity a',
    'Pilot',
    '2',
    '',
    '2026-12-08',
  ]);
});

test('the first and the last column are told by the app', () => {
  const [number, last] = [COLUMNS[0], COLUMNS.at(-1)];
  const one = activity('a', { slack: 4 });
  expect(number && cellText(number, one, new Map([['a', 7]]))).toBe('7');
  expect(last && cellText(last, one, new Map())).toBe('4 days');
});
