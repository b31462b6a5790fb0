// What the rows are sorted, filtered and grouped by, as the user puts it together: pure values.
import type { ColumnKey, FilterTest, ViewSpec } from '../../ipc/bindings';
import { STANDARD_COLUMNS } from './grid/columns';

/** All tasks in the order of the worksheet. */
export const PLAIN_VIEW: ViewSpec = { sort: [], filters: [], text: '', group: null, collapsed: [] };

export function isSortedOrFiltered({ sort, filters, text }: ViewSpec): boolean {
  return sort.length > 0 || filters.length > 0 || text !== '';
}

/** Returns whether two views show the same, folded groups aside. */
export function isSameView(a: ViewSpec, b: ViewSpec): boolean {
  return (
    JSON.stringify({ ...inOneOrder(a), collapsed: [] }) ===
    JSON.stringify({ ...inOneOrder(b), collapsed: [] })
  );
}

function inOneOrder({ sort, filters, text, group }: ViewSpec): ViewSpec {
  const tests = filters.toSorted((a, b) => a.column.localeCompare(b.column));
  return {
    sort: sort.map(({ column, descending }) => ({ column, descending })),
    filters: tests.map(({ column, test }) => ({ column, test })),
    text,
    group,
    collapsed: [],
  };
}

/** Sorts by one column alone. */
export function sortBy(spec: ViewSpec, column: ColumnKey, descending: boolean): ViewSpec {
  return { ...spec, sort: [{ column, descending }] };
}

/** Sorts rows that are alike so far by one more column; one that sorts already keeps its place. */
export function thenBy(spec: ViewSpec, column: ColumnKey, descending: boolean): ViewSpec {
  const known = spec.sort.some((key) => key.column === column);
  const sort = known
    ? spec.sort.map((key) => (key.column === column ? { column, descending } : key))
    : [...spec.sort, { column, descending }];
  return { ...spec, sort };
}

export function withoutSort(spec: ViewSpec, column: ColumnKey): ViewSpec {
  return { ...spec, sort: spec.sort.filter((key) => key.column !== column) };
}

export function filterOf(spec: ViewSpec, column: ColumnKey): FilterTest | null {
  return spec.filters.find((filter) => filter.column === column)?.test ?? null;
}

/** Filters by a column, instead of what it was filtered by before; null shows all of its values again. */
export function filterBy(spec: ViewSpec, column: ColumnKey, test: FilterTest | null): ViewSpec {
  const others = spec.filters.filter((filter) => filter.column !== column);
  return { ...spec, filters: test === null ? others : [...others, { column, test }] };
}

export function withText(spec: ViewSpec, text: string): ViewSpec {
  return { ...spec, text };
}

/** Other groups begin unfolded. */
export function groupBy(spec: ViewSpec, group: ColumnKey | null): ViewSpec {
  return { ...spec, group, collapsed: [] };
}

export function toggleGroup(spec: ViewSpec, label: string): ViewSpec {
  const others = spec.collapsed.filter((other) => other !== label);
  return { ...spec, collapsed: others.length < spec.collapsed.length ? others : [...others, label] };
}

/** Shows all tasks again in the order of the worksheet; the groups stay. */
export function cleared(spec: ViewSpec): ViewSpec {
  return { ...spec, sort: [], filters: [], text: '' };
}

/** Reads a view back that was kept as text. What cannot be read is left out. */
export function readSpec(found: unknown): ViewSpec {
  const { sort, filters, text, group, collapsed } = Object(found) as Record<string, unknown>;
  return {
    sort: list(sort).flatMap((entry) => {
      const { column, descending } = Object(entry) as Record<string, unknown>;
      return isKey(column) ? [{ column, descending: descending === true }] : [];
    }),
    filters: list(filters).flatMap((entry) => {
      const { column, test } = Object(entry) as Record<string, unknown>;
      const read = readTest(test);
      return isKey(column) && read ? [{ column, test: read }] : [];
    }),
    text: typeof text === 'string' ? text : '',
    group: isKey(group) ? group : null,
    collapsed: list(collapsed).filter((label) => typeof label === 'string'),
  };
}

function readTest(found: unknown): FilterTest | null {
  const { kind, values, text, least, most } = Object(found) as Record<string, unknown>;
  switch (kind) {
    case 'one_of':
      return { kind, values: list(values).filter((value) => typeof value === 'string') };
    case 'contains':
      return typeof text === 'string' ? { kind, text } : null;
    case 'between':
      return { kind, least: numberOr(least), most: numberOr(most) };
    case 'blank':
    case 'not_blank':
      return { kind };
    default:
      return null;
  }
}

function numberOr(found: unknown): number | null {
  return typeof found === 'number' && Number.isFinite(found) ? found : null;
}

function list(found: unknown): unknown[] {
  return Array.isArray(found) ? found : [];
}

/** The backend refuses a column that it does not know. */
function isKey(found: unknown): found is ColumnKey {
  const isCustom = typeof found === 'string' && found.startsWith('custom:');
  return isCustom || STANDARD_COLUMNS.some(({ wire }) => wire === found);
}
