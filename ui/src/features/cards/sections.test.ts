import { expect, test } from 'vitest';
import { cardField, cardSection } from '../../../tests/cards';
import type { CardNeed } from '../../ipc/bindings';
import { inWords, missing, stateOf } from './sections';

const need = (field: string, isMet: boolean): CardNeed => ({
  section: 'identity',
  field,
  rule: 'Every card answers this.',
  isMet,
});

test('a section is as far as the points that its lanes ask for', () => {
  const section = cardSection();
  expect(stateOf(section, [])).toBe('not_needed');
  expect(stateOf(section, [need('title', true), need('summary', false)])).toBe('incomplete');
  expect(stateOf(section, [need('title', true)])).toBe('complete');
});

test('what is missing is told by section, each point with its rule', () => {
  const sections = [cardSection(), cardSection({ key: 'purpose', title: 'Purpose' })];
  const open = missing(sections, [need('title', false), need('summary', true)]);
  expect(open.map(({ section, points }) => [section.key, points.map(({ field }) => field.label)])).toEqual([
    ['identity', ['Title']],
  ]);
  expect(open[0]?.points[0]?.rule).toBe('Every card answers this.');
});

test('a choice is told in its words', () => {
  const field = cardField({ kind: 'choice', choices: [{ key: 'rules', words: 'Rules' }] });
  expect([inWords(field, 'rules'), inWords(field, 'other')]).toEqual(['Rules', 'other']);
});
