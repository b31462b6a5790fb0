import { expect, test } from 'vitest';
import { search } from './search';

const labels = ['Export the worksheet…', 'Import a spreadsheet…', 'Paste a table…', 'Add task'];
const found = (typed: string) => search(labels, (label) => label, typed);

test('nothing typed finds everything, in its order', () => {
  expect(found(' ')).toEqual(labels);
});

test('every word has to be there, in any order', () => {
  expect(found('sheet import')).toEqual(['Import a spreadsheet…']);
  expect(found('import zebra')).toEqual([]);
});

test('the start of a label comes before the start of a word, and that before the middle', () => {
  expect(search(['Retask', 'Add task', 'Task panel'], (label) => label, 'task')).toEqual([
    'Task panel',
    'Add task',
    'Retask',
  ]);
});

test('case and accents do not matter', () => {
  expect(search(['Öffnen'], (label) => label, 'offnen')).toEqual(['Öffnen']);
});
