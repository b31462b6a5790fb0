import { expect, test } from 'vitest';
import { columnsOf, STANDARD } from './arrangement';
import { asPastedCell, lastPastedColumn, pastedText, pasteTargetOf, rangeOf } from './clipboard';
import { fillDownOf, fillTo } from './fill';

const COLUMNS = columnsOf(STANDARD);
const CONTEXT = COLUMNS.placeOf('context_depth') ?? 0;
const VOLUME = COLUMNS.placeOf('monthly_volume') ?? 0;

test('a range names the columns that are worked out, so that they can be copied', () => {
  const range = rangeOf({ top: 2, bottom: 5, left: CONTEXT, right: VOLUME }, COLUMNS);
  expect(range).toEqual({
    rows: { first: 2, last: 5 },
    fields: ['context_depth', 'composite', 'lane', 'monthly_volume'],
  });
});

test('a paste knows the columns to the right of where it begins', () => {
  const target = pasteTargetOf({ top: 0, bottom: 0, left: CONTEXT, right: CONTEXT }, COLUMNS);
  expect(target?.fieldsToTheRight).toEqual([
    'context_depth',
    'composite',
    'lane',
    'monthly_volume',
    'minutes_per_item',
    'tags',
    'notes',
  ]);
});

test('a paste onto the sum alone has no target', () => {
  expect(pasteTargetOf({ top: 0, bottom: 0, left: CONTEXT + 1, right: CONTEXT + 1 }, COLUMNS)).toBeNull();
});

test('a value with breaks or quotes is one cell again when it is pasted', () => {
  expect(asPastedCell('plain')).toBe('plain');
  expect(asPastedCell('two\nlines')).toBe('"two\nlines"');
  expect(asPastedCell('a "b"')).toBe('"a ""b"""');
});

test('the text of a paste is read whatever types it names', () => {
  expect(pastedText({ getData: (type) => (type === 'text/plain' ? 'a\tb' : '') })).toBe('a\tb');
  expect(pastedText(null)).toBe('');
});

test('the pasted block is as wide as its first line, over the columns it fills', () => {
  const at = { top: 0, bottom: 0, left: CONTEXT, right: CONTEXT };
  expect(lastPastedColumn(at, '1\n2', COLUMNS)).toBe(CONTEXT);
  expect(lastPastedColumn(at, '1\t6\tHybrid\t300\n2\t7\t\t4', COLUMNS)).toBe(VOLUME);
  expect(lastPastedColumn(at, '"1\t\n"\t6', COLUMNS)).toBe(CONTEXT + 1);
  expect(lastPastedColumn({ ...at, right: VOLUME }, '4', COLUMNS)).toBe(VOLUME);
});

test('Ctrl+D takes the first row down, or the value above into a single row', () => {
  const area = { top: 4, bottom: 6, left: CONTEXT, right: CONTEXT };
  expect(fillDownOf(area, COLUMNS)).toEqual({
    source: { rows: { first: 4, last: 4 }, fields: ['context_depth'] },
    lastRow: 6,
  });
  expect(fillDownOf({ ...area, bottom: 4 }, COLUMNS)?.source.rows).toEqual({ first: 3, last: 3 });
  expect(fillDownOf({ ...area, top: 0, bottom: 0 }, COLUMNS)).toBeNull();
});

test('the handle fills below the selection and ends at the last task', () => {
  const area = { top: 4, bottom: 5, left: CONTEXT, right: VOLUME };
  expect(fillTo(area, 5, 10, COLUMNS)).toBeNull();
  expect(fillTo(area, 30, 10, COLUMNS)).toEqual({
    source: { rows: { first: 4, last: 5 }, fields: ['context_depth', 'composite', 'lane', 'monthly_volume'] },
    lastRow: 9,
  });
});
