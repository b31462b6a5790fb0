import type { CardForm, PageOrigin } from '../../ipc/bindings';
import { inWords } from './sections';

/** Returns what stands on the page for what is being typed: a choice is told in its words. */
export function typedWords(form: CardForm | null, origin: PageOrigin | null, text: string): string {
  const fields = form?.sections.flatMap((section) => section.fields) ?? [];
  const asked = origin?.list
    ? fields.find(({ key }) => key === origin.list)?.columns.find(({ key }) => key === origin.field)
    : fields.find(({ key }) => key === origin?.field);
  return asked ? inWords(asked, text) : text;
}
