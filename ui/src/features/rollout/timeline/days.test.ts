import { expect, test } from 'vitest';
import { Calendar, dayOf, firstOfMonth, firstOfQuarter, isoOf, mondayOf, weekdayOf } from './days';
import { plan } from './testing';

const calendar = new Calendar(plan([]));

test('days go to numbers and back, over the ends of months, leap years and clock changes', () => {
  for (const iso of ['1969-12-31', '2024-02-29', '2026-03-29', '2026-10-25', '2027-01-01']) {
    expect(isoOf(dayOf(iso))).toBe(iso);
  }
  expect(dayOf('2026-03-30') - dayOf('2026-03-29')).toBe(1);
  expect(dayOf('2026-11-01') - dayOf('2026-10-31')).toBe(1);
});

test('a week begins on Monday, before 1970 too', () => {
  expect(weekdayOf(dayOf('2026-12-07'))).toBe(0);
  expect(weekdayOf(dayOf('2026-12-13'))).toBe(6);
  expect(weekdayOf(dayOf('1969-12-28'))).toBe(6);
  expect(isoOf(mondayOf(dayOf('2026-12-13')))).toBe('2026-12-07');
});

test('months and quarters begin on their first day', () => {
  expect(isoOf(firstOfMonth(dayOf('2026-12-31'), 1))).toBe('2027-01-01');
  expect(isoOf(firstOfQuarter(dayOf('2026-12-31')))).toBe('2026-10-01');
  expect(isoOf(firstOfQuarter(dayOf('2026-12-31'), 1))).toBe('2027-01-01');
});

test('a step goes over weekends and holidays', () => {
  expect(isoOf(calendar.step(dayOf('2026-12-24'), 1))).toBe('2026-12-28');
  expect(isoOf(calendar.step(dayOf('2026-12-28'), -1))).toBe('2026-12-24');
});

test('a calendar without working days leads nowhere rather than on for ever', () => {
  const never = new Calendar({ workdays: Array(7).fill(false), holidays: [] });
  expect(never.step(dayOf('2026-12-24'), 1)).toBe(dayOf('2026-12-24'));
});

test('working days are counted with both ends, and are never none', () => {
  expect(calendar.count(dayOf('2026-12-21'), dayOf('2026-12-28'))).toBe(5);
  expect(calendar.count(dayOf('2026-12-26'), dayOf('2026-12-27'))).toBe(1);
});

test('days off are told as runs, a holiday beside a weekend apart', () => {
  const runs = calendar.rests(dayOf('2026-12-21'), dayOf('2026-12-31'));
  expect(runs).toEqual([
    { day: dayOf('2026-12-25'), days: 1, holiday: 'Christmas Day' },
    { day: dayOf('2026-12-26'), days: 2, holiday: null },
  ]);
});
