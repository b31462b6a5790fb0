import type { WorkspaceCheck } from '../ipc/bindings';
import { m } from '../paraglide/messages';
import { figures } from '../shared/numbers';

export type Finding = { isGood: boolean; sentence: string };

/** Says in plain words what a check found: the file, its rows, its history. */
export function checkFindings(check: WorkspaceCheck): Finding[] {
  return [
    {
      isGood: check.fileIsSound,
      sentence: check.fileIsSound ? m.check_file_sound() : m.check_file_damaged(),
    },
    {
      isGood: check.damagedRows === 0,
      sentence:
        check.damagedRows === 0
          ? m.check_rows_sound({ count: check.rowsChecked })
          : m.check_rows_damaged({ count: check.damagedRows, total: check.rowsChecked }),
    },
    {
      isGood: check.chainHolds,
      sentence: check.chainHolds
        ? m.check_chain_holds({ count: check.entries })
        : m.check_chain_broken({ entry: figures(check.brokenAt ?? 1) }),
    },
  ];
}
