import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { importPreview, outcome, startAnswer, status, summary, workspace } from '../tests/fixtures';
import App from './App.svelte';
import type { Trouble } from './ipc/bindings';
import { navigation } from './state/navigation.svelte';
import { session } from './state/session.svelte';
import { toasts } from './state/toasts.svelte';
// Read beforehand: the tests wait for the screen, and not for the modules behind it.
import './views/around';

// The rest of the app would still be on its way when the tests are over.
vi.mock('./views/later', async (original) => ({
  ...(await original<typeof import('./views/later')>()),
  fetchLater: () => {},
}));

type Answers = Record<string, unknown>;

const DEFAULTS: Answers = { rows: { revision: 1, total: 0, first: 0, rows: [] }, rubric: [] };

/** Renders the app over answers given by command; what is asked is kept in order. */
async function open(answers: Answers): Promise<{ command: string; args: unknown }[]> {
  const asked: { command: string; args: unknown }[] = [];
  mockIPC(
    (command, args) => {
      asked.push({ command, args });
      return { ...DEFAULTS, ...answers }[command] ?? null;
    },
    { shouldMockEvents: true },
  );
  render(App);
  await screen.findAllByRole('heading', { level: 1 });
  return asked;
}

async function expectAccessible(): Promise<void> {
  // Colours need a real browser.
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

const empty = startAnswer({
  opening: { type: 'opened', workspace: workspace({ status: status({ summary: summary({ total: 0 }) }) }) },
});

beforeEach(() => {
  session.workspace = null;
  session.trouble = null;
  session.started = false;
  toasts.list = [];
  navigation.go('home');
});

afterEach(cleanup);

test('without a workspace it offers to make one, and marks recent files that are gone', async () => {
  await open({ start: startAnswer({ opening: null }) });
  expect(screen.getByRole('button', { name: 'New workspace…' })).toBeTruthy();
  expect(screen.getByText('No longer in /usb')).toBeTruthy();
  await expectAccessible();
});

test('an empty workspace has three doors', async () => {
  await open({ start: empty });
  for (const door of ['Choose a file…', 'See the ten…', 'Open the matrix']) {
    expect(screen.getByRole('button', { name: door })).toBeTruthy();
  }
  await expectAccessible();
});

test('trouble with a file offers its ways on', async () => {
  const trouble: Trouble = {
    fileName: 'Plan.trilane',
    sentence: 'It is damaged.',
    ways: ['restore_latest_backup', 'close'],
  };
  const asked = await open({
    start: startAnswer({ opening: { type: 'refused', trouble, stillOpen: 'nothing' } }),
  });
  await expectAccessible();
  await fireEvent.click(screen.getByRole('button', { name: 'Restore the latest backup' }));
  expect(asked).toContainEqual({ command: 'take_way_on', args: { way: 'restore_latest_backup' } });
});

test('an import shows each problem by its cell, and says how much it will import', async () => {
  const row = {
    row: 2,
    state: 'new',
    choice: 'take_theirs',
    why: null,
    cells: [
      { field: 'name', text: 'Webinar', differs: null, problem: null, column: 0 },
      {
        field: 'impact_of_error',
        text: '3.5',
        differs: null,
        problem: 'Row 2: Impact of Error is “3.5”.',
        column: 1,
      },
    ],
    remarks: [],
    composite: null,
    lane: null,
    missing: 'Needs Impact of Error',
  };
  const asked = await open({
    start: empty,
    import_file: importPreview(),
    import_rows: [row],
    import_accept: outcome(),
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Choose a file…' }));
  expect(await screen.findByText('Row 2: Impact of Error is “3.5”.')).toBeTruthy();
  expect(screen.getByText('2 empty rows were left out.')).toBeTruthy();
  await expectAccessible();
  await fireEvent.click(screen.getByRole('button', { name: 'Import 1 task' }));
  expect(asked.map(({ command }) => command)).toContain('import_accept');
});

test('the palette finds an action by what it is called and does it', async () => {
  await open({ start: empty });
  await fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const field = await screen.findByRole('combobox', { name: 'Search or do' });
  await fireEvent.input(field, { target: { value: 'prefer' } });
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await expectAccessible();
  await fireEvent.keyDown(field, { key: 'Enter' });
  const dialog = await screen.findByRole('dialog', { name: 'Preferences' });
  expect(within(dialog).getByLabelText('Your name')).toHaveProperty('value', 'Dana');
});

test('the shortcuts sheet and the preferences are accessible', async () => {
  await open({ start: empty });
  navigation.show('shortcuts');
  await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
  await expectAccessible();
  navigation.show('preferences');
  await screen.findByRole('dialog', { name: 'Preferences' });
  await expectAccessible();
});

test('reference tasks say whose scores they have, and added ones cannot be added again', async () => {
  const task = { description: 'Sort mail.', scores: [5, 4, 4, 4], lane: 'automate' };
  const asked = await open({
    start: empty,
    reference_tasks: [
      { ...task, key: 'a', name: 'Email triage', scoresArePublished: true, alreadyAdded: false },
      { ...task, key: 'b', name: 'Enrichment', scoresArePublished: false, alreadyAdded: false },
      { ...task, key: 'c', name: 'Scheduling', scoresArePublished: false, alreadyAdded: true },
    ],
    add_reference_tasks: outcome(),
  });
  await fireEvent.click(screen.getByRole('button', { name: 'See the ten…' }));
  expect(await screen.findByText('scores as published')).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: /Scheduling/ })).toHaveProperty('disabled', true);
  await expectAccessible();
  await fireEvent.click(screen.getByRole('checkbox', { name: /Enrichment/ }));
  await fireEvent.click(screen.getByRole('button', { name: 'Add 1 task' }));
  expect(asked).toContainEqual({ command: 'add_reference_tasks', args: { keys: ['b'] } });
});
