import type { LaneKey } from '../ipc/bindings';

/** The lanes' marks as strokes in a box of 18 by 12: a screen and a picture on the disk draw the same. */
export const MARKS = {
  automate: ['M3 2l4 4-4 4', 'M10 2l4 4-4 4'],
  hybrid: ['M3 2l4 4-4 4', 'M9.75 6a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0'],
  human_only: ['M4.75 6a4.25 4.25 0 1 0 8.5 0a4.25 4.25 0 1 0-8.5 0'],
} as const satisfies Record<LaneKey, readonly string[]>;
