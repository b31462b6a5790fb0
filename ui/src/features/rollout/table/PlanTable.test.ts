import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcome, workspace } from '../../../../tests/fixtures';
import { session } from '../../../state/session.svelte';
import { rollout } from '../plan.svelte';
import { activity, plan } from '../testing';
import PlanTable from './PlanTable.svelte';

const some = plan();
let asked: { command: string; args: unknown }[] = [];
/** What the app refuses, by the text. */
const REFUSED = 'it waits for itself';

beforeEach(() => {
  asked = [];
  session.workspace = workspace();
  rollout.drop();
  rollout.plan = some;
  mockIPC((command, args) => {
    asked.push({ command, args });
    if (command === 'plans') return [{ id: 'plan', name: 'Rollout', isExample: false }];
    if (command === 'plan') return some;
    if (command === 'enter_activity' && (args as { text: string }).text === '2')
      return Promise.reject({ kind: 'refused', message: REFUSED });
    return outcome();
  });
});

afterEach(() => {
  cleanup();
  session.workspace = null;
});

const cell = () => document.activeElement as HTMLInputElement;
const press = (key: string, more = {}) => fireEvent.keyDown(cell(), { key, ...more });
async function type(text: string) {
  await fireEvent.input(cell(), { target: { value: text } });
}
const entered = () => asked.filter(({ command }) => command === 'enter_activity').map(({ args }) => args);

async function open() {
  render(PlanTable, { plan: some });
  await waitFor(() => expect(cell().value).toBe('Activity a'));
}

test('it is a grid that names every cell, and accessible', async () => {
  await open();
  expect(screen.getByRole('grid', { name: 'Activities of the plan' }).getAttribute('aria-rowcount')).toBe(
    '3',
  );
  expect(cell().getAttribute('aria-label')).toBe('Activity, Activity a');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('what is typed goes to the cell, and Enter goes down', async () => {
  await open();
  await type('Draft');
  await press('Enter');
  await waitFor(() => expect(cell().value).toBe('Activity b'));
  expect(entered()).toEqual([{ plan: 'plan', id: 'a', field: 'name', text: 'Draft' }]);
});

test('Escape gives up what was typed', async () => {
  await open();
  await type('Draft');
  await press('Escape');
  expect(cell().value).toBe('Activity a');
  await press('ArrowDown');
  await waitFor(() => expect(cell().value).toBe('Activity b'));
  expect(entered()).toEqual([]);
});

test('a refused text stays in its cell with its sentence until it is given up', async () => {
  await open();
  for (let step = 0; step < 6; step += 1) await press('ArrowRight');
  await waitFor(() => expect(cell().getAttribute('aria-label')).toBe('Waits for, Activity a'));
  await type('2');
  await press('Enter');
  await waitFor(() => expect(document.querySelector('[title="it waits for itself"]')).not.toBeNull());
  await press('ArrowUp');
  await waitFor(() => expect(cell().value).toBe('2'));
  expect(document.body.textContent).toContain(`${REFUSED} Esc brings back`);
  await press('Escape');
  await waitFor(() => expect(cell().value).toBe(''));
});

test('a thousand activities draw only those in view', async () => {
  const many = plan({ activities: Array.from({ length: 1000 }, (_, at) => activity(`n${at}`)) });
  render(PlanTable, { plan: many });
  await waitFor(() => expect(cell().value).toBe('Activity n0'));
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
});
