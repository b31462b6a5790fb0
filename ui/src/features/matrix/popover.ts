// Where what floats beside a cell goes: below it, or above where there is more room, never over it.
import type { Rect } from './grid/geometry';

const GAP = 6;
const MARGIN = 8;

type Size = { width: number; height: number };

/** `bounds` is what it should stay over sideways, if it fits: the sheet, not the panel beside it. */
export function placeBeside(
  cell: Rect,
  { width, height }: Size,
  bounds: { left: number; right: number },
  windowHeight: number,
): { left: number; top: number } {
  const below = cell.top + cell.height + GAP;
  const above = cell.top - GAP - height;
  const fitsBelow = below + height <= windowHeight - MARGIN;
  const top = fitsBelow || above < MARGIN ? below : above;
  const left = Math.max(Math.min(cell.left, bounds.right - MARGIN - width), bounds.left + MARGIN);
  return { left, top };
}
