// What takes no time is a mark in the middle of its day. Each kind has a shape of its own, in a square of 14.
import type { Activity } from './plan';

export const MARK_BOX = 14;

const SHAPES: Record<Exclude<Activity['kind'], 'work'>, string> = {
  gate: 'M7 0.75L13.25 7L7 13.25L0.75 7Z',
  milestone: 'M3 13.25V1.25H11.75L9 4.5L11.75 7.75H3',
  review: 'M7 3.25A3.75 3.75 0 1 1 7 10.75A3.75 3.75 0 1 1 7 3.25Z',
};

export function shapeOf(kind: Activity['kind']): string | null {
  return kind === 'work' ? null : SHAPES[kind];
}

/** A gate is filled when its conditions hold, anything else when it is done. */
export function isFilled({ kind, held, done }: Pick<Activity, 'kind' | 'held' | 'done'>): boolean {
  return kind === 'gate' ? held : done !== null;
}
