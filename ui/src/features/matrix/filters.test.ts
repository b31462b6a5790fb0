import { expect, test } from 'vitest';
import type { FilterTest } from '../../ipc/bindings';
import { filterKind, filterText, formOf, testOf, testOfChoices } from './filters';
import { STANDARD_COLUMNS } from './grid/columns';

const column = (key: string) => {
  const found = STANDARD_COLUMNS.find((candidate) => candidate.key === key);
  if (!found) throw new Error(key);
  return found;
};

function checkText(key: string, filter: FilterTest, words: string) {
  expect(filterText(column(key), filter)).toBe(words);
}

test('each column is filtered in the way that suits it', () => {
  const kinds = [
    'name',
    'owner',
    'tags',
    'lane',
    'context_depth',
    'composite',
    'monthly_volume',
    'notes',
  ].map((key) => filterKind(column(key)));
  expect(kinds).toEqual(['text', 'choices', 'choices', 'choices', 'choices', 'number', 'number', 'text']);
});

test('a filter is said in words', () => {
  checkText('owner', { kind: 'one_of', values: ['Ops', ''] }, 'Owner: Ops, blank');
  checkText('owner', { kind: 'one_of', values: ['A', 'B', 'C', 'D'] }, 'Owner: A, B and 2 more');
  checkText('name', { kind: 'contains', text: 'mail' }, 'Task: contains “mail”');
  checkText('monthly_volume', { kind: 'between', least: 10, most: 50 }, 'Monthly volume: 10 to 50');
  checkText('monthly_volume', { kind: 'between', least: 10, most: null }, 'Monthly volume: at least 10');
  checkText('monthly_volume', { kind: 'between', least: null, most: 50 }, 'Monthly volume: at most 50');
  checkText('notes', { kind: 'not_blank' }, 'Notes: not blank');
});

test('a form gives the test that it was opened with', () => {
  for (const filter of [
    { kind: 'contains', text: 'mail' },
    { kind: 'blank' },
    { kind: 'not_blank' },
  ] as const)
    expect(testOf(formOf(filter), 'text')).toEqual(filter);
  const span = { kind: 'between', least: 0, most: null } as const;
  expect(testOf(formOf(span), 'number')).toEqual(span);
});

test('a form that leaves all rows is no filter', () => {
  expect(testOf(formOf(null), 'text')).toBeNull();
  expect(testOf({ ...formOf(null), least: 'many' }, 'number')).toBeNull();
  expect(testOfChoices(new Set(['', 'Ops']), ['Ops', ''])).toBeNull();
  expect(testOfChoices(new Set(['Ops']), ['Ops', ''])).toEqual({ kind: 'one_of', values: ['Ops'] });
});
