import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Saving } from './saving';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what changes again and again is sent once, as it is in the end', () => {
  const save = vi.fn();
  const saving = new Saving(save);
  for (const text of ['1', '2', '3']) saving.put(text);
  expect(save).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(save.mock.calls).toEqual([['3']]);
});

test('leaving sends what is waiting, and nothing twice', () => {
  const save = vi.fn();
  const saving = new Saving(save);
  saving.put('1');
  saving.flush();
  saving.flush();
  vi.runAllTimers();
  expect(save.mock.calls).toEqual([['1']]);
});
