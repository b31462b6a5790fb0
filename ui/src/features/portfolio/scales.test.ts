import { expect, test } from 'vitest';
import { moved, scalesOf, WHOLE, zoomed } from './scales';
import { bubble, portfolio } from './testing';

const plot = { left: 50, top: 20, right: 900, bottom: 520 };
const some = portfolio([
  bubble('a', { hours: 0, volume: 0 }),
  bubble('b', { hours: 1, volume: 100 }),
  bubble('c', { hours: 400, volume: 400 }),
]);

test('each sum has a column of its own between the edges', () => {
  const { x, column, sums } = scalesOf(some, plot, WHOLE);
  expect(sums).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  expect(column).toBeCloseTo(850 / 17);
  expect(x(4) - column / 2).toBeCloseTo(plot.left);
  expect(x(20) + column / 2).toBeCloseTo(plot.right);
});

test('no hours and many hours are both inside, and one hour is well above none', () => {
  const { y } = scalesOf(some, plot, WHOLE);
  expect(y(0)).toBeLessThan(plot.bottom);
  expect(y(400)).toBeGreaterThan(plot.top);
  expect(y(0) - y(1)).toBeGreaterThan(40);
});

test('the area of a bubble is its volume, until it would be too small to find', () => {
  const { radius } = scalesOf(some, plot, WHOLE);
  expect(radius(400) ** 2 / radius(100) ** 2).toBeCloseTo(4);
  expect(radius(0)).toBe(4);
});

test('lines cross at round hours that leave room for their text', () => {
  const { hours, y } = scalesOf(some, plot, WHOLE);
  expect(hours).toContain(0);
  expect(hours).toContain(10);
  expect(hours).toContain(100);
  const gaps = hours.slice(1).map((hour, place) => y(hours[place] ?? 0) - y(hour));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(26);
});

test('tasks without any hours make a map too', () => {
  const { y, hours } = scalesOf(portfolio([bubble('a', { hours: 0, volume: 0 })]), plot, WHOLE);
  expect(Number.isFinite(y(0))).toBe(true);
  expect(hours[0]).toBe(0);
});

test('zooming keeps the point under the mouse, and never shows more than the whole', () => {
  const around = { x: 0.25, y: 0.75 };
  const near = zoomed(WHOLE, 2, around);
  const before = scalesOf(some, plot, WHOLE).x(8);
  expect(scalesOf(some, plot, near).x(8) - plot.left).toBeCloseTo((before - plot.left) * 2 - 0.25 * 850);
  expect(zoomed(near, 0.01)).toEqual(WHOLE);
  expect(moved(near, { x: 9, y: -9 })).toEqual({ zoom: 2, left: 0.5, top: 0 });
});
