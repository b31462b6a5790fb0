import { expect, test } from 'vitest';
import { pageSpan } from './pages';

test('the last page ends with the last row', () => {
  expect(pageSpan(1, 142)).toEqual({ first: 101, last: 142, hasPrevious: true, hasNext: false });
});

test('a full page is not followed by an empty one', () => {
  expect(pageSpan(0, 100)).toEqual({ first: 1, last: 100, hasPrevious: false, hasNext: false });
});

test('no rows are no rows', () => {
  expect(pageSpan(0, 0)).toEqual({ first: 0, last: 0, hasPrevious: false, hasNext: false });
});
