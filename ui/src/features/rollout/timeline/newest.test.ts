import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Newest } from './newest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function slow() {
  const asked: number[] = [];
  const answers: (() => void)[] = [];
  const taken: number[] = [];
  const newest = new Newest<number, number>(
    (question) => {
      asked.push(question);
      return new Promise((resolve) => answers.push(() => resolve(question)));
    },
    (answer) => taken.push(answer),
  );
  const answer = async () => {
    answers.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { newest, asked, taken, answer };
}

test('one question is under way at a time, and of those that wait the newest is asked', async () => {
  const { newest, asked, taken, answer } = slow();
  for (const question of [1, 2, 3, 4]) newest.ask(question);
  expect(asked).toEqual([1]);
  await answer();
  expect(asked).toEqual([1, 4]);
  await answer();
  expect(taken).toEqual([1, 4]);
});

test('once stopped, an answer under way is dropped, and the next question is asked as ever', async () => {
  const { newest, taken, answer } = slow();
  newest.ask(1);
  newest.ask(2);
  newest.stop();
  await answer();
  expect(taken).toEqual([]);
  newest.ask(3);
  await answer();
  expect(taken).toEqual([3]);
});

test('a question that fails does not end the asking', async () => {
  const taken: number[] = [];
  const newest = new Newest<number, number>(
    (question) => (question === 1 ? Promise.reject(new Error('no')) : Promise.resolve(question)),
    (answer) => taken.push(answer),
  );
  newest.ask(1);
  newest.ask(2);
  await vi.advanceTimersByTimeAsync(0);
  expect(taken).toEqual([2]);
});
