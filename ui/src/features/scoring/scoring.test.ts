import { mockIPC } from '@tauri-apps/api/mocks';
import { beforeEach, expect, test } from 'vitest';
import { outcome, rubric, status, taskDetail, workspace } from '../../../tests/fixtures';
import type { FieldKey } from '../../ipc/bindings';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';
import { taskOf } from './flow';
import { scoring } from './scoring.svelte';

/** What the app would hold: the answers of each task. */
let tasks: Map<string, Partial<Record<FieldKey, string>>>;
let revision: number;
let refuses: boolean;

type Asked = { id: string; field: FieldKey; text: string };

beforeEach(async () => {
  tasks = new Map([
    ['a', {}],
    ['b', {}],
  ]);
  revision = 1;
  refuses = false;
  session.workspace = workspace();
  toasts.list = [];
  mockIPC((command, args) => {
    const asked = args as Asked;
    switch (command) {
      case 'rubric':
        return rubric();
      case 'tasks_to_score':
        return ['a', 'b'];
      case 'scoring_result':
        return { lanes: status().summary, unscoredIds: ['b'] };
      case 'task':
        if (!tasks.has(asked.id)) throw { kind: 'not_found', message: 'It is gone.' };
        return taskDetail(tasks.get(asked.id), { id: asked.id });
      case 'set_cell':
        if (refuses) throw { kind: 'disk_full', message: 'The disk is full.' };
        change(asked.id, asked.field, asked.text);
        return outcome({ status: status({ revision }), changed: 1 });
    }
  });
  await scoring.start({ kind: 'unscored' });
});

function change(id: string, field: FieldKey, text: string): void {
  tasks.set(id, { ...tasks.get(id), [field]: text });
  revision += 1;
}

/** Waits for everything asked for so far, and says where the session stands. */
async function stands(): Promise<string> {
  await scoring.settled();
  return `${(scoring.flow && taskOf(scoring.flow)) ?? 'over'} ${scoring.flow?.step}`;
}

test('keys pressed faster than answers are saved are all taken, in their order', async () => {
  for (const score of ['5', '4', '3', '2']) scoring.answer(score);
  expect(await stands()).toBe('a 4');
  expect(Object.values(tasks.get('a') ?? {})).toEqual(['5', '4', '3', '2']);
});

test('a score that cannot be saved stays asked for, and later keys are dropped', async () => {
  refuses = true;
  scoring.answer('5');
  scoring.answer('4');
  expect(await stands()).toBe('a 0');
  expect(toasts.list[0]?.sentence).toBe('The disk is full.');
});

test('an undo shows the question whose answer it took back', async () => {
  for (const score of ['5', '4', '3', '2']) scoring.answer(score);
  scoring.nextTask();
  expect(await stands()).toBe('b 0');
  change('a', 'data_sensitivity', '');
  scoring.follow(revision);
  expect(await stands()).toBe('a 2');
});

test('a change that is our own moves nothing', async () => {
  scoring.answer('5');
  await stands();
  scoring.follow(revision);
  expect(await stands()).toBe('a 1');
});

test('a task that was deleted meanwhile is passed over with a sentence', async () => {
  tasks.delete('b');
  scoring.nextTask();
  expect(await stands()).toBe('over 0');
  expect(scoring.result?.unscoredIds).toEqual(['b']);
  expect(toasts.list[0]?.sentence).toContain('no longer in the workspace');
});

test('a session that was left is gone on with where it was', async () => {
  scoring.skip();
  await stands();
  scoring.pause();
  change('a', 'context_depth', '1');
  scoring.follow(revision);
  await scoring.resume();
  expect(await stands()).toBe('a 1');
});
