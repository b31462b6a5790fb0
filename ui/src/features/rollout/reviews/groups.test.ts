import { expect, test } from 'vitest';
import type { Review } from '../../../ipc/bindings';
import { groupsOf, keyOf } from './groups';

function review(kind: string, number: number, due: string, isDone = false): Review {
  const done = { on: due, name: 'Ana', findings: 'None', followUps: '' };
  return { kind, name: kind, question: '', number, due, isLate: false, done: isDone ? done : null };
}

test('what is due stands first, the oldest at the top, and what was done from the newest on', () => {
  const { due, coming, done } = groupsOf(
    [
      review('pace', 1, '2026-03-02', true),
      review('pace', 2, '2026-06-01', true),
      review('pace', 3, '2026-09-01'),
      review('pace', 4, '2026-12-01'),
      review('pace', 5, '2027-03-01'),
      review('privacy', 2, '2026-06-01'),
    ],
    '2026-09-01',
  );
  expect(due.map(keyOf)).toEqual(['privacy 2', 'pace 3']);
  expect(done.map(keyOf)).toEqual(['pace 2', 'pace 1']);
  expect(coming.map(({ next, later }) => [keyOf(next), later.length])).toEqual([['pace 4', 1]]);
});
