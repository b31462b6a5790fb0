// What can be handed over, and what it is called.
import type { ExportChoice, ExportFormat, ExportPart } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

export type Named<Value> = { value: Value; label: () => string; hint: () => string };

export const formats: Named<ExportFormat>[] = [
  { value: 'workbook', label: m.export_workbook, hint: m.export_workbook_hint },
  { value: 'template', label: m.export_template, hint: m.export_template_hint },
  { value: 'csv', label: m.export_csv, hint: m.export_csv_hint },
  { value: 'tsv', label: m.export_tsv, hint: m.export_tsv_hint },
  { value: 'markdown', label: m.export_markdown, hint: m.export_markdown_hint },
];

/** The sheets of a workbook in the order of their tabs; the one without a value is always in. */
export const sheets: Named<ExportPart | null>[] = [
  { value: 'read_me', label: m.export_read_me, hint: m.export_read_me_hint },
  { value: 'summary', label: m.export_summary, hint: m.export_summary_hint },
  { value: null, label: m.export_matrix, hint: m.export_matrix_hint },
  { value: 'sensitivity', label: m.export_sensitivity, hint: m.export_sensitivity_hint },
  { value: 'cards', label: m.export_cards, hint: m.export_cards_hint },
  { value: 'rollout', label: m.export_rollout, hint: m.export_rollout_hint },
];

/** What the dialog opens with: everything that leadership reads. */
export function firstChoice(total: number): ExportChoice {
  return {
    format: total > 0 ? 'workbook' : 'template',
    parts: ['read_me', 'summary', 'sensitivity', 'cards', 'rollout'],
    guarded: true,
  };
}

/** Puts a sheet in, or takes it out. */
export function withPart(choice: ExportChoice, part: ExportPart, isIn: boolean): ExportChoice {
  const others = choice.parts.filter((it) => it !== part);
  return { ...choice, parts: isIn ? [...others, part] : others };
}

/** Whether texts of such a file could become formulas. */
export function hasPlainTexts(format: ExportFormat): boolean {
  return format === 'csv' || format === 'tsv';
}
