// Where a scoring session stands: which task of the set, and which of its steps. Pure values.

/** How many questions are asked of each task; the step after them reveals the lane. */
export const QUESTIONS = 4;

export type Flow = {
  /** The tasks of the session, fixed at its start. */
  ids: readonly string[];
  /** The task; past the last one the session is over. */
  at: number;
  /** A question from 0, or `QUESTIONS` for the lane. */
  step: number;
};

export function begin(ids: readonly string[]): Flow {
  return { ids, at: 0, step: 0 };
}

export function taskOf({ ids, at }: Flow): string | null {
  return ids[at] ?? null;
}

export function isOver(flow: Flow): boolean {
  return taskOf(flow) === null;
}

export function isRevealed(flow: Flow): boolean {
  return !isOver(flow) && flow.step === QUESTIONS;
}

/** Goes to the next question, then to the lane, then to the next task. A skipped question is one that was passed. */
export function forward(flow: Flow): Flow {
  if (isOver(flow)) return flow;
  return flow.step < QUESTIONS ? { ...flow, step: flow.step + 1 } : nextTask(flow);
}

/** Goes to the step before: from a first question to the lane of the task before. */
export function back(flow: Flow): Flow {
  if (flow.step > 0) return { ...flow, step: flow.step - 1 };
  return flow.at > 0 ? { ...flow, at: flow.at - 1, step: QUESTIONS } : flow;
}

export function nextTask(flow: Flow): Flow {
  return isOver(flow) ? flow : { ...flow, at: flow.at + 1, step: 0 };
}

export function goTo(flow: Flow, id: string, step: number): Flow {
  const at = flow.ids.indexOf(id);
  return at < 0 ? flow : { ...flow, at, step };
}

/** Leaves out the current task, which is no longer there: the one after it takes its place. */
export function withoutCurrent(flow: Flow): Flow {
  return { ids: flow.ids.filter((_, place) => place !== flow.at), at: flow.at, step: 0 };
}
