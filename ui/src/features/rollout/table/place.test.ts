import { expect, test } from 'vitest';
import { COLUMNS } from './columns';
import { placeAfter } from './place';

const last = COLUMNS.length - 1;

test('arrows stay within the table', () => {
  expect(placeAfter({ row: 0, column: 0 }, { kind: 'move', rows: -1, columns: -1 }, 3, 20)).toEqual({
    row: 0,
    column: 0,
  });
  expect(placeAfter({ row: 2, column: last }, { kind: 'move', rows: 1, columns: 1 }, 3, 20)).toEqual({
    row: 2,
    column: last,
  });
});

test('Tab goes on in the next row, and out of the table at its ends', () => {
  expect(placeAfter({ row: 0, column: last }, { kind: 'next', by: 1 }, 3, 20)).toEqual({ row: 1, column: 0 });
  expect(placeAfter({ row: 2, column: last }, { kind: 'next', by: 1 }, 3, 20)).toBeNull();
  expect(placeAfter({ row: 0, column: 0 }, { kind: 'next', by: -1 }, 3, 20)).toBeNull();
});

test('a page is what is in view', () => {
  expect(placeAfter({ row: 0, column: 1 }, { kind: 'page', by: 1 }, 1000, 22)?.row).toBe(20);
  expect(placeAfter({ row: 990, column: 1 }, { kind: 'page', by: 1 }, 1000, 22)?.row).toBe(999);
});
