import { expect, test } from 'vitest';
import { m } from '../paraglide/messages';
import { decimal, figures } from './numbers';

test('thousands are set apart, in numbers and in sentences', () => {
  expect(figures(100026)).toBe('100,026');
  expect(figures(999)).toBe('999');
  expect(decimal(1234.56)).toBe('1,234.6');
  expect(m.lane_count({ count: 100026 })).toBe('100,026 tasks');
  expect(m.lane_count({ count: 1 })).toBe('1 task');
});
