// The map as a file: the same drawing, with everything in it that another program needs to show it.
import type { LaneKey } from '../../ipc/bindings';
import { MARKS } from '../../lanes/marks';
import type { Circle, Drawing } from './drawing';

/** Colours as a file has them; the page's own are names that only the page knows. */
export type Palette = {
  surface: string;
  ink: string;
  quiet: string;
  line: string;
  lanes: Record<LaneKey, { strong: string; tint: string }>;
};

export type Wording = {
  title: string;
  description: string;
  across: string;
  up: string;
  sizes: string;
  lane: (lane: LaneKey) => string;
  bubble: (circle: Circle) => string;
};

type Attributes = Record<string, string | number>;

/** Returns the map as SVG text. Whatever a task is called, the text is well-formed XML. */
export function svgOf(drawing: Drawing, palette: Palette, words: Wording): string {
  const { width, height, em, plot } = drawing;
  const quiet = { fill: palette.quiet, 'font-size': em * 0.95 };
  const body = [
    element('title', {}, escaped(words.title)),
    element('desc', {}, escaped(words.description)),
    element('defs', {}, [
      element('clipPath', { id: 'plot' }, element('rect', rectOf(plot))),
      element(
        'pattern',
        { id: 'stale', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
        element('path', { d: 'M0 5L5 0', stroke: palette.ink, 'stroke-width': 1 }),
      ),
    ]),
    element('rect', { width, height, fill: palette.surface }),
    ...drawing.bands.map((band) => bandOf(band, drawing, palette, words)),
    ...drawing.lines.map(({ y, text }) => [
      element('path', { d: `M${at(plot.left)} ${at(y)}H${at(plot.right)}`, stroke: palette.line }),
      textAt(plot.left - em * 0.5, y + em * 0.35, text, { ...quiet, 'text-anchor': 'end' }),
    ]),
    ...drawing.columns.map(({ x, text }) =>
      textAt(x, plot.bottom + em * 1.3, text, { ...quiet, 'text-anchor': 'middle' }),
    ),
    textAt((plot.left + plot.right) / 2, height - em * 0.6, words.across, {
      ...quiet,
      'text-anchor': 'middle',
    }),
    textAt(em * 0.2, em, words.up, quiet),
    ...sizesOf(drawing, palette, words),
    element('g', { 'clip-path': 'url(#plot)' }, [
      ...drawing.circles.map((circle) => bubbleOf(circle, palette, words)),
      ...drawing.labels.map(({ x, y, text, anchor }) =>
        textAt(x, y, text, { fill: palette.ink, 'font-size': em, 'text-anchor': anchor }),
      ),
    ]),
  ].flat(2);
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'font-family': 'system-ui, sans-serif',
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('svg', root, body)}\n`;
}

function bandOf(
  band: Drawing['bands'][number],
  { em, plot, head }: Drawing,
  palette: Palette,
  words: Wording,
): string[] {
  const { strong, tint } = palette.lanes[band.lane];
  const strokes = MARKS[band.lane].map((d) => element('path', { d }));
  return [
    element('rect', { ...rectOf({ ...plot, top: head, left: band.left, right: band.right }), fill: tint }),
    element(
      'g',
      {
        transform: `translate(${at(band.left + em * 0.6)} ${at(head + em * 0.6)})`,
        fill: 'none',
        stroke: strong,
        'stroke-width': 2,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      },
      strokes,
    ),
    textAt(band.left + em * 2.4, head + em * 1.45, `${words.lane(band.lane)} ${band.from}–${band.to}`, {
      fill: strong,
      'font-size': em,
      'font-weight': 600,
    }),
  ];
}

function bubbleOf(circle: Circle, palette: Palette, words: Wording): string {
  const { x, y, radius: r, bubble } = circle;
  const place = { cx: at(x), cy: at(y), r: at(r) };
  const { strong } = palette.lanes[bubble.lane];
  const shapes = [
    element('title', {}, escaped(words.bubble(circle))),
    element('circle', { ...place, fill: strong, 'fill-opacity': 0.32, stroke: strong, 'stroke-width': 1.5 }),
  ];
  if (bubble.stale > 0) shapes.push(element('circle', { ...place, fill: 'url(#stale)' }));
  if (bubble.capped > 0)
    shapes.push(element('path', { d: flagAt(circle), fill: palette.ink, stroke: palette.ink }));
  return element('g', {}, shapes);
}

/** A flag on the upper right of a bubble: a guardrail holds it back. */
export function flagAt({ x, y, radius }: Circle): string {
  return `M${at(x + radius * 0.7)} ${at(y - radius * 0.7)}v-11l7 3l-7 3`;
}

function sizesOf(drawing: Drawing, palette: Palette, words: Wording): string[] {
  const { em } = drawing;
  const marks = sizeMarks(drawing);
  if (marks.circles.length === 0) return [];
  const quiet = { fill: palette.quiet, 'font-size': em * 0.95, 'text-anchor': 'end' };
  const circles = marks.circles.flatMap(({ x, radius, text, textX }) => [
    element('circle', { cx: at(x), cy: at(em * 0.95), r: at(radius), fill: 'none', stroke: palette.quiet }),
    textAt(textX, em * 1.05, text, quiet),
  ]);
  return [textAt(marks.x, em * 1.05, words.sizes, quiet), ...circles];
}

type SizeMarks = { x: number; circles: { x: number; radius: number; text: string; textX: number }[] };

/** Returns where the sizes to compare with stand: from the right edge, above the map. */
export function sizeMarks({ sizes, plot, em }: Drawing): SizeMarks {
  let x = plot.right;
  const circles = [...sizes].reverse().map(({ radius, text }) => {
    const textX = x;
    const centre = textX - text.length * em * 0.62 - em * 0.3 - radius;
    x = centre - radius - em * 0.9;
    return { x: centre, radius, text, textX };
  });
  return { x, circles };
}

function rectOf({ left, top, right, bottom }: Drawing['plot']): Attributes {
  return { x: at(left), y: at(top), width: at(right - left), height: at(bottom - top) };
}

function textAt(x: number, y: number, text: string, attributes: Attributes): string {
  return element('text', { x: at(x), y: at(y), ...attributes }, escaped(text));
}

function at(length: number): number {
  return Math.round(length * 10) / 10;
}

function element(name: string, attributes: Attributes, content: string | string[] = ''): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inside = Array.isArray(content) ? content.join('') : content;
  return inside ? `<${name}${written.join('')}>${inside}</${name}>` : `<${name}${written.join('')}/>`;
}

/** What XML 1.0 cannot hold at all: control characters, halves of a character, and two that are none. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export function escaped(text: string): string {
  return text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
