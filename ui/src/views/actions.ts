import Archive from '@lucide/svelte/icons/archive-restore';
import ChartScatter from '@lucide/svelte/icons/chart-scatter';
import Command from '@lucide/svelte/icons/command';
import CopyPlus from '@lucide/svelte/icons/copy-plus';
import FileBadge from '@lucide/svelte/icons/file-badge';
import FilePlus from '@lucide/svelte/icons/file-plus';
import Flag from '@lucide/svelte/icons/flag';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import HistoryIcon from '@lucide/svelte/icons/history';
import House from '@lucide/svelte/icons/house';
import Info from '@lucide/svelte/icons/info';
import Keyboard from '@lucide/svelte/icons/keyboard';
import PanelLeft from '@lucide/svelte/icons/panel-left';
import Redo from '@lucide/svelte/icons/redo-2';
import Save from '@lucide/svelte/icons/save';
import Settings from '@lucide/svelte/icons/settings';
import ShieldCheck from '@lucide/svelte/icons/shield-check';
import Table from '@lucide/svelte/icons/table-properties';
import Undo from '@lucide/svelte/icons/undo-2';
import X from '@lucide/svelte/icons/x';
import type { Action } from '../actions/action';
import { registry } from '../actions/registry.svelte';
import { cardActions } from '../features/cards/actions';
import { cards } from '../features/cards/cards.svelte';
import { columnActions } from '../features/columns/actions';
import { duplicateActions } from '../features/duplicates/actions';
import { exportActions } from '../features/export/actions';
import { historyActions } from '../features/history/actions';
import { importActions } from '../features/import/actions';
import { matrixActions } from '../features/matrix/actions';
import { matrix } from '../features/matrix/matrix.svelte';
import { portfolioActions } from '../features/portfolio/actions';
import { referenceActions } from '../features/reference/actions';
import { replaceActions } from '../features/replace/actions';
import { rolloutActions } from '../features/rollout/actions';
import { scoringActions } from '../features/scoring/actions';
import { wordingActions } from '../features/wording/actions';
import { commands, type Opening } from '../ipc/bindings';
import { m } from '../paraglide/messages';
import { finishTyping } from '../shared/typing';
import { navigation } from '../state/navigation.svelte';
import { ask, open, redo, undo } from '../state/run';
import { session } from '../state/session.svelte';
import { toasts } from '../state/toasts.svelte';

const isOpen = () => session.workspace !== null;

/** Names the step that would be taken: "Undo paste". */
function stepLabel(
  step: string | null | undefined,
  named: (inputs: { step: string }) => string,
  plain: () => string,
): string {
  return step == null ? plain() : named({ step });
}

const workspaceActions: Action[] = [
  {
    id: 'new_workspace',
    label: m.shell_new,
    group: 'workspace',
    shortcuts: ['$mod+n'],
    whileTyping: true,
    icon: FilePlus,
    run: () => openAnother(commands.newWorkspace),
  },
  {
    id: 'open_workspace',
    label: m.shell_open,
    group: 'workspace',
    shortcuts: ['$mod+o'],
    whileTyping: true,
    icon: FolderOpen,
    run: () => openAnother(commands.openWorkspace),
  },
  {
    id: 'duplicate_workspace',
    label: m.shell_duplicate,
    group: 'workspace',
    icon: CopyPlus,
    enabled: isOpen,
    run: () => open(commands.duplicateWorkspace()),
  },
  {
    id: 'save_copy',
    label: m.shell_save_copy,
    group: 'workspace',
    shortcuts: ['$mod+Shift+s'],
    icon: Save,
    enabled: isOpen,
    run: saveCopy,
  },
  {
    id: 'show_backups',
    label: m.shell_backups,
    group: 'workspace',
    icon: Archive,
    enabled: isOpen,
    run: () => navigation.show('backups'),
  },
  {
    id: 'check_workspace',
    label: m.shell_check,
    group: 'workspace',
    icon: ShieldCheck,
    enabled: isOpen,
    run: () => navigation.show('check'),
  },
  {
    id: 'close_workspace',
    label: m.shell_close,
    group: 'workspace',
    icon: X,
    enabled: isOpen,
    run: closeWorkspace,
  },
];

