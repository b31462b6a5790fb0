// Where what floats beside a cell goes: below it, or above where there is more room, never over it.
import type { Rect } from './grid/geometry';

const GAP = 6;
const MARGIN = 8;

type Size = { width: number; height: number };

type Edges = { left: number; right: number };

/**
 * `avoid` is what stays in view, the cell or the range around it. `bounds` is what the popover should
 * stay over sideways, if it fits: the sheet, not the panel beside it.
 */
export function placeBeside(avoid: Rect, { width, height }: Size, bounds: Edges, windowHeight: number) {
  const below = avoid.top + avoid.height + GAP;
  const above = avoid.top - GAP - height;
  const left = Math.max(Math.min(avoid.left, bounds.right - MARGIN - width), bounds.left + MARGIN);
  if (below + height <= windowHeight - MARGIN) return { left, top: below };
  if (above >= MARGIN) return { left, top: above };
  const beside = avoid.left + avoid.width + GAP;
  const top = Math.max(Math.min(avoid.top, windowHeight - MARGIN - height), MARGIN);
  return { left: beside + width <= bounds.right - MARGIN ? beside : left, top };
}
