// What a task says to the four questions.
import type { DimensionRubric, FieldKey, Rejected, TaskDetail } from '../../ipc/bindings';
import { QUESTIONS } from './flow';

export function textOf(task: TaskDetail, field: FieldKey): string {
  return task.fields.find((entry) => entry.field === field)?.text ?? '';
}

export function rejectedIn(task: TaskDetail, field: FieldKey): Rejected | undefined {
  return task.rejected.find((rejected) => rejected.field === field);
}

/** Score and reason of each question, to be compared with what they are later. */
export type Answers = readonly string[];

export function answersOf(task: TaskDetail, rubric: readonly DimensionRubric[]): Answers {
  return rubric.map(({ field, why }) => JSON.stringify([textOf(task, field), textOf(task, why)]));
}

/** Returns the first question whose answer is another one now. */
export function changedQuestion(before: Answers, after: Answers): number | null {
  const changed = after.findIndex((answer, question) => answer !== before[question]);
  return changed < 0 || changed >= QUESTIONS ? null : changed;
}
