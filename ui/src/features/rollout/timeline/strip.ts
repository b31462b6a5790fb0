// The strip under the header: the names of the windows, and where today is. Nothing covers anything.
import { dayOf } from './days';
import type { Plan } from './plan';
import { type Scale, type Span, spanOf, xOf } from './scale';

/** About how wide a letter of the strip is, and the label of today, in rem. */
const LETTER = 0.42;
export const LABEL = 3.25;
const GAP = 0.375;

export type WindowMark = Span & { name: string; textLeft: number; textWidth: number };

export function todayX(scale: Scale, plan: Plan): number | null {
  const day = dayOf(plan.today);
  return day < scale.first || day >= scale.last ? null : xOf(scale, day + 0.5);
}

/** Returns the windows with room for their names: kept in view while any of the window is, beside today and one another. */
export function windowMarks(scale: Scale, plan: Plan, viewLeft: number): WindowMark[] {
  const today = todayX(scale, plan);
  const spans = plan.windows
    .map(({ first, last, name }) => ({ ...spanOf(scale, first, last), name }))
    .filter(({ left, right }) => right > 0 && left < scale.width)
    .sort((a, b) => a.left - b.left);
  return spans.map((span, place) => {
    const next = spans[place + 1]?.left ?? Number.POSITIVE_INFINITY;
    const wanted = span.name.length * LETTER + GAP;
    let textLeft = Math.min(
      Math.max(span.left, viewLeft) + GAP,
      Math.max(span.left + GAP, span.right - wanted),
    );
    let end = next;
    if (today !== null) {
      const [from, to] = [today - LABEL / 2 - GAP, today + LABEL / 2 + GAP];
      if (textLeft < to && textLeft + wanted > from) {
        // Before the label where it fits inside the window, or else after it.
        if (from - wanted >= span.left) textLeft = from - wanted;
        else textLeft = Math.max(textLeft, to);
      } else if (from > textLeft) end = Math.min(end, from);
    }
    return { ...span, textLeft, textWidth: Math.max(0, Math.min(wanted + GAP, end - textLeft)) };
  });
}
