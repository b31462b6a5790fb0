import { expect, test } from 'vitest';
import { delimiters, encodings } from './readAs';

const values = (options: { value: string }[]) => options.map(({ value }) => value);

test('what was found can always be chosen', () => {
  expect(values(encodings({ encoding: 'Big5', delimiter: ',' }))).toContain('Big5');
  expect(
    values(encodings({ encoding: 'UTF-8', delimiter: ',' })).filter((it) => it === 'UTF-8'),
  ).toHaveLength(1);
  expect(values(delimiters({ encoding: 'UTF-8', delimiter: '^' }))).toContain('^');
});

test('one column is offered only where it was found', () => {
  expect(values(delimiters({ encoding: 'UTF-8', delimiter: null }))).toContain('none');
  expect(values(delimiters({ encoding: 'UTF-8', delimiter: ',' }))).not.toContain('none');
});
