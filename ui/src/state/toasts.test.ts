import { beforeEach, expect, test } from 'vitest';
import { toasts } from './toasts.svelte';

beforeEach(() => {
  toasts.list = [];
});

const shown = () => toasts.list.map(({ sentence }) => sentence);

test('a new message takes the place of the one before', () => {
  toasts.show('Pasted 8 cells');
  toasts.show('Undid paste');
  expect(shown()).toEqual(['Undid paste']);
});

test('a failure stays beside what is said after it, and goes with the next failure', () => {
  toasts.show('The disk is full.', { tone: 'failure' });
  toasts.show('Undid paste');
  expect(shown()).toEqual(['The disk is full.', 'Undid paste']);
  toasts.show('The file is gone.', { tone: 'failure' });
  expect(shown()).toEqual(['Undid paste', 'The file is gone.']);
});

test('failures of an attempt that was made good are taken away', () => {
  toasts.show('The file is damaged.', { tone: 'failure' });
  toasts.show('Undid paste');
  toasts.dismissFailures();
  expect(shown()).toEqual(['Undid paste']);
});
