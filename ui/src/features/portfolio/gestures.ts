// What the mouse does on the map: a click, a box, or moving what is in view.
import { boxBetween } from './boxes';
import type { Point, Rect } from './scales';

/** A hand that clicks trembles by less. */
const STILL = 4;

export type Gesture = { kind: 'click'; at: Point } | { kind: 'box'; box: Rect } | { kind: 'move'; by: Point };

/** One press of the mouse, from down to up. */
export class Press {
  readonly #start: Point;
  readonly #moves: boolean;
  #last: Point;
  #isStill = true;

  constructor(start: Point, moves: boolean) {
    this.#start = start;
    this.#last = start;
    this.#moves = moves;
  }

  /** Returns what the press has become, at a point that it was dragged to. */
  to(point: Point): Gesture {
    const by = { x: this.#last.x - point.x, y: this.#last.y - point.y };
    this.#last = point;
    if (Math.hypot(point.x - this.#start.x, point.y - this.#start.y) > STILL) this.#isStill = false;
    if (this.#isStill) return { kind: 'click', at: this.#start };
    return this.#moves ? { kind: 'move', by } : { kind: 'box', box: boxBetween(this.#start, point) };
  }
}

const ARROWS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

export type Direction = (typeof ARROWS)[keyof typeof ARROWS];

export function arrowOf(key: string): Direction | null {
  return key in ARROWS ? ARROWS[key as keyof typeof ARROWS] : null;
}
