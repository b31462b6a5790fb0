// How the reviews of a plan are listed: what is due first, what was found last.
import type { Review } from '../../../ipc/bindings';

export type Coming = { kind: string; name: string; question: string; next: Review; later: Review[] };
export type Groups = { due: Review[]; coming: Coming[]; done: Review[] };

export function keyOf({ kind, number }: Review): string {
  return `${kind} ${number}`;
}

/** Days are written so that they compare as texts do. */
function earlier(one: Review, other: Review): number {
  return one.due < other.due ? -1 : Number(one.due > other.due);
}

/** Returns what is due on a day, what comes after it kind by kind, and what was done, the newest first. */
export function groupsOf(reviews: readonly Review[], today: string): Groups {
  const groups: Groups = { due: [], coming: [], done: [] };
  for (const review of reviews) {
    const coming = groups.coming.find(({ kind }) => kind === review.kind);
    const { kind, name, question } = review;
    if (review.done) groups.done.push(review);
    else if (review.due <= today) groups.due.push(review);
    else if (coming) coming.later.push(review);
    else groups.coming.push({ kind, name, question, next: review, later: [] });
  }
  groups.due.sort(earlier);
  groups.done.sort((one, other) => earlier(other, one));
  return groups;
}
