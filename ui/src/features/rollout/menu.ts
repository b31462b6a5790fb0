import CalendarDays from '@lucide/svelte/icons/calendar-days';
import FileInput from '@lucide/svelte/icons/file-input';
import Pencil from '@lucide/svelte/icons/pencil';
import ScanEye from '@lucide/svelte/icons/scan-eye';
import Trash from '@lucide/svelte/icons/trash-2';
import { isEnabled, registry, runAction } from '../../actions/registry.svelte';
import { commands, type Plan } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import type { MenuEntry } from '../../shared/menu';
import { session } from '../../state/session.svelte';
import { rollout } from './plan.svelte';

/** Returns what can be done with a plan as a whole. */
export function planMenu(plan: Plan): MenuEntry[] {
  const enabled = session.writable;
  const item = (id: string, label: string, icon: typeof Trash, run: () => void): MenuEntry => {
    return { type: 'item', id, label, icon, enabled, run };
  };
  const baseline = ['set_baseline', ...(plan.hasBaseline ? ['remove_baseline'] : [])];
  return [
    ...fromTable(['new_plan']),
    { type: 'separator', id: 'after-new' },
    item('rename', m.rollout_rename(), Pencil, () => {
      rollout.isRenaming = true;
    }),
    item('calendar', m.rollout_calendar_open(), CalendarDays, () => {
      rollout.setting = 'calendar';
    }),
    item('windows', m.rollout_windows_open(), ScanEye, () => {
      rollout.setting = 'windows';
    }),
    ...fromTable(baseline),
    { type: 'separator', id: 'before-import' },
    item('import', m.activities_import_title(), FileInput, () => {
      rollout.setting = 'import';
    }),
    { type: 'separator', id: 'before-delete' },
    item('delete', m.rollout_delete(), Trash, () => {
      void rollout.schedule(commands.deletePlan(plan.id), 'always');
    }),
  ];
}

function fromTable(ids: string[]): MenuEntry[] {
  return ids.flatMap((id): MenuEntry[] => {
    const action = registry.find(id);
    if (!action) return [];
    const { label, icon } = action;
    return [
      { type: 'item', id, label: label(), icon, enabled: isEnabled(action), run: () => void runAction(id) },
    ];
  });
}
