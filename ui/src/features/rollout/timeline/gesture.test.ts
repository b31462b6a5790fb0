import { expect, test } from 'vitest';
import { Calendar } from './days';
import { canGrip, Gesture, type Grip, nudge, sameChange } from './gesture';
import { intentOf } from './keys';
import type { Activity } from './plan';
import { scaleOf } from './scale';
import { activity, plan } from './testing';

const one = activity('a', { start: '2026-12-07', end: '2026-12-11', days: 5 });
const some = plan([one]);
const scale = scaleOf(some, 'month', 0);
const press = (grip: Grip) => new Gesture(one, grip, { x: 10, y: 2 }, scale, new Calendar(some));
const after = (days: number) => ({ x: 10 + days * scale.perDay, y: 2 });

test('a hand that trembles clicks', () => {
  const gesture = press('move');
  expect(gesture.to({ x: 10.1, y: 2.1 })).toEqual({ kind: 'nothing' });
  expect(gesture.isStill).toBe(true);
});

test('a bar asks to start so many days on or back', () => {
  expect(press('move').to(after(3))).toEqual({ kind: 'change', change: { start: '2026-12-10' } });
  expect(press('move').to(after(-7))).toEqual({ kind: 'change', change: { start: '2026-11-30' } });
});

test('dragged back to where it was, it asks for nothing', () => {
  const gesture = press('move');
  gesture.to(after(3));
  expect(gesture.to(after(0))).toEqual({ kind: 'nothing' });
  expect(gesture.isStill).toBe(false);
});

test('the right edge asks for working days, at least one', () => {
  expect(press('resize').to(after(3))).toEqual({ kind: 'change', change: { days: 6 } });
  expect(press('resize').to(after(1))).toEqual({ kind: 'nothing' });
  expect(press('resize').to(after(-30))).toEqual({ kind: 'change', change: { days: 1 } });
});

test('a link asks for the row under the mouse', () => {
  expect(press('link').to({ x: 20, y: 1.75 * 4 + 0.1 })).toEqual({ kind: 'link', row: 4 });
});

test('the ghost goes in whole days and is never shorter than one', () => {
  const { left, right } = press('move').ghost(after(2.4));
  const still = press('move').ghost(after(0));
  expect(left - still.left).toBeCloseTo(2 * scale.perDay);
  expect(right - left).toBeCloseTo(5 * scale.perDay);
  const short = press('resize').ghost(after(-30));
  expect(short.right - short.left).toBeCloseTo(scale.perDay);
});

test('what is fixed is not moved, and what takes no time is not resized', () => {
  const gate = activity('g', { kind: 'gate', fixed: true });
  expect(canGrip(gate, 'move')).toBe(false);
  expect(canGrip(gate, 'link')).toBe(true);
  expect(canGrip(activity('r', { kind: 'review', fixed: true }), 'link')).toBe(false);
  const milestone = activity('m', { kind: 'milestone' });
  expect([canGrip(milestone, 'move'), canGrip(milestone, 'resize')]).toEqual([true, false]);
});

test('what has begun is not moved and may take longer, and what is done does neither', () => {
  const grips = (more: Partial<Activity>) => {
    const begun = activity('a', { fixed: true, started: '2026-11-23', ...more });
    return [canGrip(begun, 'move'), canGrip(begun, 'resize'), canGrip(begun, 'link')];
  };
  expect(grips({})).toEqual([false, true, true]);
  expect(grips({ done: '2026-11-25' })).toEqual([false, false, true]);
});

test('near an edge it scrolls that way', () => {
  expect(nudge(1, 0, 50)).toBeLessThan(0);
  expect(nudge(25, 0, 50)).toBe(0);
  expect(nudge(49, 0, 50)).toBeGreaterThan(0);
});

test('the same change is asked once', () => {
  expect(sameChange({ days: 2 }, { days: 2 })).toBe(true);
  expect(sameChange({ days: 2 }, null)).toBe(false);
});

const key = (name: string, held: string[] = []) =>
  intentOf({
    key: name,
    altKey: held.includes('alt'),
    shiftKey: held.includes('shift'),
    ctrlKey: held.includes('ctrl'),
    metaKey: false,
  });

test('arrows scroll, with Alt they move, and with Shift too they stretch', () => {
  expect(key('ArrowRight')).toEqual({ kind: 'scroll', by: 1 });
  expect(key('ArrowRight', ['alt'])).toEqual({ kind: 'shift', by: 1 });
  expect(key('ArrowLeft', ['alt', 'shift'])).toEqual({ kind: 'stretch', by: -1 });
  expect(key('ArrowDown')).toEqual({ kind: 'go', by: 1 });
});

test('keys of the window are left to it', () => {
  expect(key('ArrowRight', ['ctrl'])).toBeNull();
  expect(key('k', ['ctrl'])).toBeNull();
  expect(key('ArrowDown', ['alt'])).toBeNull();
  expect(key('x')).toBeNull();
});
