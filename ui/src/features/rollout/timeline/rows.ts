// The rows: a heading a phase, and under it its activities, unless it is folded.
import type { Activity, Phase, PhaseKey, Plan } from './plan';

export type HeadingRow = { kind: 'heading'; id: string; phase: Phase; count: number; folded: boolean };
export type ActivityRow = { kind: 'activity'; id: string; activity: Activity };
export type Row = HeadingRow | ActivityRow;

export function rowsOf(plan: Plan, folded: ReadonlySet<PhaseKey>): Row[] {
  const byPhase = new Map<PhaseKey, Activity[]>(plan.phases.map(({ key }) => [key, []]));
  for (const activity of plan.activities) byPhase.get(activity.phase)?.push(activity);
  return plan.phases.flatMap((phase): Row[] => {
    const activities = byPhase.get(phase.key) ?? [];
    const isFolded = folded.has(phase.key);
    const heading: Row = {
      kind: 'heading',
      id: `phase-${phase.key}`,
      phase,
      count: activities.filter(({ kind }) => kind === 'work' || kind === 'milestone').length,
      folded: isFolded,
    };
    const under = isFolded ? [] : activities;
    return [heading, ...under.map((activity): Row => ({ kind: 'activity', id: activity.id, activity }))];
  });
}

/** Rows drawn above and below those in view, so that scrolling does not show empty ones. */
const OVERSCAN = 6;

/** Returns the rows to draw: those in view, and the one with the focus wherever it is, or it would lose it. */
export function drawnRows(count: number, from: number, to: number, kept: number | undefined): number[] {
  const first = Math.max(0, Math.floor(from) - OVERSCAN);
  const last = Math.min(count - 1, Math.ceil(to) + OVERSCAN);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
  if (kept !== undefined && kept >= 0 && kept < count) {
    if (kept < first) drawn.unshift(kept);
    if (kept > last) drawn.push(kept);
  }
  return drawn;
}
