// Which value of each column is kept when tasks are merged.
import type { Comparison, Difference, Kept } from '../../ipc/bindings';

/** What the user chose: the task whose value is kept, by column. */
export type Chosen = Readonly<Record<string, string>>;

/** Whether a value of this column has to be chosen, or may be. */
export function isChoice({ way }: Difference): boolean {
  return way === 'choose' || way === 'ask';
}

/** Returns the task whose value is kept; nothing while only a person can say. */
export function keptTask({ tasks }: Comparison, difference: Difference, chosen: Chosen): string | null {
  const own = chosen[difference.column];
  if (own !== undefined && tasks.some(({ id }) => id === own)) return own;
  return difference.kept === null ? null : (tasks[difference.kept]?.id ?? null);
}

/** Returns the columns that still wait for a person. */
export function waiting(comparison: Comparison, chosen: Chosen): Difference[] {
  return comparison.differences.filter(
    (difference) => difference.way === 'ask' && keptTask(comparison, difference, chosen) === null,
  );
}

/** Returns what is kept of which task, as the merge takes it. */
export function kept(comparison: Comparison, chosen: Chosen): Kept[] {
  return comparison.differences.filter(isChoice).flatMap((difference) => {
    const task = keptTask(comparison, difference, chosen);
    return task === null ? [] : [{ column: difference.column, task }];
  });
}
