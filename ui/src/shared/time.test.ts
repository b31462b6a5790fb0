import { expect, test } from 'vitest';
import { clock } from './time';

const now = new Date(2026, 4, 20, 18, 0);

test('today needs no date', () => {
  expect(clock(new Date(2026, 4, 20, 10, 42).toISOString(), now, 'en-GB')).toBe('10:42');
});

test('another day says which', () => {
  expect(clock(new Date(2026, 4, 19, 10, 42).toISOString(), now, 'en-GB')).toBe('19 May 2026, 10:42');
});
