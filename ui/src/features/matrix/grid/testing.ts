// What the tests of the sheet share: rows made up on the spot, and a backend that answers when told to.
import type { Outcome, Row, RowWindow } from '../../../ipc/bindings';

function makeRow(index: number, changes: Partial<Row> = {}): Row {
  return {
    id: `task-${index}`,
    name: `Task ${index}`,
    channels: '',
    owner: '',
    scores: ['5', '4', '4', '4'],
    composite: 17,
    lane: 'automate',
    missing: null,
    monthlyVolume: '',
    minutesPerItem: '',
    tags: '',
    notes: '',
    missingScores: [],
    isReference: false,
    rejected: [],
    isCapped: false,
    decision: null,
    others: {},
    ...changes,
  };
}

export function makeWindow(
  first: number,
  count: number,
  total: number,
  change?: (index: number) => Partial<Row>,
): RowWindow {
  const length = Math.max(Math.min(count, total - first), 0);
  const rows = Array.from({ length }, (_, place) => makeRow(first + place, change?.(first + place)));
  return { revision: 1, total, first, rows };
}

export function makeOutcome(revision: number, total: number, changes: Partial<Outcome> = {}): Outcome {
  const summary = {
    total,
    automate: total,
    hybrid: 0,
    humanOnly: 0,
    unscored: 0,
    capped: 0,
    decided: 0,
    toDecideAgain: 0,
    toMend: 0,
    rejectedCells: 0,
  };
  return {
    status: {
      revision,
      savedAt: null,
      summary,
      view: { shown: total, all: total, outOfDate: false, groups: [] },
      undo: null,
      redo: null,
    },
    focus: null,
    changed: 1,
    refusals: [],
    refusedCount: 0,
    sentence: '',
    createdIds: [],
    ...changes,
  };
}

/** A promise that is settled from outside. */
export function deferred<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
} {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((ok, fail) => {
    resolve = ok;
    reject = fail;
  });
  return { promise, resolve, reject };
}

/** Lets everything that waits on settled promises run. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
