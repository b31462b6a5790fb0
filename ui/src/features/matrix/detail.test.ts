import { mockIPC } from '@tauri-apps/api/mocks';
import { expect, test } from 'vitest';
import { toasts } from '../../state/toasts.svelte';
import { Detail } from './detail.svelte';

const refused = (kind: string) => {
  mockIPC(() => Promise.reject({ kind, message: 'What is wrong.' }));
};

test('a task that undo took away meanwhile is no trouble to tell of', async () => {
  refused('not_found');
  new Detail().show('gone');
  await new Promise((resume) => setTimeout(resume));
  expect(toasts.list).toEqual([]);
});

test('any other trouble is told', async () => {
  refused('disk_full');
  new Detail().show('there');
  await expect.poll(() => toasts.list.map(({ sentence }) => sentence)).toEqual(['What is wrong.']);
});
