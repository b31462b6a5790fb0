import { expect, test } from 'vitest';
import type { PilotAnswer, PilotFieldKey } from '../../../ipc/bindings';
import { measuresOf, stepsOf } from './measures';

function answer(field: string, kind: PilotFieldKey): PilotAnswer {
  return { field, kind, label: `label of ${field}`, hint: `hint of ${field}`, text: '', at: null };
}

const ANSWERS = [
  answer('connectors', 'step'),
  answer('accuracy.before', 'before'),
  answer('accuracy.target', 'target'),
  answer('accuracy.margin', 'margin'),
  answer('own.before', 'before'),
];

test('a row holds what is now, the target and the margin of one measure', () => {
  const [accuracy, own] = measuresOf(ANSWERS);
  expect(accuracy?.name).toBe('Decided rightly, %');
  expect(accuracy?.hint).toBe('hint of accuracy.target');
  expect(accuracy?.cells.map(({ kind }) => kind)).toEqual(['before', 'target', 'margin']);
  expect(own?.name).toBe('label of own.before');
});

test('the steps of the pipeline stand apart', () => {
  expect(stepsOf(ANSWERS).map(({ field }) => field)).toEqual(['connectors']);
});
