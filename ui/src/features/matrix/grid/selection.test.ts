import { expect, test } from 'vitest';
import { FIRST_COLUMN } from './columns';
import {
  areaOf,
  clamp,
  extend,
  extendTo,
  type Motion,
  move,
  type Selection,
  type Step,
  selectCell,
  selectRows,
  step,
  widen,
} from './selection';

const LAST_COLUMN = 13;
const EXTENT = { tasks: 10, page: 4, lastColumn: LAST_COLUMN };

function checkMove(from: [number, number], motion: Motion, to: [number, number]) {
  const { active } = move(selectCell({ row: from[0], col: from[1] }), motion, EXTENT);
  expect([active.row, active.col], motion).toEqual(to);
}

function checkSteps(selection: Selection, steps: Step[], cells: [number, number][]) {
  let current = selection;
  const seen = steps.map((direction) => {
    current = step(current, direction, EXTENT);
    return [current.active.row, current.active.col];
  });
  expect(seen).toEqual(cells);
}

test('arrows stop at the edges, and below the last task is the row for a new one', () => {
  checkMove([0, 1], 'up', [0, 1]);
  checkMove([0, 1], 'left', [0, 1]);
  checkMove([9, 3], 'down', [10, 3]);
  checkMove([10, 3], 'down', [10, 3]);
  checkMove([2, LAST_COLUMN], 'right', [2, LAST_COLUMN]);
});

test('keys with Ctrl, Home, End and Page go to edges and by pages', () => {
  checkMove([3, 5], 'edge-up', [0, 5]);
  checkMove([3, 5], 'edge-down', [9, 5]);
  checkMove([9, 5], 'edge-down', [10, 5]);
  checkMove([3, 5], 'edge-left', [3, FIRST_COLUMN]);
  checkMove([3, 5], 'row-end', [3, LAST_COLUMN]);
  checkMove([3, 5], 'first', [0, FIRST_COLUMN]);
  checkMove([3, 5], 'last', [9, LAST_COLUMN]);
  checkMove([3, 5], 'page-down', [7, 5]);
  checkMove([8, 5], 'page-down', [10, 5]);
  checkMove([3, 5], 'page-up', [0, 5]);
});

test('a range grows from its anchor and never takes in the new-task row', () => {
  let selection = selectCell({ row: 8, col: 4 });
  for (const motion of ['down', 'down', 'right'] as const) selection = extend(selection, motion, EXTENT);
  expect(areaOf(selection)).toEqual({ top: 8, bottom: 9, left: 4, right: 5 });
  expect(selection.active).toEqual({ row: 8, col: 4 });
  selection = extend(selection, 'edge-up', EXTENT);
  expect(areaOf(selection)).toEqual({ top: 0, bottom: 8, left: 4, right: 5 });
});

test('a range from the new-task row stays in it', () => {
  const selection = extendTo(selectCell({ row: 10, col: 1 }), { row: 3, col: 4 }, EXTENT);
  expect(areaOf(selection)).toEqual({ top: 10, bottom: 10, left: 1, right: 4 });
});

test('Enter goes back to the column where Tab began', () => {
  const start = selectCell({ row: 2, col: 4 });
  checkSteps(
    start,
    ['tab', 'tab', 'enter', 'enter'],
    [
      [2, 5],
      [2, 6],
      [3, 4],
      [4, 4],
    ],
  );
});

test('Tab goes on to the next row after the last column, and back', () => {
  checkSteps(
    selectCell({ row: 2, col: LAST_COLUMN }),
    ['tab', 'tab-back'],
    [
      [3, FIRST_COLUMN],
      [2, LAST_COLUMN],
    ],
  );
});

test('in a range Enter goes down its columns and Tab along its rows, round and round', () => {
  const range = extendTo(selectCell({ row: 1, col: 4 }), { row: 2, col: 5 }, EXTENT);
  checkSteps(
    range,
    ['enter', 'enter', 'enter', 'enter'],
    [
      [2, 4],
      [1, 5],
      [2, 5],
      [1, 4],
    ],
  );
  checkSteps(
    range,
    ['tab', 'tab', 'tab-back', 'enter-back'],
    [
      [1, 5],
      [2, 4],
      [1, 5],
      [2, 4],
    ],
  );
});

test('whole rows, whole columns and everything', () => {
  const start = extendTo(selectCell({ row: 2, col: 4 }), { row: 3, col: 5 }, EXTENT);
  expect(areaOf(widen(start, 'rows', EXTENT))).toEqual({
    top: 2,
    bottom: 3,
    left: FIRST_COLUMN,
    right: LAST_COLUMN,
  });
  expect(areaOf(widen(start, 'columns', EXTENT))).toEqual({ top: 0, bottom: 9, left: 4, right: 5 });
  expect(areaOf(widen(start, 'all', EXTENT))).toEqual({
    top: 0,
    bottom: 9,
    left: FIRST_COLUMN,
    right: LAST_COLUMN,
  });
});

test('when rows go, the selection comes back inside', () => {
  const { active } = clamp(selectRows(8, 9, EXTENT), { ...EXTENT, tasks: 3 });
  expect(active.row).toBe(3);
});
