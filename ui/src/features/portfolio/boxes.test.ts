import { expect, test } from 'vitest';
import { boxBetween, circleAt, keysIn, nextCircle } from './boxes';
import { Press } from './gestures';

const circle = (key: string, x: number, y: number, radius = 10) => ({ key, x, y, radius });
const circles = [circle('a', 10, 10), circle('b', 60, 12), circle('c', 60, 90), circle('d', 200, 50, 40)];

test('a box holds the bubbles whose centre is in it, whichever way it is drawn', () => {
  const box = boxBetween({ x: 80, y: 100 }, { x: 0, y: 0 });
  expect(box).toEqual({ left: 0, top: 0, right: 80, bottom: 100 });
  expect(keysIn(box, circles)).toEqual(['a', 'b', 'c']);
  expect(keysIn(boxBetween({ x: 150, y: 0 }, { x: 190, y: 100 }), circles)).toEqual([]);
});

test('of two bubbles under the mouse it is the one whose centre is nearer', () => {
  const small = circle('e', 180, 50, 4);
  expect(circleAt({ x: 182, y: 50 }, [...circles, small])?.key).toBe('e');
  expect(circleAt({ x: 200, y: 50 }, [...circles, small])?.key).toBe('d');
  expect(circleAt({ x: 400, y: 50 }, circles)).toBeUndefined();
});

test('an arrow leads to the nearest bubble ahead', () => {
  const from = circle('a', 10, 10);
  expect(nextCircle(from, 'right', circles)?.key).toBe('b');
  expect(nextCircle(from, 'down', circles)?.key).toBe('c');
  expect(nextCircle(from, 'left', circles)).toBeUndefined();
});

test('a press that hardly moves is a click; a longer way is a box, or moves the map', () => {
  expect(new Press({ x: 5, y: 5 }, false).to({ x: 7, y: 6 })).toEqual({ kind: 'click', at: { x: 5, y: 5 } });
  expect(new Press({ x: 5, y: 5 }, false).to({ x: 50, y: 1 })).toEqual({
    kind: 'box',
    box: { left: 5, top: 1, right: 50, bottom: 5 },
  });
  const moving = new Press({ x: 5, y: 5 }, true);
  expect(moving.to({ x: 25, y: 5 })).toEqual({ kind: 'move', by: { x: -20, y: 0 } });
  expect(moving.to({ x: 26, y: 5 })).toEqual({ kind: 'move', by: { x: -1, y: 0 } });
});
