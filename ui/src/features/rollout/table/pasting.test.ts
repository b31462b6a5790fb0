import { expect, test } from 'vitest';
import { pastedLines } from './pasting';

test('lines are activities, and tabs part their cells', () => {
  expect(pastedLines('Draft\tOps\t3\r\nReview\n\n')).toEqual([['Draft', 'Ops', '3'], ['Review']]);
});

test('one cell of a spreadsheet is one cell', () => {
  expect(pastedLines('Draft the policy\n')).toEqual([['Draft the policy']]);
});
