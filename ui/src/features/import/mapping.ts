import type {
  CellKey,
  ColumnChoice,
  ColumnKind,
  ImportAdjustment,
  ImportColumn,
  ImportCounts,
  ImportFilter,
  ImportPreview,
  ImportUse,
} from '../../ipc/bindings';

/** What a column is used for, as the value of a choice. */
export type UseKey = 'left-out' | CellKey | `keep:${ColumnKind}`;

export function useKey(used: ImportUse): UseKey {
  if (used.to === 'field') return used.field;
  return used.to === 'keep' ? `keep:${used.kind}` : 'left-out';
}

export function useOf(key: UseKey): ImportUse {
  if (key === 'left-out') return { to: 'left_out' };
  const kind = KINDS.find((candidate) => key === `keep:${candidate}`);
  return kind ? { to: 'keep', kind } : { to: 'field', field: key as CellKey };
}

const KINDS: readonly ColumnKind[] = ['text', 'number', 'choice', 'date'];

/** Returns the uses of all columns after one was given another; a field that it takes leaves the column that had it. */
export function assignUse(columns: readonly ImportColumn[], index: number, used: ImportUse): ColumnChoice[] {
  return columns.map((column) => {
    if (column.index === index) return { index, used };
    const isTaken = used.to === 'field' && column.used.to === 'field' && column.used.field === used.field;
    return { index: column.index, used: isTaken ? { to: 'left_out' } : column.used };
  });
}

/** Another sheet has other columns: everything is proposed anew. */
export function chooseSheet(sheet: number): ImportAdjustment {
  return { sheet, headerRow: null, columns: null, findBy: null };
}

/** Another header row names other columns: their uses are proposed anew. */
export function chooseHeader(preview: ImportPreview, headerRow: number | null): ImportAdjustment {
  return { sheet: preview.sheet, headerRow, columns: null, findBy: null };
}

export function chooseUse(preview: ImportPreview, index: number, used: ImportUse): ImportAdjustment {
  const findBy = preview.findBy === index ? null : preview.findBy;
  return adjusted(preview, assignUse(preview.columns, index, used), findBy);
}

/** Finds tasks by the values of a column, or by none. */
export function chooseKey(preview: ImportPreview, findBy: number | null): ImportAdjustment {
  return adjusted(preview, preview.columns, findBy);
}

/** Keeps every column that nobody knows as one of its own. */
export function keepUnknown(preview: ImportPreview): ImportAdjustment {
  const kept = preview.columns.map(({ index, used, guess }) => {
    const isUnknown = used.to === 'left_out' && unknown(preview).some((column) => column.index === index);
    return { index, used: isUnknown ? ({ to: 'keep', kind: guess } as const) : used };
  });
  return adjusted(preview, kept, preview.findBy);
}

/** Returns the columns that are left out although there is no reason but that nobody knows them. */
export function unknown(preview: ImportPreview): ImportColumn[] {
  return preview.columns.filter(
    (column) => column.used.to === 'left_out' && column.sample !== '' && column.keepable,
  );
}

/** Returns how many rows a filter shows. */
export function shownRows(counts: ImportCounts, filter: ImportFilter): number {
  return counts[filter];
}

function adjusted(
  preview: ImportPreview,
  columns: readonly ColumnChoice[],
  findBy: number | null,
): ImportAdjustment {
  const uses = columns.map(({ index, used }) => ({ index, used }));
  return { sheet: preview.sheet, headerRow: preview.headerRow, columns: uses, findBy };
}
