import { expect, test } from 'vitest';
import type { Condition } from '../../ipc/bindings';
import { asksFor, blank, conditionOf, draftOf } from './conditions';

const conditions: Condition[] = [
  { kind: 'any_score_at_most', most: 1 },
  { kind: 'score_at_most', dimension: 'context_depth', most: 2 },
  { kind: 'score_at_least', dimension: 'predictability', least: 5 },
  { kind: 'volume_at_least', least: 400 },
  { kind: 'minutes_at_least', least: 2.5 },
  { kind: 'names', fact: 'tag', text: 'legal' },
  { kind: 'owner_is', text: 'Ana' },
  { kind: 'needs_multimodal_context' },
];

test('a condition comes out of the form as it went in', () => {
  for (const condition of conditions) expect(conditionOf(draftOf(condition))).toEqual(condition);
});

test('what is no number makes no condition', () => {
  expect(conditionOf({ ...blank(), number: 'two' })).toBeNull();
  expect(conditionOf({ ...blank(), number: '' })).toBeNull();
  expect(conditionOf({ ...blank(), kind: 'volume_at_least', number: '1.5' })).toBeNull();
});

test('each kind asks for what it needs and no more', () => {
  expect(asksFor('score_at_most')).toEqual({ dimension: true, number: true, text: false });
  expect(asksFor('tag')).toEqual({ dimension: false, number: false, text: true });
  expect(asksFor('needs_multimodal_context')).toEqual({ dimension: false, number: false, text: false });
});
