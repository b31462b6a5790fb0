import { expect, test } from 'vitest';
import { activity, plan } from './testing';
import { described, dragText, linkText, spanText, toldChange } from './words';

/** What differs from one system's dates to another's: thin spaces, and a comma after the weekday. */
const plainly = (text: string) => text.replaceAll(/\s*–\s*/g, '–').replaceAll('day, ', 'day ');

const a = activity('a', { start: '2026-12-01', end: '2026-12-04', days: 4 });
const b = activity('b', {
  needs: ['a'],
  start: '2026-12-07',
  end: '2026-12-11',
  days: 5,
  critical: true,
  state: 'late',
});
const before = plan([a, b]);

test('a row tells all that it shows', () => {
  const text = described(
    { ...b, baseline: { start: '2026-12-03', end: '2026-12-09' } },
    () => 'Score the tasks',
    'en-GB',
  );
  expect(plainly(text)).toBe(
    'Activity b, Pilot, Monday 7 December 2026 to Friday 11 December 2026, 5 working days, ' +
      'baseline Thursday 3 December 2026 to Wednesday 9 December 2026, owner Ops, late, ' +
      'on the critical path, waits for Score the tasks',
  );
});

test('a gate tells whether its conditions hold, and has no length', () => {
  const text = described(activity('g', { kind: 'gate', owner: '' }), () => '', 'en-GB');
  expect(plainly(text)).toBe(
    'Activity g, gate, its conditions do not hold yet, Pilot, Monday 7 December 2026, without an owner, planned',
  );
});

test('a move tells where it starts and how many follow', () => {
  const after = plan([
    { ...a, start: '2026-12-07', end: '2026-12-10' },
    { ...b, start: '2026-12-11', end: '2026-12-17' },
  ]);
  expect(plainly(toldChange(before, after, 'a', 'en-GB'))).toBe(
    'Activity a starts Monday 7 December; 1 activity follows.',
  );
});

test('a longer activity tells its end, and a refused move that it stays', () => {
  const longer = plan([a, { ...b, end: '2026-12-14' }]);
  expect(plainly(toldChange(before, longer, 'b', 'en-GB'))).toBe(
    'Activity b ends Monday 14 December; nothing else moves.',
  );
  expect(toldChange(before, before, 'b')).toBe('“Activity b” stays where it is.');
});

test('a drag tells the days that the backend answered', () => {
  const placed = new Map([['a', { id: 'a', start: '2026-12-08', end: '2026-12-11' }]]);
  expect(plainly(dragText(before, placed, 'a', 'en-GB'))).toBe('8–11 Dec; nothing else moves');
});

test('linking what is linked ends the dependency', () => {
  expect(linkText(a, b)).toBe('“Activity b” will no longer wait for “Activity a”');
  expect(linkText(b, a)).toBe('“Activity a” will wait for “Activity b”');
  expect(linkText(b, b)).toBe('Choose what waits for “Activity b”. Enter links, Escape leaves.');
});

test('days are told shortly, and without an end as from when', () => {
  expect(plainly(spanText('2026-12-07', '2026-12-11', 'en-GB'))).toBe('7–11 Dec');
  expect(spanText('2026-12-07', null, 'en-GB')).toBe('from 7 Dec');
});
