import { expect, test } from 'vitest';
import { scaleOf } from './scale';
import { LABEL, todayX, windowMarks } from './strip';
import { plan } from './testing';

const launch = { first: '2026-12-07', last: '2026-12-18', name: 'Launch' };

test('a window names itself at its beginning, and stays in view while any of it is', () => {
  const some = plan([], { windows: [launch] });
  const scale = scaleOf(some, 'week', 0);
  const [still] = windowMarks(scale, some, 0);
  expect(still?.textLeft).toBeGreaterThan(still?.left ?? 0);
  const [scrolled] = windowMarks(scale, some, (still?.left ?? 0) + 5);
  expect(scrolled?.textLeft).toBeGreaterThan((still?.left ?? 0) + 5);
});

test('the label of today and the name of a window stand beside one another', () => {
  const some = plan([], { windows: [launch], today: '2026-12-07' });
  const scale = scaleOf(some, 'month', 0);
  const [mark] = windowMarks(scale, some, 0);
  expect(mark?.textLeft).toBeGreaterThanOrEqual((todayX(scale, some) ?? 0) + LABEL / 2);
});

test('a name has room up to the next window', () => {
  const next = { first: '2026-12-21', last: '2026-12-23', name: 'Holidays' };
  const some = plan([], { windows: [next, { ...launch, name: 'A name that is far too long for it' }] });
  const scale = scaleOf(some, 'quarter', 0);
  const [first, second] = windowMarks(scale, some, 0);
  expect((first?.textLeft ?? 0) + (first?.textWidth ?? 0)).toBeLessThanOrEqual(second?.left ?? 0);
});

test('a day beyond the scale has no line', () => {
  const some = plan([], { today: '2030-01-01' });
  expect(todayX(scaleOf(some, 'month', 0), some)).toBeNull();
});
