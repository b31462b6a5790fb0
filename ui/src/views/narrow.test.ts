import { expect, test } from 'vitest';
import { isNarrowWindow } from './narrow';

test('the sidebar stays at 1280 and folds at 200 % zoom', () => {
  expect(isNarrowWindow(1280, 100)).toBe(false);
  expect(isNarrowWindow(640, 100)).toBe(true);
});

test('large text folds it sooner', () => {
  expect(isNarrowWindow(1280, 160)).toBe(true);
});
