/** Rows on one page of the preview: enough to scroll through, few enough to draw at once. */
export const PAGE = 100;

export type PageSpan = { first: number; last: number; hasPrevious: boolean; hasNext: boolean };

/** Returns which rows a page shows, counted from 1 as people do; an empty list starts and ends at 0. */
export function pageSpan(page: number, total: number): PageSpan {
  const first = Math.min(page * PAGE + 1, total);
  const last = Math.min((page + 1) * PAGE, total);
  return { first, last, hasPrevious: page > 0, hasNext: last < total };
}
