import { expect, test, vi } from 'vitest';
import type { RowWindow } from '../../../ipc/bindings';
import { deferred, makeWindow, settle } from './testing';
import { BLOCK, RowCache } from './window';

const silent = { arrived: () => {}, failed: () => {} };

test('fetches the blocks that are in view, once each', async () => {
  const source = vi.fn(async (first: number, count: number) => makeWindow(first, count, 1000));
  const cache = new RowCache(source, 1000, silent);
  cache.want(0, BLOCK + 5);
  cache.want(0, BLOCK + 5);
  await settle();
  expect(source.mock.calls).toEqual([
    [0, BLOCK],
    [BLOCK, BLOCK],
  ]);
  expect(cache.row(3)?.id).toBe('task-3');
  expect(cache.row(BLOCK * 5)).toBeUndefined();
});

test('after a change the old rows stay until the new ones are here', async () => {
  let answer = makeWindow(0, BLOCK, 10);
  const cache = new RowCache(async () => answer, 10, silent);
  cache.want(0, 9);
  await settle();
  answer = makeWindow(0, BLOCK, 10, () => ({ name: 'Renamed' }));
  cache.invalidate(10, false);
  expect(cache.row(0)?.name).toBe('Task 0');
  await settle();
  expect(cache.row(0)?.name).toBe('Renamed');
});

test('an answer that a change has overtaken is asked for again', async () => {
  const answers = [deferred<RowWindow>(), deferred<RowWindow>()];
  let asked = 0;
  const cache = new RowCache(
    () => answers[asked++]?.promise ?? Promise.reject(new Error('asked too often')),
    10,
    silent,
  );
  cache.want(0, 9);
  cache.invalidate(11, false);
  answers[0]?.resolve(makeWindow(0, BLOCK, 10));
  await settle();
  expect(asked).toBe(2);
  expect(cache.total).toBe(11);
  answers[1]?.resolve(makeWindow(0, BLOCK, 11));
  await settle();
  expect(cache.row(10)?.id).toBe('task-10');
});

test('an id is only told while rows have stayed at their places', async () => {
  const cache = new RowCache(async (first, count) => makeWindow(first, count, 10), 10, silent);
  cache.want(0, 9);
  await settle();
  cache.invalidate(10, false);
  expect(cache.idAt(2)).toBe('task-2');
  cache.invalidate(9, true);
  expect(cache.idAt(2)).toBeUndefined();
  await settle();
  expect(cache.idAt(2)).toBe('task-2');
});

test('holds a few blocks, however far one scrolls', async () => {
  const source = vi.fn(async (first: number, count: number) => makeWindow(first, count, 100_000));
  const cache = new RowCache(source, 100_000, silent);
  for (let first = 0; first < BLOCK * 40; first += BLOCK) {
    cache.want(first, first + 10);
    await settle();
  }
  expect(cache.row(0)).toBeUndefined();
  expect(cache.row(BLOCK * 39)).toBeDefined();
});

test('a failed fetch is told once, and tried again after the next change', async () => {
  const failed = vi.fn();
  const source = vi.fn(async (): Promise<RowWindow> => Promise.reject(new Error('gone')));
  const cache = new RowCache(source, 10, { arrived: () => {}, failed });
  cache.want(0, 9);
  await settle();
  cache.want(0, 9);
  await settle();
  expect(source).toHaveBeenCalledTimes(1);
  expect(failed).toHaveBeenCalledTimes(1);
  cache.invalidate(10, false);
  await settle();
  expect(source).toHaveBeenCalledTimes(2);
});
