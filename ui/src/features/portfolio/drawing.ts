// The map as shapes: what the window shows and what a picture on the disk shows are the same drawing.
import type { Bubble, LaneKey, Portfolio } from '../../ipc/bindings';
import { decimal } from '../../shared/numbers';
import { isInside } from './boxes';
import { type Label, labelsFor } from './labels';
import { type Rect, type Scales, scalesOf, type View } from './scales';
import { spread } from './spread';
import { hoursText } from './words';

export type Circle = { key: string; bubble: Bubble; x: number; y: number; radius: number };

export type Drawing = {
  width: number;
  height: number;
  /** The height of letters. */
  em: number;
  plot: Rect;
  /** Where the bands begin, which have their names above the plot. */
  head: number;
  bands: { lane: LaneKey; left: number; right: number; from: number; to: number }[];
  columns: { x: number; text: string }[];
  lines: { y: number; text: string }[];
  /** All of them, those out of view too. */
  circles: Circle[];
  labels: Label[];
  /** Sizes to compare a bubble with. */
  sizes: { radius: number; text: string }[];
  /** The width of one step of the sum. */
  column: number;
};

export type Size = { width: number; height: number; em: number };

export function draw(portfolio: Portfolio, { width, height, em }: Size, view: View): Drawing {
  const plot = { left: em * 3.6, top: em * 4.2, right: width - em, bottom: height - em * 3.2 };
  const scales = scalesOf(portfolio, plot, view);
  const circles = spread(
    portfolio.bubbles.map((bubble) => ({
      key: bubble.key,
      bubble,
      x: scales.x(bubble.composite),
      y: scales.y(bubble.hours),
      radius: scales.radius(bubble.volume),
    })),
    scales.column,
  );
  const half = scales.column / 2;
  const clipped = (x: number) => Math.min(plot.right, Math.max(plot.left, x));
  return {
    width,
    height,
    em,
    plot,
    head: em * 2.2,
    bands: portfolio.bands
      .map(({ lane, from, to }) => ({
        lane,
        from,
        to,
        left: clipped(scales.x(from) - half),
        right: clipped(scales.x(to) + half),
      }))
      .filter(({ left, right }) => right > left),
    columns: scales.sums
      .map((sum) => ({ x: scales.x(sum), text: String(sum) }))
      .filter(({ x }) => x >= plot.left && x <= plot.right),
    lines: scales.hours.map((hours) => ({ y: scales.y(hours), text: hoursText(hours) })),
    circles,
    labels: labelsFor(
      circles
        .filter((circle) => isInside(circle, plot))
        .map(({ x, y, radius, bubble }) => ({
          x,
          y,
          radius,
          text: labelOf(bubble),
          weight: portfolio.binned ? bubble.count : bubble.hours,
        })),
      plot,
      em,
    ),
    sizes: sizesOf(scales, em).map((volume) => ({
      radius: scales.radius(volume),
      text: decimal(volume),
    })),
    column: scales.column,
  };
}

function labelOf(bubble: Bubble): string {
  return bubble.count > 1 ? decimal(bubble.count) : bubble.name;
}

/** Returns two round volumes whose bubbles fit on a line of text. */
function sizesOf({ radius, mostVolume }: Scales, em: number): number[] {
  const powers = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000];
  const round = powers.flatMap((power) => [power, 2 * power, 5 * power]);
  const fitting = round.filter((volume) => volume <= mostVolume && radius(volume) <= em);
  const large = fitting.at(-1);
  const small = fitting.findLast((volume) => large !== undefined && radius(volume) <= radius(large) * 0.6);
  return [small, large].filter((volume) => volume !== undefined);
}
