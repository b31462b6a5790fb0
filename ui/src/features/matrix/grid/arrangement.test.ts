import { expect, test } from 'vitest';
import {
  type Arrangement,
  columnsOf,
  freezeThrough,
  hide,
  inOrder,
  putBefore,
  readArrangement,
  resize,
  STANDARD,
  shift,
  show,
  WIDEST,
} from './arrangement';
import { type Column, HIDDEN_BY_STANDARD, STANDARD_COLUMNS } from './columns';

const CUSTOM: Column = {
  key: 'custom:7',
  kind: 'text',
  field: null,
  wire: null,
  width: 120,
  label: () => 'Market',
  title: () => 'Market',
};

function keys(arrangement: Arrangement): string[] {
  return columnsOf(arrangement).shown.map(({ key }) => key);
}

test('by standard the columns stand as they are known, and the name stays in view', () => {
  const columns = columnsOf(STANDARD);
  expect(columns.shown.slice(0, 3).map(({ key }) => key)).toEqual(['number', 'name', 'channels']);
  expect(columns.last).toBe(STANDARD_COLUMNS.length - HIDDEN_BY_STANDARD.length);
  expect(columns.placeOf('stability')).toBeNull();
  expect(columns.frozen).toBe(2);
});

test('a hidden column comes back where it was', () => {
  const hidden = hide(STANDARD, 'owner');
  expect(keys(hidden)).not.toContain('owner');
  expect(keys(show(hidden, 'owner'))).toEqual(keys(STANDARD));
});

test('the name cannot be hidden', () => {
  expect(keys(hide(STANDARD, 'name'))).toContain('name');
});

test('a column is put before another, or last', () => {
  expect(keys(putBefore(STANDARD, 'lane', 'channels')).slice(1, 4)).toEqual(['name', 'lane', 'channels']);
  expect(keys(putBefore(STANDARD, 'channels', null)).at(-1)).toBe('channels');
  expect(putBefore(STANDARD, 'owner', 'owner')).toBe(STANDARD);
  expect(putBefore(STANDARD, 'channels', 'owner')).toBe(STANDARD);
});

test('moving by one goes past the next column that is shown', () => {
  const hidden = hide(STANDARD, 'channels');
  expect(keys(shift(hidden, 'owner', -1)).slice(1, 3)).toEqual(['owner', 'name']);
  expect(keys(shift(hidden, 'name', 1)).slice(1, 3)).toEqual(['owner', 'name']);
  expect(shift(STANDARD, 'name', -1)).toBe(STANDARD);
});

test('what is put among the columns that stay in view stays, what is taken out does not', () => {
  const three = freezeThrough(STANDARD, 'owner');
  expect(columnsOf(three).frozen).toBe(4);
  expect(columnsOf(putBefore(three, 'lane', 'owner')).frozen).toBe(5);
  expect(columnsOf(putBefore(three, 'channels', 'tags')).frozen).toBe(3);
  expect(columnsOf(putBefore(three, 'name', 'predictability')).frozen).toBe(4);
  expect(columnsOf(hide(three, 'channels')).frozen).toBe(3);
  expect(columnsOf(freezeThrough(three, null)).frozen).toBe(1);
});

test('a width stays within reason, and the standard one comes back', () => {
  const columns = columnsOf(resize(STANDARD, 'name', 10_000));
  expect(columns.widthOf(columns.at(1))).toBe(WIDEST);
  expect(resize(resize(STANDARD, 'name', 300), 'name', null).widths).toEqual({});
});

test('a column that the arrangement does not know stands after its neighbour', () => {
  const last = STANDARD_COLUMNS.at(-1)?.key ?? '';
  const arranged = putBefore(STANDARD, last, 'channels');
  const order = inOrder(arranged, [...STANDARD_COLUMNS, CUSTOM]).map(({ key }) => key);
  expect(order.slice(1, 4)).toEqual([last, 'custom:7', 'channels']);
});

test('a column that is gone is left out, and comes back to its place', () => {
  const known = [...STANDARD_COLUMNS, CUSTOM];
  const arranged = putBefore(STANDARD, 'custom:7', 'channels', known);
  expect(keys(arranged)).toEqual(keys(STANDARD));
  expect(inOrder(arranged, known)[1]).toBe(CUSTOM);
});

test('what was kept is read back, and nonsense is as by standard', () => {
  const arranged = hide(resize(putBefore(STANDARD, 'lane', 'owner'), 'lane', 99), 'tags');
  expect(readArrangement(JSON.parse(JSON.stringify(arranged)))).toEqual(arranged);
  expect(readArrangement(null)).toEqual(STANDARD);
  expect(readArrangement({ order: 7, hidden: [1, 'tags'], widths: { name: 'x' }, frozen: -1 })).toEqual({
    ...STANDARD,
    hidden: ['tags'],
  });
});
