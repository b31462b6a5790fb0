// Where what floats beside a cell goes: below it, or above where there is more room, never over it.
import type { Rect } from './grid/geometry';

const GAP = 6;
const MARGIN = 8;

type Size = { width: number; height: number };

export function placeBeside(
  cell: Rect,
  { width, height }: Size,
  window: Size,
): { left: number; top: number } {
  const below = cell.top + cell.height + GAP;
  const above = cell.top - GAP - height;
  const fitsBelow = below + height <= window.height - MARGIN;
  const top = fitsBelow || above < MARGIN ? below : above;
  const left = Math.max(Math.min(cell.left, window.width - MARGIN - width), MARGIN);
  return { left, top };
}
