import { beforeEach, expect, test } from 'vitest';
import { outcome, status, workspace } from '../../tests/fixtures';
import type { ErrorKind } from '../ipc/bindings';
import { ask, run } from './run';
import { session } from './session.svelte';
import { toasts } from './toasts.svelte';

beforeEach(() => {
  session.workspace = workspace();
  session.trouble = null;
  toasts.list = [];
  toasts.announcement = '';
});

const rejected = (kind: ErrorKind, message = 'The disk is full.') => Promise.reject({ kind, message });

test('a change brings the new status and offers its undo', async () => {
  await run(Promise.resolve(outcome()));
  expect(session.status?.revision).toBe(2);
  expect(toasts.list).toMatchObject([{ sentence: 'Pasted 2 rows', revision: 2, button: { label: 'Undo' } }]);
});

test('a single edit is announced without a toast', async () => {
  await run(Promise.resolve(outcome({ changed: 1, sentence: 'Set Owner' })));
  expect(toasts.list).toEqual([]);
  expect(toasts.announcement).toBe('Set Owner');
});

test('a refusal is always shown', async () => {
  await run(Promise.resolve(outcome({ changed: 1, refusedCount: 1, sentence: 'One cell needs mending' })));
  expect(toasts.list).toHaveLength(1);
});

test('an older answer does not take back a newer status', async () => {
  session.stands(status({ revision: 5 }));
  await run(Promise.resolve(outcome()));
  expect(session.status?.revision).toBe(5);
});

test('it counts what is on its way, also when it fails', async () => {
  const change = run(rejected('disk_full'));
  expect(session.pending).toBe(1);
  expect(await change).toBeNull();
  expect(session.pending).toBe(0);
});

test('a failure is said in the words of the app and stays', async () => {
  await ask(rejected('disk_full'));
  expect(toasts.list).toMatchObject([{ sentence: 'The disk is full.', tone: 'failure' }]);
});

test('what the user cancelled needs no words', async () => {
  await ask(rejected('cancelled'));
  expect(toasts.list).toEqual([]);
});

test('details of a fault can be copied but are not the sentence', async () => {
  await ask(rejected('internal', 'row 3: assertion failed'));
  expect(toasts.list[0]?.sentence).not.toContain('assertion');
  expect(toasts.list[0]?.button?.label).toBe('Copy details');
});

test('a workspace that is gone is left', async () => {
  await ask(rejected('no_workspace'));
  expect(session.workspace).toBeNull();
});

test('a fault of the page goes on to the error screen', async () => {
  await expect(ask(Promise.reject(new TypeError('x is undefined')))).rejects.toThrow('x is undefined');
});

test('a refused question is answered where it was asked, and other trouble is said as ever', async () => {
  const sentences: string[] = [];
  const refused = (sentence: string) => sentences.push(sentence);
  expect(await ask(rejected('refused', 'They would wait for one another.'), refused)).toBeNull();
  expect(sentences).toEqual(['They would wait for one another.']);
  expect(toasts.list).toEqual([]);
  await ask(rejected('cancelled'), refused);
  expect(sentences).toHaveLength(1);
});