const editActions: Action[] = [
  {
    id: 'undo',
    label: () => stepLabel(session.status?.undo, m.shell_undo_step, m.shell_undo),
    group: 'edit',
    shortcuts: ['$mod+z'],
    icon: Undo,
    enabled: () => session.writable && session.status?.undo != null,
    run: undo,
  },
  {
    id: 'redo',
    label: () => stepLabel(session.status?.redo, m.shell_redo_step, m.shell_redo),
    group: 'edit',
    shortcuts: ['$mod+Shift+z', '$mod+y'],
    icon: Redo,
    enabled: () => session.writable && session.status?.redo != null,
    run: redo,
  },
];

/** From the matrix to a card: what a feature must not know of another is brought together here. */
const cardFromTask: Action = {
  id: 'card_from_task',
  label: m.cards_action_from_task,
  group: 'cards',
  icon: FileBadge,
  enabled: () => session.writable && navigation.place === 'matrix' && matrix.spot?.taskId != null,
  run: () => matrix.spot?.taskId && cards.make({ kind: 'task', of: matrix.spot.taskId }),
};

const goActions: Action[] = [
  {
    id: 'go_home',
    label: m.shell_go_home,
    group: 'go',
    shortcuts: ['$mod+1'],
    icon: House,
    enabled: isOpen,
    run: () => navigation.go('home'),
  },
  {
    id: 'go_matrix',
    label: m.shell_go_matrix,
    group: 'go',
    shortcuts: ['$mod+2'],
    icon: Table,
    enabled: isOpen,
    run: () => navigation.go('matrix'),
  },
  {
    id: 'go_portfolio',
    label: m.shell_go_portfolio,
    group: 'go',
    shortcuts: ['$mod+3'],
    icon: ChartScatter,
    enabled: isOpen,
    run: () => navigation.go('portfolio'),
  },
  {
    id: 'go_guardrails',
    label: m.shell_go_guardrails,
    group: 'go',
    icon: Flag,
    enabled: isOpen,
    run: () => navigation.go('guardrails'),
  },
  {
    id: 'go_history',
    label: m.shell_go_history,
    group: 'go',
    shortcuts: ['$mod+9'],
    icon: HistoryIcon,
    enabled: isOpen,
    run: () => navigation.go('history'),
  },
];

const windowActions: Action[] = [
  {
    id: 'show_palette',
    label: m.shell_palette,
    group: 'app',
    shortcuts: ['$mod+k'],
    whileTyping: true,
    icon: Command,
    run: () => navigation.show('palette'),
  },
  {
    id: 'show_shortcuts',
    label: m.shell_shortcuts,
    group: 'app',
    shortcuts: ['Shift+?', '?'],
    icon: Keyboard,
    run: () => navigation.show('shortcuts'),
  },
  {
    id: 'show_preferences',
    label: m.shell_preferences,
    group: 'app',
    shortcuts: ['$mod+,'],
    whileTyping: true,
    icon: Settings,
    run: () => navigation.show('preferences'),
  },
  {
    id: 'toggle_sidebar',
    label: () => (navigation.sidebarFolded ? m.shell_sidebar_unfold() : m.shell_sidebar_fold()),
    group: 'app',
    shortcuts: ['$mod+\\'],
    icon: PanelLeft,
    enabled: isOpen,
    run: () => {
      navigation.sidebarFolded = !navigation.sidebarFolded;
    },
  },
  {
    id: 'show_about',
    label: m.shell_about,
    group: 'app',
    icon: Info,
    run: () => navigation.show('about'),
  },
];

/** What is being typed belongs to the workspace that is open. */
function openAnother(command: () => Promise<Opening | null>): Promise<void> {
  finishTyping();
  return open(command());
}

async function saveCopy(): Promise<void> {
  const place = await ask(commands.saveCopy());
  if (place) toasts.show(m.shell_copy_saved({ place }));
}

async function closeWorkspace(): Promise<void> {
  const recents = await ask(commands.closeWorkspace());
  if (recents) session.closed(recents);
}

/** Puts together the one table of actions; a feature that is built adds its array here. */
export function registerActions(): void {
  registry.add([
    ...workspaceActions,
    ...editActions,
    ...matrixActions,
    ...scoringActions,
    ...importActions,
    ...referenceActions,
    ...exportActions,
    ...replaceActions,
    ...duplicateActions,
    ...columnActions,
    ...wordingActions,
    ...historyActions,
    ...portfolioActions,
    ...cardActions,
    cardFromTask,
    ...rolloutActions,
    ...goActions,
    ...windowActions,
  ]);
}
