import { expect, test } from 'vitest';
import {
  cleared,
  filterBy,
  filterOf,
  groupBy,
  isSameView,
  isSortedOrFiltered,
  PLAIN_VIEW,
  readSpec,
  sortBy,
  thenBy,
  toggleGroup,
  withoutSort,
  withText,
} from './spec';

const OPS = { kind: 'one_of', values: ['Ops'] } as const;

test('sorting by a column alone forgets the others, adding one keeps them first', () => {
  const two = thenBy(sortBy(PLAIN_VIEW, 'lane', false), 'name', true);
  expect(two.sort).toEqual([
    { column: 'lane', descending: false },
    { column: 'name', descending: true },
  ]);
  expect(thenBy(two, 'lane', true).sort.map(({ column }) => column)).toEqual(['lane', 'name']);
  expect(sortBy(two, 'owner', false).sort).toHaveLength(1);
  expect(withoutSort(two, 'lane').sort.map(({ column }) => column)).toEqual(['name']);
});

test('a column has one filter, and clearing takes all of them and the order', () => {
  const blank = filterBy(filterBy(PLAIN_VIEW, 'owner', { ...OPS, values: ['Ops'] }), 'owner', {
    kind: 'blank',
  });
  expect(blank.filters).toHaveLength(1);
  expect(filterOf(blank, 'owner')).toEqual({ kind: 'blank' });
  expect(filterOf(filterBy(blank, 'owner', null), 'owner')).toBeNull();
  const all = withText(sortBy(groupBy(blank, 'lane'), 'name', false), 'mail');
  expect(isSortedOrFiltered(all)).toBe(true);
  expect(cleared(all)).toEqual(groupBy(PLAIN_VIEW, 'lane'));
});

test('a group folds and unfolds, and others begin unfolded', () => {
  const folded = toggleGroup(groupBy(PLAIN_VIEW, 'lane'), 'Hybrid');
  expect(folded.collapsed).toEqual(['Hybrid']);
  expect(toggleGroup(folded, 'Hybrid').collapsed).toEqual([]);
  expect(groupBy(folded, 'owner').collapsed).toEqual([]);
});

test('two views are the same whatever is folded, and in whatever order the filters were set', () => {
  const one = filterBy(filterBy(PLAIN_VIEW, 'owner', { kind: 'blank' }), 'lane', { kind: 'not_blank' });
  const other = filterBy(filterBy(PLAIN_VIEW, 'lane', { kind: 'not_blank' }), 'owner', { kind: 'blank' });
  expect(isSameView(one, toggleGroup(other, 'Hybrid'))).toBe(true);
  expect(isSameView(one, PLAIN_VIEW)).toBe(false);
});

test('what was kept is read back, and nonsense is left out', () => {
  const spec = filterBy(thenBy(groupBy(PLAIN_VIEW, 'lane'), 'name', true), 'monthly_volume', {
    kind: 'between',
    least: 10,
    most: null,
  });
  expect(readSpec(JSON.parse(JSON.stringify(spec)))).toEqual(spec);
  expect(readSpec(null)).toEqual(PLAIN_VIEW);
  expect(readSpec({ sort: 3, filters: [{ column: 'lane', test: { kind: 'near' } }], group: 4 })).toEqual(
    PLAIN_VIEW,
  );
});
