import { expect, test } from 'vitest';
import type { Comparison, Difference } from '../../ipc/bindings';
import { kept, keptTask, waiting } from './keeping';

const owner: Difference = {
  column: 'owner',
  name: 'Owner',
  way: 'choose',
  texts: ['Ops', 'RevOps'],
  kept: 1,
  together: null,
};
const score: Difference = {
  ...owner,
  column: 'predictability',
  name: 'Predictability',
  way: 'ask',
  texts: ['2', '4'],
  kept: null,
};
const tags: Difference = {
  ...owner,
  column: 'tags',
  name: 'Tags',
  way: 'join',
  kept: null,
  together: 'a, b',
};
const comparison: Comparison = {
  tasks: [
    { id: 'one', name: 'Triage', lane: null },
    { id: 'two', name: 'triage', lane: 'hybrid' },
  ],
  differences: [owner, score, tags],
};

test('the fullest value is kept until another one is chosen', () => {
  expect(keptTask(comparison, owner, {})).toBe('two');
  expect(keptTask(comparison, owner, { owner: 'one' })).toBe('one');
});

test('a score that differs waits for a person, and what is joined does not', () => {
  expect(waiting(comparison, {})).toEqual([score]);
  expect(waiting(comparison, { predictability: 'one' })).toEqual([]);
});

test('a choice of a task that was left out is none', () => {
  expect(waiting(comparison, { predictability: 'gone' })).toEqual([score]);
  expect(keptTask(comparison, owner, { owner: 'gone' })).toBe('two');
});

test('the merge is told what is kept of which task', () => {
  expect(kept(comparison, { predictability: 'one' })).toEqual([
    { column: 'owner', task: 'two' },
    { column: 'predictability', task: 'one' },
  ]);
});
