import PanelRight from '@lucide/svelte/icons/panel-right-open';
import Plus from '@lucide/svelte/icons/plus';
import Search from '@lucide/svelte/icons/search';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import { tick } from 'svelte';
import type { Action } from '../../actions/action';
import { commands } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { report } from '../../state/run';
import { session } from '../../state/session.svelte';
import { show as showColumn } from './grid/arrangement';
import { layout } from './layout.svelte';
import { matrix } from './matrix.svelte';
import { nextToMend } from './mending';
import { show } from './showing';
import { cleared } from './spec';

async function goToMatrix(): Promise<void> {
  await matrix.fetchAround();
  if (navigation.place === 'matrix') return;
  navigation.go('matrix');
  await tick();
  // The sheet takes the keyboard once it has come; what is asked for here takes it after that.
  await new Promise((come) => setTimeout(come));
}

async function addTask(): Promise<void> {
  await goToMatrix();
  matrix.worksheet?.typing.newTask();
}

/** Goes round through the cells whose text was refused. */
export async function goToNextToMend(): Promise<void> {
  await goToMatrix();
  if (!matrix.worksheet) return;
  const { sheet, view } = matrix.worksheet;
  try {
    const next = () =>
      nextToMend(
        (first, count) => commands.rows(first, count),
        sheet.active,
        sheet.rows.total,
        sheet.columns,
      );
    let refused = await next();
    if (!refused) {
      // It is in a row that the view does not show.
      await show({ ...cleared(layout.spec), collapsed: [] });
      refused = await next();
    }
    if (!refused) return;
    layout.arrange(showColumn(layout.columns, refused.key));
    await tick();
    view.goTo({ row: refused.row, col: sheet.columns.placeOf(refused.key) ?? sheet.nameColumn });
  } catch (error) {
    report(error);
  }
}

async function find(): Promise<void> {
  await goToMatrix();
  matrix.findBox?.focus();
  matrix.findBox?.select();
}

async function togglePanel(): Promise<void> {
  await goToMatrix();
  matrix.togglePanel();
}

/** Keys that the sheet itself takes: listed in the shortcuts sheet, bound in the grid. */
function inSheet(id: string, label: () => string, ...shortcuts: string[]): Action {
  return {
    id,
    label,
    group: 'matrix',
    shortcuts,
    keysHandledElsewhere: true,
    enabled: () => navigation.place === 'matrix' && matrix.worksheet !== null,
    run: () => matrix.worksheet?.view.editor.focus(),
  };
}

const inWritableSheet = () => session.writable && matrix.worksheet !== null;

export const matrixActions: Action[] = [
  {
    id: 'add_task',
    label: m.matrix_action_add_task,
    group: 'matrix',
    shortcuts: ['$mod+Shift+n'],
    icon: Plus,
    enabled: () => session.writable,
    run: addTask,
  },
  {
    id: 'next_to_mend',
    label: m.matrix_action_next_to_mend,
    group: 'matrix',
    shortcuts: ['F8'],
    icon: TriangleAlert,
    enabled: () => (session.status?.summary.rejectedCells ?? 0) > 0,
    run: goToNextToMend,
  },
  {
    id: 'toggle_task_panel',
    label: m.matrix_action_panel,
    group: 'matrix',
    shortcuts: ['F4'],
    whileTyping: true,
    icon: PanelRight,
    enabled: () => session.workspace !== null,
    run: togglePanel,
  },
  {
    ...inSheet('mend_cell', m.matrix_action_mend, 'F2'),
    enabled: inWritableSheet,
    run: () => {
      matrix.worksheet?.view.editor.focus();
      matrix.worksheet?.typing.mend();
    },
  },
  onArea('fill_down', m.matrix_action_fill_down, '$mod+d', ({ edits, sheet }) => edits.fillDown(sheet.area)),
  onArea('insert_rows', m.matrix_action_insert, '$mod+Shift+Plus', ({ edits, sheet }) =>
    edits.insert(sheet.area.top, sheet.area.bottom - sheet.area.top + 1),
  ),
  onArea('duplicate_rows', m.matrix_action_duplicate_rows, '$mod+Shift+d', ({ edits, sheet }) =>
    edits.duplicate(sheet.area),
  ),
  onArea('delete_rows', m.matrix_action_delete_rows, '$mod+-', ({ edits, sheet }) =>
    edits.remove(sheet.area),
  ),
  {
    ...inSheet('set_selected', m.set_rows_action_selected),
    enabled: inWritableSheet,
    run: () => matrix.askAboutRows('set'),
  },
  {
    ...inSheet('decide_selected', m.decide_rows_action_selected),
    enabled: inWritableSheet,
    run: () => matrix.askAboutRows('decide'),
  },
  inSheet('move_rows', m.matrix_action_move_rows, 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'),
  inSheet('widen_column', m.matrix_action_widen_column, 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowRight'),
  {
    ...inSheet('column_menu', m.matrix_action_column_menu, 'Alt+ArrowDown'),
    run: () => matrix.openColumnMenu(),
  },
  {
    id: 'find_tasks',
    label: m.matrix_action_find,
    group: 'matrix',
    shortcuts: ['$mod+f'],
    whileTyping: true,
    icon: Search,
    enabled: () => (session.status?.summary.total ?? 0) > 0,
    run: find,
  },
  inSheet('fold_group', m.matrix_action_fold, 'Alt+ArrowLeft', 'Alt+ArrowRight'),
  inSheet('fill_selection', m.matrix_action_fill_selection, '$mod+Enter'),
  inSheet('select_rows', m.matrix_action_select_rows, 'Shift+ '),
  inSheet('leave_sheet', m.matrix_action_leave, 'F6'),
  {
    ...inSheet('cell_menu', m.matrix_action_menu, 'Shift+F10'),
    run: () => {
      matrix.openMenu(null);
    },
  },
];

type Sheets = NonNullable<typeof matrix.worksheet>;

function onArea(
  id: string,
  label: () => string,
  shortcut: string,
  run: (worksheet: Sheets) => unknown,
): Action {
  return {
    ...inSheet(id, label, shortcut),
    enabled: inWritableSheet,
    run: () => {
      if (!matrix.worksheet) return;
      matrix.worksheet.view.editor.focus();
      return run(matrix.worksheet);
    },
  };
}
