import { expect, test } from 'vitest';
import {
  back,
  begin,
  type Flow,
  forward,
  goTo,
  isOver,
  isRevealed,
  nextTask,
  taskOf,
  withoutCurrent,
} from './flow';

const start = begin(['a', 'b']);

/** Says where a session stands: the task and its step. */
function at(flow: Flow): string {
  return `${taskOf(flow) ?? 'over'} ${isRevealed(flow) ? 'lane' : flow.step}`;
}

function walk(from: Flow, step: (flow: Flow) => Flow, times: number): string[] {
  const seen = [];
  for (let flow = from; seen.length < times; ) {
    flow = step(flow);
    seen.push(at(flow));
  }
  return seen;
}

test('each task has four questions and then its lane', () => {
  expect(at(start)).toBe('a 0');
  expect(walk(start, forward, 6)).toEqual(['a 1', 'a 2', 'a 3', 'a lane', 'b 0', 'b 1']);
});

test('after the lane of the last task the session is over, and stays so', () => {
  const last = goTo(start, 'b', 4);
  expect(walk(last, forward, 2)).toEqual(['over 0', 'over 0']);
  expect(isOver(nextTask(forward(last)))).toBe(true);
});

test('the way back leads through every step, from the end to the first question', () => {
  const over = nextTask(nextTask(start));
  expect(walk(over, back, 11)).toEqual([
    'b lane',
    'b 3',
    'b 2',
    'b 1',
    'b 0',
    'a lane',
    'a 3',
    'a 2',
    'a 1',
    'a 0',
    'a 0',
  ]);
});

test('a task can be left for the next one at any question', () => {
  expect(at(nextTask(forward(start)))).toBe('b 0');
});

test('a task that is gone is passed over, and the number of tasks says so', () => {
  const shorter = withoutCurrent(start);
  expect(at(shorter)).toBe('b 0');
  expect(shorter.ids).toHaveLength(1);
  expect(isOver(withoutCurrent(shorter))).toBe(true);
});

test('going back to a task that is gone stays at the task that was left', () => {
  expect(at(withoutCurrent(back(goTo(start, 'b', 0))))).toBe('b 0');
});

test('a session without tasks is over at once', () => {
  expect(isOver(begin([]))).toBe(true);
  expect(at(back(begin([])))).toBe('over 0');
});

test('a task that is not in the set is not gone to', () => {
  expect(goTo(start, 'elsewhere', 2)).toBe(start);
});
