import { expect, test } from 'vitest';
import { drawnLinks, linksOf, spaceOf } from './links';
import { drawnRows, rowsOf } from './rows';
import { scaleOf } from './scale';
import { activity, plan } from './testing';

const some = plan([
  activity('b', { needs: ['a'], critical: true }),
  activity('a', { phase: 'discovery', start: '2026-11-02', end: '2026-11-06', critical: true }),
  activity('c', { needs: ['b', 'gone'] }),
]);

test('activities stand under their phase, in the order of the plan', () => {
  const ids = rowsOf(some, new Set()).map(({ id }) => id);
  expect(ids).toEqual(['phase-discovery', 'a', 'phase-pilot', 'b', 'c']);
});

test('a folded phase keeps its heading and its count', () => {
  const rows = rowsOf(some, new Set(['pilot']));
  expect(rows.map(({ id }) => id)).toEqual(['phase-discovery', 'a', 'phase-pilot']);
  expect(rows.at(-1)).toMatchObject({ folded: true, count: 2 });
});

test('rows in view are drawn with some around them, within the ends', () => {
  expect(drawnRows(1000, 0, 20, undefined)).toHaveLength(27);
  expect(drawnRows(1000, 990, 1010, undefined).at(-1)).toBe(999);
  expect(drawnRows(0, 0, 20, 0)).toEqual([]);
});

test('the row with the focus stays, wherever it is', () => {
  expect(drawnRows(1000, 500, 520, 3)[0]).toBe(3);
  expect(drawnRows(1000, 0, 20, 900).at(-1)).toBe(900);
  expect(drawnRows(1000, 0, 20, 5)).toHaveLength(27);
});

test('a dependency is drawn between rows that are there, critical when both ends are', () => {
  const links = linksOf(rowsOf(some, new Set()));
  expect(links).toEqual([
    { id: 'a b', from: 'a', to: 'b', critical: true },
    { id: 'b c', from: 'b', to: 'c', critical: false },
  ]);
  expect(linksOf(rowsOf(some, new Set(['discovery'])))).toHaveLength(1);
});

test('only dependencies with an end in view are drawn', () => {
  const rows = rowsOf(some, new Set());
  const scale = scaleOf(some, 'month', 0);
  const endOf = (id: string) => {
    const row = rows.findIndex((one) => one.id === id);
    const found = rows[row];
    if (found?.kind !== 'activity') return null;
    return { row, span: spaceOf(scale, found.activity, found.activity) };
  };
  expect(drawnLinks(linksOf(rows), endOf, { from: 0, to: 1 }).map(({ id }) => id)).toEqual(['a b']);
});
