import { beforeEach, expect, test } from 'vitest';
import { startAnswer, workspace } from '../../tests/fixtures';
import { session } from './session.svelte';

const trouble = { fileName: 'Other.trilane', sentence: 'It is damaged.', ways: [] };

beforeEach(() => session.begin(startAnswer()));

test('a file that will not open leaves the open workspace alone', () => {
  session.opened({ type: 'refused', trouble, stillOpen: 'another' });
  expect(session.workspace?.name).toBe('Q3 plan');
  expect(session.trouble).toEqual(trouble);
  expect(session.troubleIsWithOpenFile).toBe(false);
});

test('trouble with the open file is told apart from that', () => {
  session.troubled(trouble);
  expect(session.troubleIsWithOpenFile).toBe(true);
});

test('a file that was let go of is not open any more', () => {
  session.opened({ type: 'refused', trouble, stillOpen: 'nothing' });
  expect(session.workspace).toBeNull();
});

test('opening ends the trouble', () => {
  session.troubled(trouble);
  session.opened({ type: 'opened', workspace: workspace({ id: 'v', name: 'Rescued' }) });
  expect(session.trouble).toBeNull();
  expect(session.workspace?.name).toBe('Rescued');
});

test('what is opened read-only cannot be changed', () => {
  expect(session.writable).toBe(true);
  session.opened({ type: 'opened', workspace: workspace({ readOnly: 'The disk is write-protected.' }) });
  expect(session.writable).toBe(false);
});
