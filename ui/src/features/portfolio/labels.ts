// Names beside the bubbles that matter most, as far as there is room.
import type { Rect } from './scales';

const MOST_LABELS = 40;
/** How many of the largest are tried: the rest would be looked for in vain. */
const MOST_TRIED = 160;
const LONGEST = 30;
const GAP = 4;

export type Labelled = { x: number; y: number; radius: number; text: string; weight: number };
export type Label = { text: string; x: number; y: number; anchor: 'start' | 'end' };

/** Returns labels that cover neither one another nor a bubble, for the heaviest first. */
export function labelsFor(items: readonly Labelled[], plot: Rect, em: number): Label[] {
  const taken: Rect[] = [];
  const labels: Label[] = [];
  const inOrder = [...items].sort((a, b) => b.weight - a.weight).slice(0, MOST_TRIED);
  for (const item of inOrder) {
    if (labels.length >= MOST_LABELS) break;
    const text = shortened(item.text);
    if (!text) continue;
    for (const anchor of ['start', 'end'] as const) {
      const box = boxOf(item, textWidth(text) * em, em, anchor);
      const isInside =
        box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
      if (!isInside || taken.some((other) => overlaps(box, other))) continue;
      if (items.some((other) => other !== item && covers(other, box))) continue;
      taken.push(box);
      const x = anchor === 'start' ? box.left : box.right;
      labels.push({ text, x, y: item.y + em * 0.35, anchor });
      break;
    }
  }
  return labels;
}

function boxOf({ x, y, radius }: Labelled, width: number, em: number, anchor: Label['anchor']): Rect {
  const left = anchor === 'start' ? x + radius + GAP : x - radius - GAP - width;
  return { left, right: left + width, top: y - em * 0.65, bottom: y + em * 0.65 };
}

function overlaps(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function covers({ x, y, radius }: Labelled, box: Rect): boolean {
  const aside = x - Math.min(box.right, Math.max(box.left, x));
  const above = y - Math.min(box.bottom, Math.max(box.top, y));
  return Math.hypot(aside, above) < radius;
}

/** Cuts a long name between what people see as letters, so that no emoji or accent is torn. */
export function shortened(text: string): string {
  const letters = [...new Intl.Segmenter().segment(text.trim())].map(({ segment }) => segment);
  if (letters.length <= LONGEST) return letters.join('');
  return `${letters
    .slice(0, LONGEST - 1)
    .join('')
    .trimEnd()}…`;
}

/** Returns about how many ems a text is wide: letters of the East and emoji take a whole one. */
function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 1.05 : 0.56;
  return width;
}
