import { expect, test } from 'vitest';
import { formats, formatsFor } from './files';

test('several cards become a PDF or a bill of materials, one card anything', () => {
  expect(formatsFor(1)).toEqual(formats);
  expect(formatsFor(3).map(({ value }) => value)).toEqual(['pdf_a4', 'pdf_letter', 'cyclone_dx']);
});
