import { expect, test } from 'vitest';
import type { Row } from '../../../ipc/bindings';
import { columnsOf, hide, resize, STANDARD } from './arrangement';
import { FIRST_COLUMN } from './columns';
import { Lines } from './lines';
import { Renderer } from './renderer';
import { extendTo, selectCell } from './selection';
import { Sheet } from './sheet';
import { makeWindow, settle } from './testing';

const ICONS = {
  lane: () => document.createElement('i'),
  note: () => document.createElement('s'),
  warning: () => document.createElement('b'),
  more: () => document.createElement('s'),
  filtered: () => document.createElement('q'),
};
const COLUMNS = columnsOf(STANDARD);
const METRICS = {
  row: 28,
  header: 28,
  frozen: 2,
  pinned: 300,
  lines: new Lines(),
  columns: COLUMNS.shown.map((_, index) => ({ left: index * 60, width: 60 })),
};
const VIEW = { top: 0, left: 0, width: 800, height: 280 };
const ERROR = COLUMNS.placeOf('impact_of_error') ?? 0;

async function draw(total: number, change?: (index: number) => Partial<Row>) {
  const sheet = new Sheet(async (first, count) => makeWindow(first, count, total, change), total, {
    changed: () => {},
    failed: () => {},
  });
  const renderer = new Renderer(sheet, ICONS, 'sheet');
  const paint = (top = 0) => renderer.paint(METRICS, { ...VIEW, top });
  paint();
  await settle();
  paint();
  const row = (index: number) => renderer.grid.querySelector(`.sheet-body [aria-rowindex="${index + 2}"]`);
  return { sheet, renderer, paint, row };
}

test('tells a screen reader how large the table is, header and new row included', async () => {
  const { renderer } = await draw(1000);
  expect(renderer.grid.getAttribute('role')).toBe('grid');
  expect(renderer.grid.getAttribute('aria-rowcount')).toBe('1002');
  expect(renderer.grid.getAttribute('aria-colcount')).toBe(String(COLUMNS.shown.length));
  expect(renderer.grid.querySelectorAll('[role="columnheader"]')).toHaveLength(COLUMNS.shown.length);
});

test('one row element holds all cells of a task, pinned ones too', async () => {
  const { row } = await draw(1000);
  const cells = [...(row(0)?.children ?? [])];
  expect(cells.map((cell) => cell.getAttribute('aria-colindex'))).toEqual(
    COLUMNS.shown.map((_, index) => String(index + 1)),
  );
  expect(cells[0]?.getAttribute('role')).toBe('rowheader');
  expect(cells[1]?.getAttribute('role')).toBe('gridcell');
  expect(cells[ERROR]?.textContent).toBe('4');
});

test('the same few row elements serve a thousand tasks', async () => {
  const { renderer, paint, row } = await draw(1000);
  const before = [...renderer.grid.querySelectorAll('.sheet-body .sheet-row')];
  expect(before.length).toBeLessThan(30);
  paint(28 * 500 + 1);
  await settle();
  paint(28 * 500 + 1);
  expect([...renderer.grid.querySelectorAll('.sheet-body .sheet-row')]).toEqual(before);
  expect(row(500)?.textContent).toContain('Task 500');
});

test('as many lines are drawn ahead as are asked for', async () => {
  const { sheet } = await draw(1000);
  const renderer = new Renderer(sheet, ICONS, 'sheet');
  const shown = () => renderer.grid.querySelectorAll('.sheet-body .sheet-row:not([hidden])').length;
  renderer.paint(METRICS, VIEW, 0);
  expect(shown()).toBe(11);
  renderer.paint(METRICS, VIEW);
  expect(shown()).toBe(15);
});

test('the selection is told cell by cell, and the active cell has an id to point at', async () => {
  const { sheet, renderer, paint } = await draw(20);
  sheet.select(extendTo(selectCell({ row: 1, col: FIRST_COLUMN }), { row: 2, col: 2 }, sheet.extent));
  paint();
  expect(renderer.grid.querySelectorAll('[aria-selected="true"]')).toHaveLength(4);
  expect(renderer.activeCell?.id).toBe(`sheet-1-${FIRST_COLUMN}`);
});

test('a refused text is marked for eyes and for screen readers', async () => {
  const rejected = [
    { field: 'impact_of_error' as const, found: 'high', sentence: 'Scores are 1 to 5.', kept: '4' },
  ];
  const { row } = await draw(5, (index) =>
    index === 1 ? { scores: ['5', 'high', '4', '4'], rejected } : {},
  );
  const cell = row(1)?.children[ERROR];
  expect(cell?.getAttribute('aria-invalid')).toBe('true');
  expect(cell?.getAttribute('title')).toBe('Scores are 1 to 5.');
  expect(cell?.querySelector('b')).not.toBeNull();
  expect(row(0)?.children[ERROR]?.hasAttribute('aria-invalid')).toBe(false);
});

test('an unscored task says what is missing', async () => {
  const { row } = await draw(2, () => ({ composite: null, lane: null, missing: 'Needs Impact of Error' }));
  const lane = COLUMNS.placeOf('lane') ?? 0;
  expect(row(0)?.children[lane]?.textContent).toBe('Needs Impact of Error');
  expect(row(0)?.children[lane]?.getAttribute('aria-readonly')).toBe('true');
});

test('rows come back into reading order after scrolling', async () => {
  const { renderer, paint } = await draw(1000);
  paint(28 * 7);
  renderer.sortRows();
  const shown = [...renderer.grid.querySelectorAll<HTMLElement>('.sheet-body .sheet-row')].filter(
    (row) => !row.hidden,
  );
  const indexes = shown.map((row) => Number(row.getAttribute('aria-rowindex')));
  expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
});

test('a hidden column is gone from header and rows, and the rest stays what it was', async () => {
  const { sheet, renderer, paint, row } = await draw(5);
  sheet.arrange(columnsOf(hide(STANDARD, 'owner')));
  renderer.arrange();
  paint();
  expect(renderer.grid.getAttribute('aria-colcount')).toBe(String(COLUMNS.shown.length - 1));
  expect(row(0)?.children).toHaveLength(COLUMNS.shown.length - 1);
  expect(row(0)?.children[ERROR - 1]?.textContent).toBe('4');
});

test('a new width reuses the cells that are there', async () => {
  const { sheet, renderer, row } = await draw(5);
  const cell = row(0)?.children[1];
  sheet.arrange(columnsOf(resize(STANDARD, 'name', 320)));
  expect(renderer.arrange()).toBe(true);
  expect(row(0)?.children[1]).toBe(cell);
  expect(renderer.grid.style.getPropertyValue('--col-1')).toBe('20rem');
});

test('the header says by what the rows are sorted', async () => {
  const { sheet, renderer, paint } = await draw(5);
  sheet.mark({
    sorted: [
      { key: 'lane', descending: true },
      { key: 'name', descending: false },
    ],
    filtered: [],
  });
  paint();
  const header = (key: string) => renderer.header.cells[COLUMNS.placeOf(key) ?? 0];
  expect(header('lane')?.getAttribute('aria-sort')).toBe('descending');
  expect(header('name')?.getAttribute('aria-sort')).toBe('ascending');
  expect(header('name')?.textContent).toContain('↑2');
  expect(header('owner')?.hasAttribute('aria-sort')).toBe(false);
});
