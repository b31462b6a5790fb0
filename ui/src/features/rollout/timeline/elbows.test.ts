import { expect, test } from 'vitest';
import { elbow } from './elbows';

const from = { row: 1, span: { left: 0, right: 5 } };

test('what starts when the other ends is reached from above', () => {
  const { line, head } = elbow(from, { row: 3, span: { left: 5, right: 9 } });
  expect(line).toBe('M5 2.563H5.375V5.625');
  expect(head).toMatch(/^M5.188 .*L5.375 5.625L/);
});

test('a row further up is reached from below', () => {
  expect(elbow(from, { row: 0, span: { left: 6, right: 9 } }).line).toBe('M5 2.563H6.375V1.25');
});

test('a narrow bar is reached in its middle', () => {
  expect(elbow(from, { row: 2, span: { left: 6, right: 6.4 } }).line).toContain('H6.2V');
});

test('what starts too early is reached around between the rows', () => {
  expect(elbow(from, { row: 2, span: { left: 3, right: 6 } }).line).toBe('M5 2.563H5.5V3.5H2.5V4.313H3');
});
