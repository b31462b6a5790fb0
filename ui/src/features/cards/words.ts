import { diffWordsWithSpace } from 'diff';

/** A part of a text that stayed, was taken out or was put in. */
export type Part = { kind: 'same' | 'old' | 'new'; text: string };

/** Beyond this a comparison word by word would keep the window waiting. */
const LONGEST = 20_000;

/** Returns what differs between two texts, word by word. */
export function comparedWords(old: string, now: string): Part[] {
  const whole: Part[] = [
    { kind: 'old', text: old },
    { kind: 'new', text: now },
  ];
  if (old.length + now.length > LONGEST) return whole;
  const parts = diffWordsWithSpace(old, now, { timeout: 200 });
  return (
    parts?.map(({ added, removed, value: text }) => ({
      kind: added ? 'new' : removed ? 'old' : 'same',
      text,
    })) ?? whole
  );
}
