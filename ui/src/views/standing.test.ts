import { expect, test } from 'vitest';
import type { Workspace } from '../ipc/bindings';
import { standing } from './standing';

const now = new Date(2026, 4, 20, 18, 0);

function workspace(changes: Partial<Workspace>, unscored = 3): Workspace {
  const summary = {
    total: 42,
    automate: 12,
    hybrid: 19,
    humanOnly: 8,
    unscored,
    capped: 0,
    decided: 0,
    toDecideAgain: 0,
    toMend: 0,
    rejectedCells: 0,
  };
  const savedAt = new Date(2026, 4, 20, 10, 42).toISOString();
  const firstRows = { revision: 7, total: 0, first: 0, rows: [] };
  const view = { shown: 42, all: 42, outOfDate: false, groups: [] };
  const status = { revision: 7, savedAt, summary, view, undo: null, redo: null };
  return {
    id: 'w',
    opening: 1,
    name: 'Q3 plan',
    folder: '/plans',
    readOnly: null,
    status,
    firstRows,
    layout: null,
    ...changes,
  };
}

test('it says when it saved, and what is there', () => {
  expect(standing(workspace({}), false, now)).toMatch(/^Saved 10:42.* · 42 tasks, 3 unscored$/);
  expect(standing(workspace({}, 0), false, now)).toMatch(/ · 42 tasks$/);
});

test('it never says saved while a change is on its way', () => {
  expect(standing(workspace({}), true, now)).toMatch(/^Saving…/);
});

test('a workspace that cannot be changed says so', () => {
  expect(standing(workspace({ readOnly: 'Opened read-only.' }), true, now)).toMatch(/^Read-only/);
});
