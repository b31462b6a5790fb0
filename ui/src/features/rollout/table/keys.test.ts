import { expect, test } from 'vitest';
import { intentOf, type KeyPress } from './keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  altKey: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

test('in a cell that waits, arrows move and Enter begins to type', () => {
  expect(intentOf(press('ArrowLeft'), 'ready')).toEqual({ kind: 'move', rows: 0, columns: -1 });
  expect(intentOf(press('Enter'), 'ready')).toEqual({ kind: 'edit' });
  expect(intentOf(press('Delete'), 'ready')).toEqual({ kind: 'clear' });
});

test('while somebody types, arrows and Delete belong to the text, and Enter goes down', () => {
  expect(intentOf(press('ArrowLeft'), 'editing')).toBeNull();
  expect(intentOf(press('Delete'), 'editing')).toBeNull();
  expect(intentOf(press('Enter'), 'editing')).toEqual({ kind: 'move', rows: 1, columns: 0 });
  expect(intentOf(press('ArrowDown'), 'editing')).toEqual({ kind: 'move', rows: 1, columns: 0 });
});

test('Ctrl and Enter adds a row in both', () => {
  for (const mode of ['ready', 'editing'] as const)
    expect(intentOf(press('Enter', { ctrlKey: true }), mode)).toEqual({ kind: 'add' });
});

test('what the app does with Ctrl stays with the app', () => {
  expect(intentOf(press('z', { ctrlKey: true }), 'ready')).toBeNull();
  expect(intentOf(press('ArrowLeft', { ctrlKey: true }), 'ready')).toBeNull();
  expect(intentOf(press('Home', { ctrlKey: true }), 'ready')).toEqual({
    kind: 'end',
    of: 'table',
    at: 'first',
  });
});
