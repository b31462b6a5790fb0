import { expect, test } from 'vitest';
import { circleAt } from './boxes';
import { type Spreadable, spread } from './spread';

const COLUMN = 50;

function alike(count: number): Spreadable[] {
  return Array.from({ length: count }, (_, place) => ({
    key: `t${String(place).padStart(3, '0')}`,
    x: 100,
    y: 200,
    radius: 6,
  }));
}

test('a bubble alone stands where it belongs', () => {
  const alone = alike(1);
  expect(spread(alone, COLUMN)).toEqual(alone);
});

test('bubbles at the same place can each be hit', () => {
  const placed = spread(alike(30), COLUMN);
  for (const circle of placed) expect(circleAt(circle, placed)?.key).toBe(circle.key);
});

test('they stay in their column, and sideways comes before up and down', () => {
  const few = spread(alike(4), COLUMN);
  for (const { x, y } of few) {
    expect(Math.abs(x - 100)).toBeLessThan(COLUMN / 2);
    expect(y).toBe(200);
  }
  for (const { x } of spread(alike(200), COLUMN)) expect(Math.abs(x - 100)).toBeLessThan(COLUMN / 2);
});

test('the same tasks make the same map, in whatever order they come', () => {
  const items = alike(25);
  const byKey = (list: Spreadable[]) => [...list].sort((a, b) => (a.key < b.key ? -1 : 1));
  expect(byKey(spread([...items].reverse(), COLUMN))).toEqual(byKey(spread(items, COLUMN)));
});

test('a larger bubble keeps its place', () => {
  const large = { key: 'z', x: 100, y: 205, radius: 20 };
  const placed = spread([...alike(3), large], COLUMN);
  expect(placed.at(-1)).toEqual(large);
});
