import { expect, test } from 'vitest';
import { readHolidays, withHolidays } from './holidays';

test('a line is a day and what it is called, however they are parted', () => {
  const { holidays, rest } = readHolidays('2026-12-25 Christmas Day\n2027-01-01\tNew Year\n\n2027-05-01\r\n');
  expect(holidays).toEqual([
    { day: '2026-12-25', name: 'Christmas Day' },
    { day: '2027-01-01', name: 'New Year' },
    { day: '2027-05-01', name: '' },
  ]);
  expect(rest).toEqual([]);
});

test('lines without a day are given back', () => {
  expect(readHolidays('Christmas\n25.12.2026 Christmas').rest).toEqual(['Christmas', '25.12.2026 Christmas']);
});

test('days stand in their order, each once', () => {
  const some = [{ day: '2027-01-01', name: 'New Year' }];
  const more = [
    { day: '2026-12-25', name: 'Christmas' },
    { day: '2027-01-01', name: 'New Year’s Day' },
  ];
  expect(withHolidays(some, more)).toEqual(more);
});
