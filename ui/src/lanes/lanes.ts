import type { LaneKey, LaneSummary } from '../ipc/bindings';
import { m } from '../paraglide/messages';

/** The lanes in the order in which screens list them, most freedom for AI first. */
export const LANES = ['automate', 'hybrid', 'human_only'] as const satisfies readonly LaneKey[];

/** Returns the name shown to people. */
export function laneName(lane: LaneKey): string {
  const names = { automate: m.lane_automate, hybrid: m.lane_hybrid, human_only: m.lane_human_only };
  return names[lane]();
}

export type LaneShare = { lane: LaneKey; count: number; percent: number };

/** Returns how many of the scored tasks are in each lane; the percentages add up to 100. */
export function laneShares(summary: LaneSummary): LaneShare[] {
  const counts = { automate: summary.automate, hybrid: summary.hybrid, human_only: summary.humanOnly };
  const percents = wholePercents(LANES.map((lane) => counts[lane]));
  return LANES.map((lane, index) => ({ lane, count: counts[lane], percent: percents[index] ?? 0 }));
}

/** Rounds shares to whole percents by largest remainder, so that they add up. */
export function wholePercents(counts: number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / total);
  const floors = exact.map(Math.floor);
  const missing = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) floors[index] = (floors[index] ?? 0) + 1;
  return floors;
}
