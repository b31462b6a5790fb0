/** Rows on one page of a list: enough to scroll through, few enough to draw at once. */
export const PAGE = 100;

export type Shown = { first: number; last: number };

/** Returns which rows a page shows, counted from 1; an empty list starts and ends at 0. */
export function shownOn(page: number, total: number): Shown {
  return { first: Math.min(page * PAGE + 1, total), last: Math.min((page + 1) * PAGE, total) };
}
