// Which bubbles a point, a box or an arrow key means.
import type { Direction } from './gestures';
import type { Point, Rect } from './scales';
import type { Spreadable } from './spread';

/** A small bubble is hit this far from its centre, or a mouse would miss it. */
const REACH = 9;

/** Returns the box between two corners, whichever way it was drawn. */
export function boxBetween(a: Point, b: Point): Rect {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

/** Returns the keys of the bubbles whose centre is in a box. */
export function keysIn(box: Rect, circles: readonly Spreadable[]): string[] {
  return circles.filter((circle) => isInside(circle, box)).map((circle) => circle.key);
}

export function isInside({ x, y }: Point, box: Rect): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** Returns the bubble under a point: of several the one whose centre is nearest, so that none hides another. */
export function circleAt<Circle extends Spreadable>(
  point: Point,
  circles: readonly Circle[],
): Circle | undefined {
  let found: Circle | undefined;
  let nearest = Number.POSITIVE_INFINITY;
  for (const circle of circles) {
    const distance = Math.hypot(circle.x - point.x, circle.y - point.y);
    if (distance > Math.max(REACH, circle.radius) || distance >= nearest) continue;
    found = circle;
    nearest = distance;
  }
  return found;
}

const STEPS = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
} satisfies Record<Direction, Point>;

export function stepTo(direction: Direction): Point {
  return STEPS[direction];
}

/** Returns the bubble that an arrow key leads to: near, and rather ahead than to the side. */
export function nextCircle<Circle extends Spreadable>(
  from: Spreadable,
  direction: Direction,
  circles: readonly Circle[],
): Circle | undefined {
  const step = STEPS[direction];
  let found: Circle | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const circle of circles) {
    const by = { x: circle.x - from.x, y: circle.y - from.y };
    const ahead = by.x * step.x + by.y * step.y;
    const aside = Math.abs(by.x * step.y) + Math.abs(by.y * step.x);
    if (circle.key === from.key || ahead <= 0 || aside > ahead * 3) continue;
    const cost = ahead + aside * 2;
    if (cost >= least) continue;
    found = circle;
    least = cost;
  }
  return found;
}
