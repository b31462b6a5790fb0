import { expect, test } from 'vitest';
import type { ReferenceTask } from '../../ipc/bindings';
import { addable, byLane, toggled } from './choice';

function task(key: string, lane: ReferenceTask['lane'], alreadyAdded = false): ReferenceTask {
  return {
    key,
    name: key,
    description: '',
    scores: [3, 3, 3, 3],
    lane,
    scoresArePublished: false,
    alreadyAdded,
  };
}

test('lanes come in the order of the screens, and an empty one is left out', () => {
  const groups = byLane([task('a', 'human_only'), task('b', 'automate')]);
  expect(groups.map((group) => group.lane)).toEqual(['automate', 'human_only']);
});

test('what is in the workspace cannot be added again', () => {
  expect(addable([task('a', 'hybrid', true), task('b', 'hybrid')])).toEqual(['b']);
});

test('choosing twice is choosing not', () => {
  expect(toggled(toggled([], 'a'), 'a')).toEqual([]);
});
