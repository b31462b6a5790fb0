// The kinds of file that a plan can become, and what they are called.
import type { PlanFormatKey } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

export type Format = { value: PlanFormatKey; label: () => string; hint: () => string };

export const formats: Format[] = [
  { value: 'ics', label: m.plan_export_ics, hint: m.plan_export_ics_hint },
  { value: 'pdf_a4', label: m.plan_export_pdf_a4, hint: m.plan_export_pdf_hint },
  { value: 'pdf_a3', label: m.plan_export_pdf_a3, hint: m.plan_export_pdf_hint },
  { value: 'svg', label: m.plan_export_svg, hint: m.plan_export_svg_hint },
  { value: 'markdown', label: m.plan_export_markdown, hint: m.plan_export_markdown_hint },
  { value: 'people_a4', label: m.plan_export_people_a4, hint: m.plan_export_people_hint },
  { value: 'people_letter', label: m.plan_export_people_letter, hint: m.plan_export_people_hint },
];
