import { expect, test } from 'vitest';
import type { ImportColumn, ImportPreview, ImportUse } from '../../ipc/bindings';
import { assignUse, chooseHeader, chooseSheet, chooseUse, keepUnknown, useKey, useOf } from './mapping';

const OUT: ImportUse = { to: 'left_out' };

function column(index: number, used: ImportUse): ImportColumn {
  const name = `Column ${index}`;
  return { index, name, sample: 'x', used, guess: 'number', keepable: true, ignoredBecause: null };
}

const preview: ImportPreview = {
  source: 'tasks.xlsx',
  text: null,
  sheets: [],
  sheet: 1,
  top: [],
  headerRow: 2,
  columns: [
    column(0, { to: 'field', field: 'owner' }),
    column(1, { to: 'field', field: 'name' }),
    column(2, OUT),
  ],
  ownColumns: [],
  findBy: 2,
  fields: [],
  counts: {
    all: 3,
    new: 3,
    changed: 0,
    same: 0,
    conflict: 0,
    unreadable: 0,
    missing: 0,
    problems: 0,
    cells: 0,
  },
  outlook: { added: 3, changed: 0, waiting: 0 },
  rule: 'ask',
  questions: [],
  notes: [],
  problem: null,
};

test('a field moves away from the column that had it', () => {
  expect(assignUse(preview.columns, 2, { to: 'field', field: 'name' })).toEqual([
    { index: 0, used: { to: 'field', field: 'owner' } },
    { index: 1, used: OUT },
    { index: 2, used: { to: 'field', field: 'name' } },
  ]);
});

test('several columns may be left out', () => {
  expect(assignUse(preview.columns, 0, OUT).map(({ used }) => used.to)).toEqual([
    'left_out',
    'field',
    'left_out',
  ]);
});

test('a use is written and read as the value of a choice', () => {
  for (const key of ['left-out', 'name', 'custom:7', 'keep:date'] as const) {
    expect(useKey(useOf(key))).toBe(key);
  }
});

test('a column that is used in another way no longer tells tasks apart', () => {
  expect(chooseUse(preview, 2, OUT).findBy).toBeNull();
  expect(chooseUse(preview, 0, OUT).findBy).toBe(2);
});

test('what nobody knows is kept as the kind that it looks like', () => {
  expect(keepUnknown(preview).columns?.[2]).toEqual({ index: 2, used: { to: 'keep', kind: 'number' } });
});

test('another sheet or header row has its columns proposed anew', () => {
  expect(chooseSheet(3)).toEqual({ sheet: 3, headerRow: null, columns: null, findBy: null });
  expect(chooseHeader(preview, 0)).toEqual({ sheet: 1, headerRow: 0, columns: null, findBy: null });
});
