import type { CardField, CardNeed, CardSection } from '../../ipc/bindings';

export type SectionState = 'complete' | 'incomplete' | 'not_needed';

/** Returns how far a section is, by what the lanes of the card ask. */
export function stateOf(section: CardSection, needs: readonly CardNeed[]): SectionState {
  const asked = needs.filter((need) => need.section === section.key);
  if (asked.length === 0) return 'not_needed';
  return asked.every((need) => need.isMet) ? 'complete' : 'incomplete';
}

export type MissingIn = { section: CardSection; points: { field: CardField; rule: string }[] };

/** Returns what is still to be answered, by section, in the order of the form. */
export function missing(sections: readonly CardSection[], needs: readonly CardNeed[]): MissingIn[] {
  return sections
    .map((section) => {
      const open = needs.filter((need) => need.section === section.key && !need.isMet);
      const points = open.flatMap(({ field: key, rule }) => {
        const field = section.fields.find((it) => it.key === key);
        return field ? [{ field, rule }] : [];
      });
      return { section, points };
    })
    .filter(({ points }) => points.length > 0);
}

/** Returns what an answer is called: a choice by its words. */
export function inWords(field: CardField, text: string): string {
  return field.choices.find((choice) => choice.key === text)?.words ?? text;
}
