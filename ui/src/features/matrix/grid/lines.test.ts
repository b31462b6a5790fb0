import { expect, test } from 'vitest';
import { Lines } from './lines';

/** Three groups of 2, 0 (collapsed) and 3 rows, and the row for a new task. */
const GROUPED = new Lines([0, 2, 2]);

test('without groups every row is its own line', () => {
  const lines = new Lines();
  expect([lines.ofRow(0), lines.ofRow(500)]).toEqual([0, 500]);
  expect(lines.at(500)).toEqual({ type: 'row', row: 500 });
  expect(lines.headingOf(3)).toBeNull();
});

test('a heading stands above the first row of its group, a collapsed one above the next heading', () => {
  const drawn = Array.from({ length: 9 }, (_, line) => {
    const found = GROUPED.at(line);
    return found.type === 'row' ? found.row : `heading ${found.heading}`;
  });
  expect(drawn).toEqual(['heading 0', 0, 1, 'heading 1', 'heading 2', 2, 3, 4, 5]);
});

test('rows and headings know their lines', () => {
  expect([0, 1, 2, 5].map((row) => GROUPED.ofRow(row))).toEqual([1, 2, 5, 8]);
  expect([0, 1, 2].map((heading) => GROUPED.ofHeading(heading))).toEqual([0, 3, 4]);
  expect([0, 1, 2, 4].map((row) => GROUPED.headingOf(row))).toEqual([0, 0, 2, 2]);
});

test('a heading counts as the row below it where a row is wanted', () => {
  expect([0, 1, 3, 4, 5].map((line) => GROUPED.rowAt(line))).toEqual([0, 0, 2, 2, 2]);
});
