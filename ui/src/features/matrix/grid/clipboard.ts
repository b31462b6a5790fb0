// What a copy takes, where a paste goes, and the text that carries one value through a paste.
import type { CellRange, PasteTarget } from '../../../ipc/bindings';
import type { Columns } from './columns';
import type { Area } from './selection';

/** Returns an area as the backend addresses it. What is worked out is read there, and skipped by every change. */
export function rangeOf({ top, left, bottom, right }: Area, columns: Columns): CellRange {
  return { rows: { first: top, last: bottom }, fields: columns.keysBetween(left, right) };
}

/** Returns whether an area holds anything that can be changed. */
export function canChange({ left, right }: Area, columns: Columns): boolean {
  return columns.hasField(left, right);
}

/** Returns where a pasted block lands; nothing where it would start on values that are worked out. */
export function pasteTargetOf(area: Area, columns: Columns): PasteTarget | null {
  if (!canChange(area, columns)) return null;
  return { range: rangeOf(area, columns), fieldsToTheRight: columns.keysBetween(area.left, columns.last) };
}

/** Returns one value as a spreadsheet would put it on the clipboard. */
export function asPastedCell(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns the text of a paste event. Its list of types is empty in WebKitGTK, so that is never asked. */
export function pastedText(data: Pick<DataTransfer, 'getData'> | null): string {
  return data?.getData('text/plain') ?? '';
}

/** Returns the last column that a pasted block covers. */
export function lastPastedColumn(area: Area, text: string, columns: Columns): number {
  const width = firstLine(text).split('\t').length;
  return Math.max(Math.min(area.left + width - 1, columns.last), area.right);
}

/** Returns the first line of a block; a line break inside quotes does not end it. */
function firstLine(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^\r\n])*/.exec(text);
  return line?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
}
