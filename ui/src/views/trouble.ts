import type { WayOn } from '../ipc/bindings';
import { m } from '../paraglide/messages';

/** What each way on is called on its button. */
export const WAYS = {
  try_again: m.trouble_try_again,
  restore_latest_backup: m.trouble_restore_latest_backup,
  open_read_only: m.trouble_open_read_only,
  save_copy_elsewhere: m.trouble_save_copy_elsewhere,
  open_another: m.trouble_open_another,
  close: m.trouble_close,
} satisfies Record<WayOn, () => string>;
