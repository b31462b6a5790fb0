// The kinds of file that cards can become, and what they are called.
import type { CardFormatKey } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';

export type Format = { value: CardFormatKey; label: () => string; hint: () => string };

export const formats: Format[] = [
  { value: 'pdf_a4', label: m.cards_pdf_a4, hint: m.cards_pdf_hint },
  { value: 'pdf_letter', label: m.cards_pdf_letter, hint: m.cards_pdf_hint },
  { value: 'hugging_face', label: m.cards_hugging_face, hint: m.cards_hugging_face_hint },
  { value: 'cyclone_dx', label: m.cards_cyclone_dx, hint: m.cards_cyclone_dx_hint },
  { value: 'model_card_toolkit', label: m.cards_toolkit, hint: m.cards_toolkit_hint },
  { value: 'json', label: m.cards_json, hint: m.cards_json_hint },
];

const MANY: readonly CardFormatKey[] = ['pdf_a4', 'pdf_letter', 'cyclone_dx'];

/** What so many cards can become: some kinds of file hold one card. */
export function formatsFor(count: number): Format[] {
  return count === 1 ? formats : formats.filter(({ value }) => MANY.includes(value));
}
