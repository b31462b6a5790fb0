import { expect, test } from 'vitest';
import type { ImportColumn, ImportPreview } from '../../ipc/bindings';
import { assignField, chooseHeader, chooseSheet, columnLetters, shownFields } from './mapping';

function column(index: number, field: ImportColumn['field']): ImportColumn {
  return { index, name: `Column ${index}`, sample: '', field, ignoredBecause: null };
}

const preview: ImportPreview = {
  source: 'tasks.xlsx',
  text: null,
  sheets: [],
  sheet: 1,
  top: [],
  headerRow: 2,
  columns: [column(0, 'owner'), column(1, 'name'), column(2, null)],
  rows: 3,
  rowsWithProblems: 0,
  problems: 0,
  notes: [],
  problem: null,
};

test('a field moves away from the column that had it', () => {
  expect(assignField(preview.columns, 2, 'name')).toEqual([
    { index: 0, field: 'owner' },
    { index: 1, field: null },
    { index: 2, field: 'name' },
  ]);
});

test('several columns may be left out', () => {
  expect(assignField(preview.columns, 0, null).map((entry) => entry.field)).toEqual([null, 'name', null]);
});

test('another sheet or header row has its columns proposed anew', () => {
  expect(chooseSheet(3)).toEqual({ sheet: 3, headerRow: null, fields: null });
  expect(chooseHeader(preview, 0)).toEqual({ sheet: 1, headerRow: 0, fields: null });
});

test('the preview shows mapped fields in the order of the worksheet', () => {
  expect(shownFields(preview, ['name', 'channels', 'owner'])).toEqual(['name', 'owner']);
});

test('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
