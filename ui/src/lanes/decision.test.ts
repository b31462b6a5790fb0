import { expect, test } from 'vitest';
import type { Decision } from '../ipc/bindings';
import { decisionWords } from './decision';

const decision: Decision = {
  lane: 'automate',
  reason: 'The agency checks every item',
  by: 'Ana',
  at: '2026-11-22T12:00:00Z',
  until: '2027-01-31',
  state: 'holds',
  scores: [5, 1, 5, 5],
};

test('a decision says who, what, when and until when', () => {
  const { what, warning } = decisionWords(decision);
  expect(what).toContain('Ana');
  expect(what).toContain('Automate');
  expect(what).toContain('31');
  expect(warning).toBeNull();
});

test('a decision on other scores says on which', () => {
  expect(decisionWords({ ...decision, state: 'stale' }).warning).toContain('5, 1, 5, 5');
});

test('a decision without a name does not pretend to one', () => {
  expect(decisionWords({ ...decision, by: '' }).what).not.toContain('Ana');
});
