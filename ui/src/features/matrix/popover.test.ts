import { expect, test } from 'vitest';
import { placeBeside } from './popover';

const SIZE = { width: 300, height: 200 };
const BOUNDS = { left: 200, right: 900 };

function check(avoid: [number, number, number, number], expected: { left: number; top: number }) {
  const [left, top, width, height] = avoid;
  expect(placeBeside({ left, top, width, height }, SIZE, BOUNDS, 800)).toEqual(expected);
}

test('below the cell, or above it near the bottom', () => {
  check([400, 100, 50, 28], { left: 400, top: 134 });
  check([400, 700, 50, 28], { left: 400, top: 494 });
});

test('inside the sheet at its right edge', () => {
  check([850, 100, 50, 28], { left: 592, top: 134 });
});

test('beside a range that leaves no room above or below', () => {
  check([300, 60, 100, 700], { left: 406, top: 60 });
});
