// Where a bubble stands and how large it is.
import type { Bubble, Portfolio } from '../../ipc/bindings';

export type Rect = { left: number; top: number; right: number; bottom: number };
export type Point = { x: number; y: number };

/** What part of the whole map is in view: the share of it that lies left of and above it, and how much it is enlarged. */
export type View = { zoom: number; left: number; top: number };
export const WHOLE: View = { zoom: 1, left: 0, top: 0 };

const LARGEST = 28;
const SMALLEST_OF_THE_LARGEST = 11;
/** Below this a bubble would be a dot that nobody finds; smaller ones are drawn this large, and the caption says so. */
const SMALLEST = 4;
const LEAST_ROOM_OF_A_LINE = 26;

export type Scales = {
  x: (sum: number) => number;
  y: (hours: number) => number;
  radius: (volume: number) => number;
  /** The width of one step of the sum. */
  column: number;
  sums: number[];
  /** Hours at which a line crosses the map. */
  hours: number[];
  mostVolume: number;
};

export function scalesOf(portfolio: Portfolio, plot: Rect, view: View): Scales {
  const { bands, bubbles } = portfolio;
  const least = bands[0]?.from ?? 0;
  const last = bands.at(-1)?.to ?? 0;
  const [left, right] = enlarged(plot.left, plot.right, view.left, view.zoom);
  const x = between([least - 0.5, last + 0.5], [left, right]);
  const most = Math.max(1, largest(bubbles, (bubble) => bubble.hours) * 1.02);
  const size = Math.min(LARGEST, Math.max(SMALLEST_OF_THE_LARGEST, 200 / Math.sqrt(bubbles.length || 1)));
  // Room above the most hours and below none, so that no bubble is cut.
  const inset = size + 3;
  const [top, bottom] = enlarged(plot.top + inset, plot.bottom - inset, view.top, view.zoom);
  // Logarithmic but for the first hour: one hour and a hundred are both readable, and none is at zero.
  const height = between([0, Math.log1p(most)], [bottom, top]);
  const y = (hours: number) => height(Math.log1p(hours));
  const hoursAt = (y: number) => Math.expm1(between([bottom, top], [0, Math.log1p(most)])(y));
  const mostVolume = largest(bubbles, (bubble) => bubble.volume);
  return {
    x,
    y,
    radius: (volume) => Math.max(SMALLEST, size * Math.sqrt(volume / (mostVolume || 1))),
    column: Math.abs(x(1) - x(0)),
    sums: Array.from({ length: last - least + 1 }, (_, step) => least + step),
    hours: linesOf(y, hoursAt, plot),
    mostVolume,
  };
}

/** Returns the ends of a length of which a share is in view. */
function enlarged(from: number, to: number, before: number, zoom: number): [number, number] {
  const length = (to - from) * zoom;
  const start = from - before * length;
  return [start, start + length];
}

function largest(bubbles: readonly Bubble[], of: (bubble: Bubble) => number): number {
  return bubbles.reduce((most, bubble) => Math.max(most, of(bubble)), 0);
}

/** Round hours with room between them: powers of ten before fives, fives before twos, then what fits between. */
function linesOf(y: (hours: number) => number, hoursAt: (y: number) => number, plot: Rect): number[] {
  const powers = [0.1, 1, 10, 100, 1000, 10_000, 100_000, 1_000_000];
  const round = [1, 5, 2].flatMap((step) => powers.map((power) => power * step));
  const candidates = [0, ...round, ...evenSteps(Math.max(0, hoursAt(plot.bottom)), hoursAt(plot.top))];
  const chosen: number[] = [];
  for (const hours of candidates) {
    const at = y(hours);
    const isInside = at >= plot.top && at <= plot.bottom;
    if (isInside && chosen.every((other) => Math.abs(y(other) - at) >= LEAST_ROOM_OF_A_LINE))
      chosen.push(hours);
  }
  return chosen.sort((a, b) => a - b);
}

/** Returns the multiples of the power of ten that divides a span into ten to a hundred. */
function evenSteps(from: number, to: number): number[] {
  if (to <= from) return [];
  const step = 10 ** (Math.floor(Math.log10(to - from)) - 1);
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, place) => (first + place) * step);
}

/** Returns the straight line that leads from one span to another. */
function between(from: [number, number], to: [number, number]): (value: number) => number {
  const slope = (to[1] - to[0]) / (from[1] - from[0]);
  return (value) => to[0] + (value - from[0]) * slope;
}

const MOST_ZOOM = 24;

/** Returns the view enlarged by a factor around a point, given as shares of what is in view; never beyond the whole. */
export function zoomed(view: View, factor: number, around: Point = { x: 0.5, y: 0.5 }): View {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, view.zoom * factor));
  const moved = (before: number, at: number) => before + at / view.zoom - at / zoom;
  return within({ zoom, left: moved(view.left, around.x), top: moved(view.top, around.y) });
}

/** Returns the view moved by shares of what is in view. */
export function moved(view: View, by: Point): View {
  return within({ ...view, left: view.left + by.x / view.zoom, top: view.top + by.y / view.zoom });
}

function within({ zoom, left, top }: View): View {
  const inside = (before: number) => Math.min(1 - 1 / zoom, Math.max(0, before));
  return { zoom, left: inside(left), top: inside(top) };
}
