// What a copy takes, where a paste goes, and the text that carries one value through a paste.
import type { CellRange, PasteTarget } from '../../../ipc/bindings';
import { COLUMNS, fieldsBetween, LAST_COLUMN } from './columns';
import type { Area } from './selection';

/** Returns the part of an area that the backend can read and set. */
export function rangeOf({ top, left, bottom, right }: Area): CellRange {
  return { rows: { first: top, last: bottom }, fields: fieldsBetween(left, right) };
}

/** Returns where a pasted block lands; nothing where it would start on values that are worked out. */
export function pasteTargetOf(area: Area): PasteTarget | null {
  const range = rangeOf(area);
  if (range.fields.length === 0) return null;
  return { range, fieldsToTheRight: fieldsBetween(area.left, LAST_COLUMN) };
}

/** Returns the head of a paste command, whose body is the text alone. A header holds ASCII, as these keys are. */
export function pasteHeaders(target: PasteTarget): Record<string, string> {
  return { 'x-target': JSON.stringify(target) };
}

/** Returns one value as a spreadsheet would put it on the clipboard. */
export function asPastedCell(text: string): string {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Returns the text of a paste event. Its list of types is empty in WebKitGTK, so that is never asked. */
export function pastedText(data: Pick<DataTransfer, 'getData'> | null): string {
  return data?.getData('text/plain') ?? '';
}

/** Returns the last column that a pasted block covers, worked-out columns between its fields skipped. */
export function lastPastedColumn(area: Area, text: string): number {
  const width = firstLine(text).split('\t').length;
  const targets = COLUMNS.flatMap(({ field }, col) => (field && col >= area.left ? [col] : []));
  return Math.max(targets[width - 1] ?? targets.at(-1) ?? area.left, area.right);
}

/** Returns the first line of a block; a line break inside quotes does not end it. */
function firstLine(text: string): string {
  const line = /^(?:"(?:[^"]|"")*"|[^\r\n])*/.exec(text);
  return line?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';
}
