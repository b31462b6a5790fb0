// Dependencies as lines: from the end of a bar to the start of the one that waits for it.
import { BAR, BAR_TOP, ROW, type Span } from './scale';

/** Where the line turns, measured from the ends of the bars. */
const STUB = 0.5;
/** How far inside a bar its line arrives from above or below. */
const INSET = 0.375;
const HEAD = 0.1875;

export type Elbow = { line: string; head: string };
export type End = { row: number; span: Span };

/** Returns the path from one end to the other, in rem. */
export function elbow(from: End, to: End): Elbow {
  const startX = from.span.right;
  const startY = middleOf(from.row);
  const isBelow = to.row > from.row;
  const arriveX = Math.min(to.span.left + INSET, (to.span.left + to.span.right) / 2);
  if (arriveX >= startX + HEAD) {
    const endY = to.row * ROW + BAR_TOP + (isBelow ? 0 : BAR);
    return {
      line: `M${at(startX, startY)}H${round(arriveX)}V${round(endY)}`,
      head: arrow(arriveX, endY, isBelow ? 'down' : 'up'),
    };
  }
  // It starts before the other ends: around between the rows, and in from the left.
  const endY = middleOf(to.row);
  const between = isBelow ? to.row * ROW : (to.row + 1) * ROW;
  const left = to.span.left - STUB;
  return {
    line: `M${at(startX, startY)}H${round(startX + STUB)}V${round(between)}H${round(left)}V${round(endY)}H${round(to.span.left)}`,
    head: arrow(to.span.left, endY, 'right'),
  };
}

function middleOf(row: number): number {
  return row * ROW + BAR_TOP + BAR / 2;
}

function arrow(x: number, y: number, points: 'down' | 'up' | 'right'): string {
  if (points === 'right') {
    return `M${at(x - HEAD * 1.5, y - HEAD)}L${at(x, y)}L${at(x - HEAD * 1.5, y + HEAD)}Z`;
  }
  const back = points === 'down' ? -HEAD * 1.5 : HEAD * 1.5;
  return `M${at(x - HEAD, y + back)}L${at(x, y)}L${at(x + HEAD, y + back)}Z`;
}

function at(x: number, y: number): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
