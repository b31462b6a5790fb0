import { expect, test } from 'vitest';
import { FIRST_COLUMN } from './columns';
import {
  cellAt,
  frozenThatFit,
  gapAt,
  inView,
  rectOf,
  rectOfArea,
  rowsPerPage,
  scrollTo,
  visibleLines,
} from './geometry';
import { Lines } from './lines';

const COLUMNS = 14;
const LAST_COLUMN = COLUMNS - 1;

const METRICS = {
  row: 20,
  header: 20,
  frozen: 2,
  pinned: 120,
  columns: Array.from({ length: COLUMNS }, (_, index) => ({ left: index * 60, width: 60 })),
  lines: new Lines(),
};
const VIEW = { top: 0, left: 0, width: 400, height: 220 };
const SCROLLED = { ...VIEW, top: 1000, left: 200 };

test('the rows in view, with some more on either side, within the table', () => {
  expect(visibleLines(METRICS, VIEW, 100, 2)).toEqual({ first: 0, last: 13 });
  expect(visibleLines(METRICS, SCROLLED, 100, 2)).toEqual({ first: 48, last: 63 });
  expect(visibleLines(METRICS, SCROLLED, 55, 2)).toEqual({ first: 48, last: 54 });
  expect(rowsPerPage(METRICS, VIEW)).toBe(9);
});

test('pinned columns go along when scrolled sideways, others do not', () => {
  expect(rectOf(METRICS, SCROLLED, { row: 2, col: FIRST_COLUMN }).left).toBe(260);
  expect(rectOf(METRICS, SCROLLED, { row: 2, col: 4 }).left).toBe(240);
});

test('the frame of whole rows reaches from the pinned columns to the last', () => {
  const rect = rectOfArea(METRICS, SCROLLED, { top: 0, bottom: 1, left: FIRST_COLUMN, right: LAST_COLUMN });
  expect([rect.left, rect.left + rect.width, rect.height]).toEqual([260, COLUMNS * 60, 40]);
});

test('a range whose right end is hidden under the pinned columns ends with them', () => {
  const rect = rectOfArea(METRICS, SCROLLED, { top: 0, bottom: 0, left: FIRST_COLUMN, right: 3 });
  expect(rect.left + rect.width).toBe(320);
});

test('scrolls no further than a cell needs, clear of header and pinned columns', () => {
  expect(scrollTo(METRICS, VIEW, { row: 3, col: 3 })).toEqual({ top: 0, left: 0 });
  expect(scrollTo(METRICS, VIEW, { row: 30, col: 3 }).top).toBe(30 * 20 + 40 - 220);
  expect(scrollTo(METRICS, SCROLLED, { row: 50, col: 3 })).toEqual({ top: 1000, left: 60 });
  expect(scrollTo(METRICS, SCROLLED, { row: 50, col: FIRST_COLUMN })).toEqual({ top: 1000, left: 200 });
});

test('finds the cell under a point, under pinned columns too', () => {
  expect(cellAt(METRICS, SCROLLED, 210, 1050, 100)).toEqual({ row: 51, col: 0 });
  expect(cellAt(METRICS, SCROLLED, 350, 1050, 100)).toEqual({ row: 51, col: 5 });
  expect(cellAt(METRICS, SCROLLED, 350, 9000, 100)).toEqual({ row: 99, col: 5 });
});

test('what is in view of an area is measured from the corner of the view', () => {
  const area = { top: 45, bottom: 90, left: 4, right: 6 };
  expect(inView(METRICS, SCROLLED, area)).toEqual({ left: 120, top: 20, width: 100, height: 200 });
});

test('headings between the rows push down what is below them', () => {
  const grouped = { ...METRICS, lines: new Lines([0, 2, 2]) };
  expect(rectOf(grouped, VIEW, { row: 0, col: 1 }).top).toBe(40);
  expect(rectOf(grouped, VIEW, { row: 2, col: 1 }).top).toBe(120);
  expect(rectOfArea(grouped, VIEW, { top: 1, bottom: 2, left: 1, right: 1 }).height).toBe(80);
  expect(cellAt(grouped, VIEW, 70, 130, 100)).toEqual({ row: 2, col: 1 });
  expect(cellAt(grouped, VIEW, 70, 90, 100)).toEqual({ row: 2, col: 1 });
  expect(scrollTo(grouped, { ...VIEW, top: 500 }, { row: 0, col: 1 }).top).toBe(0);
});

test('a dragged column lands before the one on whose left half the mouse is', () => {
  expect(gapAt(METRICS, VIEW, 185)).toBe(3);
  expect(gapAt(METRICS, VIEW, 215)).toBe(4);
  expect(gapAt(METRICS, SCROLLED, 220)).toBe(0);
  expect(gapAt(METRICS, VIEW, 9000)).toBe(COLUMNS);
});

test('no more columns stay in view than leave room for the others', () => {
  expect(frozenThatFit(METRICS.columns, 3, 400)).toBe(3);
  expect(frozenThatFit(METRICS.columns, 9, 400)).toBe(4);
  expect(frozenThatFit(METRICS.columns, 3, 40)).toBe(1);
});
