import type { LaneSummary } from '../../ipc/bindings';

/** How many tasks the first round of scoring covers. */
const FIRST_ROUND = 15;

type Step = 'mend' | 'list' | 'score';
export type ChecklistStep = { step: Step; done: number; of: number; isDone: boolean };

/** Returns what to do next, in this order; cells to mend come first, and only while there are some. */
export function checklist(summary: LaneSummary): ChecklistStep[] {
  const scored = summary.automate + summary.hybrid + summary.humanOnly;
  const steps: ChecklistStep[] = [upTo('list', summary.total), upTo('score', scored)];
  if (summary.rejectedCells > 0) {
    steps.unshift({ step: 'mend', done: 0, of: summary.rejectedCells, isDone: false });
  }
  return steps;
}

function upTo(step: Step, count: number): ChecklistStep {
  return { step, done: Math.min(count, FIRST_ROUND), of: FIRST_ROUND, isDone: count >= FIRST_ROUND };
}
