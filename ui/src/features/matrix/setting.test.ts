import { expect, test } from 'vitest';
import type { CustomColumn } from '../../ipc/bindings';
import { fieldsToSet, kindOf, valuesOf } from './setting';

const region: CustomColumn = { key: 'custom:r', name: 'Region', kind: 'choice', choices: ['EMEA', 'APAC'] };
const due: CustomColumn = { key: 'custom:d', name: 'Due', kind: 'date', choices: [] };

test('the columns of the organisation stand among the fields', () => {
  expect(fieldsToSet([region]).at(-1)).toEqual({ value: 'custom:r', label: 'Region' });
});

test('a choice can also be emptied, and any text has nothing to choose from', () => {
  expect(valuesOf('custom:r', [region]).map(({ value }) => value)).toEqual(['EMEA', 'APAC', '']);
  expect(valuesOf('owner', [region])).toEqual([]);
});

test('each field is asked for in its own way', () => {
  expect(kindOf('tags', [])).toBe('list');
  expect(kindOf('needs_multimodal_context', [])).toBe('choice');
  expect(kindOf('custom:d', [due])).toBe('date');
  expect(kindOf('owner', [])).toBe('text');
});
