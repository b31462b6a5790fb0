// Which dependencies are drawn: those of which an end is in view.
import { type Elbow, type End, elbow } from './elbows';
import type { Activity, Placed } from './plan';
import type { Row } from './rows';
import { markSpan, type Scale, type Span, spanOf } from './scale';

export type Link = { id: string; from: string; to: string; critical: boolean };
export type DrawnLink = Link & Elbow;

/** Returns all dependencies between rows that are there: none of a folded phase. */
export function linksOf(rows: readonly Row[]): Link[] {
  const activities = new Map<string, Activity>();
  for (const row of rows) if (row.kind === 'activity') activities.set(row.id, row.activity);
  const links: Link[] = [];
  for (const to of activities.values()) {
    for (const need of to.needs) {
      const from = activities.get(need);
      if (!from) continue;
      const critical = from.critical && to.critical;
      links.push({ id: `${from.id} ${to.id}`, from: from.id, to: to.id, critical });
    }
  }
  return links;
}

/** Returns the space that an activity takes, where it is placed. */
export function spaceOf(
  scale: Scale,
  activity: Pick<Activity, 'kind'>,
  place: Pick<Placed, 'start' | 'end'>,
): Span {
  return activity.kind === 'work' ? spanOf(scale, place.start, place.end) : markSpan(scale, place.start);
}

export function drawnLinks(
  links: readonly Link[],
  endOf: (id: string) => End | null,
  view: { from: number; to: number },
): DrawnLink[] {
  const isSeen = ({ row }: End) => row >= view.from && row <= view.to;
  const drawn: DrawnLink[] = [];
  for (const link of links) {
    const from = endOf(link.from);
    const to = endOf(link.to);
    if (from && to && (isSeen(from) || isSeen(to))) drawn.push({ ...link, ...elbow(from, to) });
  }
  return drawn;
}
