import type { CellKey, ImportAdjustment, ImportColumn, ImportPreview } from '../../ipc/bindings';

/** Returns the fields of all columns after one was given another; a field that it takes leaves the column that had it. */
export function assignField(
  columns: readonly ImportColumn[],
  index: number,
  field: CellKey | null,
): { index: number; field: CellKey | null }[] {
  return columns.map((column) => {
    if (column.index === index) return { index, field };
    const isTaken = field !== null && column.field === field;
    return { index: column.index, field: isTaken ? null : column.field };
  });
}

/** Another sheet has other columns: everything is proposed anew. */
export function chooseSheet(sheet: number): ImportAdjustment {
  return { sheet, headerRow: null, fields: null };
}

/** Another header row names other columns: their fields are proposed anew. */
export function chooseHeader(preview: ImportPreview, headerRow: number | null): ImportAdjustment {
  return { sheet: preview.sheet, headerRow, fields: null };
}

export function chooseField(preview: ImportPreview, index: number, field: CellKey | null): ImportAdjustment {
  return {
    sheet: preview.sheet,
    headerRow: preview.headerRow,
    fields: assignField(preview.columns, index, field),
  };
}

/** Returns the fields that the preview shows, in the order of the worksheet. */
export function shownFields(preview: ImportPreview, order: readonly CellKey[]): CellKey[] {
  const mapped = new Set(preview.columns.map((column) => column.field));
  return order.filter((field) => mapped.has(field));
}

/** Returns the letters that spreadsheets use for a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
