// What can be done with the selected cells.
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Copy from '@lucide/svelte/icons/copy';
import CopyPlus from '@lucide/svelte/icons/copy-plus';
import Eraser from '@lucide/svelte/icons/eraser';
import ListChecks from '@lucide/svelte/icons/list-checks';
import PanelRight from '@lucide/svelte/icons/panel-right-open';
import Scissors from '@lucide/svelte/icons/scissors';
import Trash from '@lucide/svelte/icons/trash-2';
import UserCheck from '@lucide/svelte/icons/user-check';
import { m } from '../../paraglide/messages';
import type { MenuEntry } from '../../shared/menu';
import { rangeOf } from './grid/clipboard';
import { matrix } from './matrix.svelte';
import type { Worksheet } from './worksheet';

type Item = MenuEntry & { type: 'item' };

export function cellMenu(
  { sheet, edits }: Worksheet,
  writable: boolean,
  keysOf: (shortcut: string) => string[],
): MenuEntry[] {
  const { area } = sheet;
  const count = area.bottom - area.top + 1;
  const onTasks = !sheet.isNewRow(area.top);
  const hasFields = rangeOf(area, sheet.columns).fields.length > 0;
  const item = (
    id: string,
    label: string,
    enabled: boolean,
    run: () => unknown,
    { icon, shortcut }: { icon?: Item['icon']; shortcut?: string } = {},
  ): Item => ({
    type: 'item',
    id,
    label,
    enabled,
    run: () => void run(),
    icon,
    keys: shortcut === undefined ? undefined : keysOf(shortcut),
  });
  const separator = (id: string): MenuEntry => ({ type: 'separator', id });
  const change = writable && onTasks;
  return [
    item(
      'open',
      m.matrix_action_open_task(),
      onTasks,
      () => {
        matrix.panelOpen = true;
      },
      { icon: PanelRight, shortcut: 'F4' },
    ),
    separator('before-clipboard'),
    item('cut', m.matrix_action_cut(), change && hasFields, () => edits.cut(area), {
      icon: Scissors,
      shortcut: '$mod+x',
    }),
    item('copy', m.matrix_action_copy(), onTasks && hasFields, () => edits.copy(area), {
      icon: Copy,
      shortcut: '$mod+c',
    }),
    item('paste', m.matrix_action_paste(), writable && hasFields, () => edits.pasteFromClipboard(area), {
      icon: ClipboardPaste,
      shortcut: '$mod+v',
    }),
    item('clear', m.matrix_action_clear(), change && hasFields, () => edits.clear(area), {
      icon: Eraser,
      shortcut: 'Delete',
    }),
    item('fill', m.matrix_action_fill_down(), change && hasFields, () => edits.fillDown(area), {
      shortcut: '$mod+d',
    }),
    separator('before-many'),
    item('set', m.set_rows_action({ count }), change, () => matrix.askAboutRows('set'), {
      icon: ListChecks,
    }),
    item('decide', m.decide_rows_action({ count }), change, () => matrix.askAboutRows('decide'), {
      icon: UserCheck,
    }),
    separator('before-rows'),
    item('above', m.matrix_action_insert_above({ count }), writable, () => edits.insert(area.top, count), {
      shortcut: '$mod+Shift+Plus',
    }),
    item('below', m.matrix_action_insert_below({ count }), change, () =>
      edits.insert(area.bottom + 1, count),
    ),
    item('duplicate', m.matrix_action_duplicate({ count }), change, () => edits.duplicate(area), {
      icon: CopyPlus,
      shortcut: '$mod+Shift+d',
    }),
    item(
      'up',
      m.matrix_action_move_up(),
      change && area.top > 0,
      () => edits.moveBefore(area, area.top - 1),
      { shortcut: 'Alt+Shift+ArrowUp' },
    ),
    item(
      'down',
      m.matrix_action_move_down(),
      change && area.bottom + 1 < sheet.rows.total,
      () => edits.moveBefore(area, area.bottom + 2),
      { shortcut: 'Alt+Shift+ArrowDown' },
    ),
    separator('before-delete'),
    item('delete', m.matrix_action_delete({ count }), change, () => edits.remove(area), {
      icon: Trash,
      shortcut: '$mod+-',
    }),
  ];
}
