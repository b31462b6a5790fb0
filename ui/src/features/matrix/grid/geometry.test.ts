import { expect, test } from 'vitest';
import { COLUMNS, FIRST_COLUMN, LAST_COLUMN } from './columns';
import { cellAt, inView, rectOf, rectOfArea, rowsPerPage, scrollTo, visibleRows } from './geometry';

const METRICS = {
  row: 20,
  header: 20,
  pinned: 120,
  columns: COLUMNS.map((_, index) => ({ left: index * 60, width: 60 })),
};
const VIEW = { top: 0, left: 0, width: 400, height: 220 };
const SCROLLED = { ...VIEW, top: 1000, left: 200 };

test('the rows in view, with some more on either side, within the table', () => {
  expect(visibleRows(METRICS, VIEW, 100, 2)).toEqual({ first: 0, last: 13 });
  expect(visibleRows(METRICS, SCROLLED, 100, 2)).toEqual({ first: 48, last: 63 });
  expect(visibleRows(METRICS, SCROLLED, 55, 2)).toEqual({ first: 48, last: 54 });
  expect(rowsPerPage(METRICS, VIEW)).toBe(9);
});

test('pinned columns go along when scrolled sideways, others do not', () => {
  expect(rectOf(METRICS, SCROLLED, { row: 2, col: FIRST_COLUMN }).left).toBe(260);
  expect(rectOf(METRICS, SCROLLED, { row: 2, col: 4 }).left).toBe(240);
});

test('the frame of whole rows reaches from the pinned columns to the last', () => {
  const rect = rectOfArea(METRICS, SCROLLED, { top: 0, bottom: 1, left: FIRST_COLUMN, right: LAST_COLUMN });
  expect([rect.left, rect.left + rect.width, rect.height]).toEqual([260, COLUMNS.length * 60, 40]);
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
