import { expect, test } from 'vitest';
import { comparedWords } from './words';

test('only the words that differ are marked', () => {
  expect(comparedWords('Sorts new enquiries', 'Sorts old enquiries')).toEqual([
    { kind: 'same', text: 'Sorts ' },
    { kind: 'old', text: 'new' },
    { kind: 'new', text: 'old' },
    { kind: 'same', text: ' enquiries' },
  ]);
});

test('texts that are very long are compared as a whole', () => {
  const long = 'word '.repeat(10_000);
  expect(comparedWords(long, 'short').map(({ kind }) => kind)).toEqual(['old', 'new']);
});
