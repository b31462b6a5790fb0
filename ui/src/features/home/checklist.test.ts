import { expect, test } from 'vitest';
import type { LaneSummary } from '../../ipc/bindings';
import { checklist } from './checklist';

function summary(changes: Partial<LaneSummary>): LaneSummary {
  return {
    total: 0,
    automate: 0,
    hybrid: 0,
    humanOnly: 0,
    unscored: 0,
    capped: 0,
    decided: 0,
    toDecideAgain: 0,
    toMend: 0,
    rejectedCells: 0,
    ...changes,
  };
}

test('cells to mend come before everything else', () => {
  const steps = checklist(summary({ total: 3, unscored: 3, toMend: 1, rejectedCells: 2 }));
  expect(steps.map((step) => step.step)).toEqual(['mend', 'list', 'score']);
});

test('a step is done at fifteen and never counts past it', () => {
  const steps = checklist(summary({ total: 42, automate: 12, hybrid: 2, unscored: 28 }));
  expect(steps).toEqual([
    { step: 'list', done: 15, of: 15, isDone: true },
    { step: 'score', done: 14, of: 15, isDone: false },
  ]);
});
