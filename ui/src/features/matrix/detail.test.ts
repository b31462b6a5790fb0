import { mockIPC } from '@tauri-apps/api/mocks';
import { expect, test, vi } from 'vitest';
import { toasts } from '../../state/toasts.svelte';
import { Detail } from './detail.svelte';

test('a task that undo took away meanwhile is no trouble to tell of; any other trouble is told', async () => {
  const told = vi.spyOn(toasts, 'show');
  mockIPC((_, args) => {
    const isGone = JSON.stringify(args).includes('gone');
    return Promise.reject(
      isGone ? { kind: 'not_found', message: 'Gone.' } : { kind: 'disk_full', message: 'Full.' },
    );
  });
  const detail = new Detail();
  detail.show('gone');
  // It is asked for once the answer about the first is in.
  detail.show('there');
  await expect.poll(() => told.mock.calls.map(([sentence]) => sentence)).toEqual(['Full.']);
});
