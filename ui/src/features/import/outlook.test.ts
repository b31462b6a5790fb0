import { expect, test } from 'vitest';
import { acceptLabel, filters } from './outlook';

test('the button says what it does', () => {
  expect(acceptLabel({ added: 3, changed: 0, waiting: 0 })).toBe('Import 3 tasks');
  expect(acceptLabel({ added: 0, changed: 1, waiting: 0 })).toBe('Change 1 task');
  expect(acceptLabel({ added: 2, changed: 4, waiting: 0 })).toBe('Import 2 new, change 4');
  expect(acceptLabel({ added: 0, changed: 0, waiting: 1 })).toBe('Import');
});

test('a state that no row is in is no filter', () => {
  const counts = {
    all: 3,
    new: 2,
    changed: 0,
    same: 0,
    conflict: 1,
    unreadable: 0,
    missing: 0,
    problems: 0,
    cells: 0,
  };
  expect(filters(counts).map(({ value }) => value)).toEqual(['all', 'new', 'conflict']);
});
