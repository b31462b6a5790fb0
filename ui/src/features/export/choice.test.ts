import { expect, test } from 'vitest';
import { firstChoice, hasPlainTexts, withPart } from './choice';

test('an empty worksheet is offered as a template', () => {
  expect(firstChoice(0).format).toBe('template');
  expect(firstChoice(3).format).toBe('workbook');
});

test('a sheet is taken out and put back in once', () => {
  const without = withPart(firstChoice(3), 'summary', false);
  expect(without.parts).toEqual(['read_me', 'sensitivity', 'cards', 'rollout']);
  const again = withPart(withPart(without, 'summary', true), 'summary', true);
  expect(again.parts.filter((part) => part === 'summary')).toHaveLength(1);
});

test('only plain values can turn into formulas', () => {
  expect(hasPlainTexts('csv')).toBe(true);
  expect(hasPlainTexts('workbook')).toBe(false);
});
