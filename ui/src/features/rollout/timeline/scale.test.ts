import { expect, test } from 'vitest';
import { dayOf, isoOf, weekdayOf } from './days';
import { dayAt, MARK, markSpan, phaseSpan, scaleOf, spanOf, xOf } from './scale';
import { activity, plan } from './testing';
import { ticksOf } from './ticks';

const some = plan([activity('a', { baseline: { start: '2026-10-19', end: '2026-10-20' } })]);

test('the scale begins on a Monday with room before all bars and baselines, and goes on after them', () => {
  const { first, last } = scaleOf(some, 'month', 0);
  expect(weekdayOf(first)).toBe(0);
  expect(first).toBeLessThanOrEqual(dayOf('2026-10-12'));
  expect(last).toBeGreaterThan(dayOf('2027-01-22') + 28);
});

test('a short plan fills the window', () => {
  expect(scaleOf(some, 'quarter', 500).width).toBeGreaterThanOrEqual(500);
});

test('a place leads back to its day', () => {
  const scale = scaleOf(some, 'week', 0);
  const day = dayOf('2026-12-09');
  expect(dayAt(scale, xOf(scale, day))).toBe(day);
  expect(dayAt(scale, xOf(scale, day + 1) - 0.01)).toBe(day);
});

test('a bar goes from the morning of its first day to the evening of its last', () => {
  const scale = scaleOf(some, 'month', 0);
  const { left, right } = spanOf(scale, '2026-12-07', '2026-12-11');
  expect(right - left).toBeCloseTo(5 * scale.perDay);
});

test('a mark stands in the middle of its day, as wide in every zoom', () => {
  for (const zoom of ['week', 'quarter'] as const) {
    const scale = scaleOf(some, zoom, 0);
    const { left, right } = markSpan(scale, '2026-12-07');
    expect(right - left).toBeCloseTo(MARK);
    expect((left + right) / 2).toBeCloseTo(xOf(scale, dayOf('2026-12-07') + 0.5));
  }
});

test('a phase without an end goes on to the edge', () => {
  const scale = scaleOf(some, 'month', 0);
  expect(phaseSpan(scale, { key: 'govern', start: '2026-12-07', end: null }).right).toBeCloseTo(scale.width);
});

test.each([
  ['week', 'December 2026', 'M 7'],
  ['month', 'December 2026', '7 Dec'],
  ['quarter', 'Q4 2026', 'December'],
] as const)('in the zoom %s the tiers name %s and %s', (zoom, upper, lower) => {
  const scale = scaleOf(some, zoom, 0);
  const [first, second] = ticksOf(scale, zoom, { from: scale.first, to: scale.last }, 'en-GB');
  expect(first.map(({ text }) => text)).toContain(upper);
  expect(second.map(({ text }) => text)).toContain(lower);
});

test('ticks meet without a gap and end with the scale', () => {
  const scale = scaleOf(some, 'month', 0);
  for (const ticks of ticksOf(scale, 'month', { from: scale.first, to: scale.last }, 'en-GB')) {
    const widths = ticks.reduce((sum, { width }) => sum + width, 0);
    expect(ticks[0]?.left).toBe(0);
    expect(widths).toBeCloseTo(scale.width);
  }
});

test('only ticks that cross what is in view are made', () => {
  const scale = scaleOf(some, 'week', 0);
  const from = dayOf('2026-12-07');
  const [months, days] = ticksOf(scale, 'week', { from, to: from + 7 }, 'en-GB');
  expect(months.map(({ day }) => isoOf(day))).toEqual(['2026-12-01']);
  expect(days).toHaveLength(7);
});
