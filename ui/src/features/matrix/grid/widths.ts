// How wide columns are on the page, and how wide their content would have them.
import type { Column, Columns } from './columns';

/** Widths are kept as pixels at a text size of 100 %, where one rem is 16 of them. */
const REM = 16;

/** Returns the width of a column as the page takes it. On a narrow window the name leaves room for the rest. */
export function widthOf(columns: Columns, column: Column): string {
  const set = columns.widthOf(column);
  const width = `${(set ?? column.width) / REM}rem`;
  return set === null && column.kind === 'name' ? `min(${width}, 40cqi)` : width;
}

/** Names the property of the grid that holds the width of a column. */
export function widthToken(index: number): string {
  return `var(--col-${index})`;
}

/** Names the property that says how much of the room that is left over a column takes. */
export function growthToken(index: number): string {
  return `var(--grow-${index})`;
}

/** Notes take what room is left, until they are given a width. */
export function growthOf(columns: Columns, column: Column): string {
  return column.kind === 'notes' && columns.widthOf(column) === null ? '1' : '0';
}

/** Returns a width on the screen as it is kept. */
export function keptWidth(pixels: number): number {
  return (pixels / rootSize()) * REM;
}

function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || REM;
}

/** Returns the width in pixels at which nothing in these cells is cut off. */
export function contentWidth(cells: readonly HTMLElement[]): number {
  return Math.ceil(Math.max(0, ...cells.map(neededBy)));
}

function neededBy(cell: HTMLElement): number {
  const style = getComputedStyle(cell);
  const parts = partsOf(cell).filter((part) => getComputedStyle(part).position !== 'absolute');
  const widths = parts.map(widthOfPart).filter((width) => width > 0);
  const gaps = Math.max(widths.length - 1, 0) * (Number.parseFloat(style.columnGap) || 0);
  const around = [style.paddingLeft, style.paddingRight, style.borderRightWidth];
  return [...widths, ...around.map(Number.parseFloat)].reduce((sum, width) => sum + (width || 0), gaps) + 1;
}

/** A text alone is a part of its cell without an element of its own. */
function partsOf(cell: HTMLElement): Element[] {
  const { firstChild, children } = cell;
  return firstChild instanceof Text && firstChild.data !== '' ? [cell] : [...children];
}

/** A text is measured by its letters: its element may have been cut or stretched. */
function widthOfPart(part: Element): number {
  if (!part.firstChild || part instanceof SVGElement) return part.getBoundingClientRect().width;
  return widthOfText(part instanceof HTMLElement && part.firstChild instanceof Text ? part.firstChild : part);
}

/** Returns whether an element shows less than the whole of the text with which it begins. */
export function isCut(element: HTMLElement): boolean {
  const { paddingLeft, paddingRight } = getComputedStyle(element);
  const room = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return element.firstChild !== null && widthOfText(element.firstChild) > room + 1;
}

function widthOfText(text: Node): number {
  const range = document.createRange();
  range.selectNodeContents(text);
  return range.getBoundingClientRect().width;
}
