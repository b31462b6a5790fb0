import type {
  ImportCounts,
  ImportFilter,
  ImportOutlook,
  ImportPreview,
  ImportState,
} from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { figures } from '../../shared/numbers';

export const STATE_NAMES = {
  new: m.import_state_new,
  changed: m.import_state_changed,
  same: m.import_state_same,
  conflict: m.import_state_conflict,
  unreadable: m.import_state_unreadable,
  missing: m.import_state_missing,
} satisfies Record<ImportState, () => string>;

const FILTER_NAMES = {
  all: m.import_state_all,
  ...STATE_NAMES,
  problems: m.import_state_problems,
} satisfies Record<ImportFilter, () => string>;

/** Returns what rows can be filtered by, with how many each shows; what shows none is left out. */
export function filters(counts: ImportCounts): { value: ImportFilter; label: string }[] {
  const all = Object.keys(FILTER_NAMES) as ImportFilter[];
  return all
    .filter((value) => value === 'all' || counts[value] > 0)
    .map((value) => ({
      value,
      label: m.import_state_count({ name: FILTER_NAMES[value](), count: figures(counts[value]) }),
    }));
}

/** Returns what the button that accepts says. */
export function acceptLabel({ added, changed }: ImportOutlook): string {
  if (added > 0 && changed > 0)
    return m.import_accept_both({ added: figures(added), changed: figures(changed) });
  if (changed > 0) return m.import_accept_change({ count: changed });
  return added > 0 ? m.import_accept({ count: added }) : m.import_accept_none();
}

/** Returns the sentence beside that button. */
export function footing({ counts, outlook, problem }: ImportPreview): string {
  if (outlook.waiting > 0) return m.import_waiting({ count: outlook.waiting });
  if (problem === null && outlook.added + outlook.changed === 0) return m.import_nothing_to_change();
  if (counts.cells > 0) return m.import_problems_come_along({ count: counts.cells });
  return m.import_nothing_written();
}
