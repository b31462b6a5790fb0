// What a filter asks of a column, in words and in a form.
import type { FilterTest } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { decimal, figures } from '../../shared/numbers';
import type { Column } from './grid/columns';

export type FilterKind = 'choices' | 'text' | 'number';

/** Returns how a column is filtered: by choosing among its values, by a part of its text, by a span of numbers. */
export function filterKind({ kind }: Column): FilterKind {
  if (kind === 'name' || kind === 'notes') return 'text';
  return kind === 'figure' || kind === 'composite' ? 'number' : 'choices';
}

const MOST_NAMED = 2;

/** Returns a filter in words. */
export function filterText(column: Column, test: FilterTest): string {
  return m.matrix_filter_says({ column: column.title(), test: testText(test) });
}

function testText(test: FilterTest): string {
  switch (test.kind) {
    case 'one_of':
      return valuesText(test.values);
    case 'contains':
      return m.matrix_filter_contains_text({ text: test.text });
    case 'between':
      return spanText(test.least, test.most);
    case 'blank':
      return m.matrix_filter_blank();
    case 'not_blank':
      return m.matrix_filter_not_blank();
  }
}

function valuesText(values: readonly string[]): string {
  const named = values.slice(0, MOST_NAMED).map((value) => value || m.matrix_filter_blank());
  const rest = values.length - named.length;
  return rest > 0
    ? m.matrix_filter_and_more({ values: named.join(', '), rest: figures(rest) })
    : named.join(', ');
}

function spanText(least: number | null, most: number | null): string {
  if (least !== null && most !== null)
    return m.matrix_filter_span({ least: decimal(least, 2), most: decimal(most, 2) });
  return least !== null
    ? m.matrix_filter_at_least({ least: decimal(least, 2) })
    : m.matrix_filter_at_most({ most: decimal(most ?? 0, 2) });
}

/** What stands in the form of a filter. */
export type FilterForm = {
  /** Whether what is in the cells is looked at, or only whether something is. */
  looksAt: 'content' | 'blank' | 'not_blank';
  text: string;
  least: string;
  most: string;
};

export function formOf(test: FilterTest | null): FilterForm {
  const form: FilterForm = { looksAt: 'content', text: '', least: '', most: '' };
  switch (test?.kind) {
    case 'contains':
      return { ...form, text: test.text };
    case 'between':
      return { ...form, least: String(test.least ?? ''), most: String(test.most ?? '') };
    case 'blank':
    case 'not_blank':
      return { ...form, looksAt: test.kind };
    default:
      return form;
  }
}

/** Returns the test that a form asks for; none where it leaves all rows. */
export function testOf(form: FilterForm, kind: 'text' | 'number'): FilterTest | null {
  if (form.looksAt !== 'content') return { kind: form.looksAt };
  if (kind === 'text') {
    const text = form.text.trim();
    return text === '' ? null : { kind: 'contains', text };
  }
  const least = numberIn(form.least);
  const most = numberIn(form.most);
  return least === null && most === null ? null : { kind: 'between', least, most };
}

function numberIn(text: string): number | null {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? null : number;
}

/** Returns the test for chosen values; none where all of them are chosen. */
export function testOfChoices(chosen: ReadonlySet<string>, all: readonly string[]): FilterTest | null {
  return all.every((value) => chosen.has(value)) ? null : { kind: 'one_of', values: [...chosen] };
}
