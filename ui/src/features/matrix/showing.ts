// Has the tasks shown in another way, in turn with the changes that are on their way.
import { commands, type Status, type ViewSpec, type Workspace } from '../../ipc/bindings';
import { ask } from '../../state/run';
import { session } from '../../state/session.svelte';
import { selectCell } from './grid/selection';
import { layout } from './layout.svelte';
import { matrix } from './matrix.svelte';
import { isSameView, PLAIN_VIEW, toggleGroup } from './spec';

/** Shows a view; the task in which the user is stays the one, wherever its row goes. */
export async function show(spec: ViewSpec): Promise<void> {
  layout.show(spec);
  await showAgain();
}

/** Works the view out again: rows that were changed go where they belong now. */
export async function showAgain(): Promise<void> {
  const { worksheet } = matrix;
  if (!worksheet) {
    takeOver(await ask(commands.showView(layout.spec)));
    return;
  }
  const { sheet, changes } = worksheet;
  const id = sheet.activeRow()?.id;
  const { gesture } = sheet;
  const found = await changes.inTurn(async () => {
    const status = await commands.showView(layout.spec);
    return { status, row: id === undefined ? null : (await commands.task(id)).row };
  });
  takeOver(found?.status ?? null);
  if (found && found.row !== null && sheet.gesture === gesture)
    sheet.look(selectCell({ row: found.row, col: sheet.active.col }));
}

function takeOver(status: Status | null): void {
  if (!status) return;
  session.stands(status);
  matrix.worksheet?.sheet.stand(status.view);
}

export function toggleGroupAt(heading: number): void {
  const group = matrix.worksheet?.sheet.groups[heading];
  if (group) void show(toggleGroup(layout.spec, group.label));
}

/** Folds the group of the active row away, or the one above it out again. */
export function foldGroup(by: -1 | 1): void {
  const sheet = matrix.worksheet?.sheet;
  if (!sheet) return;
  const heading = sheet.lines.headingOf(sheet.active.row);
  const group = heading === null ? undefined : sheet.groups[heading];
  if (!group || heading === null) return;
  // A row stands under its own group; only where that holds none is the group above the row another one.
  const above = sheet.groups.findLastIndex(({ collapsed }, index) => index < heading && collapsed);
  if (group.collapsed === by > 0) toggleGroupAt(heading);
  else if (by > 0 && above >= 0) toggleGroupAt(above);
}

export function foldAll(folded: boolean): void {
  const groups = matrix.worksheet?.sheet.groups ?? [];
  void show({ ...layout.spec, collapsed: folded ? groups.map(({ label }) => label) : [] });
}

/** Keeps a layout in the workspace. Like any other change it is safe once the status bar says so. */
async function keep(text: string): Promise<void> {
  session.pending += 1;
  await ask(commands.saveLayout(text));
  session.pending -= 1;
}

/** The opening whose layout was taken over. */
let begun: number | null = null;

/** Lays the sheet of a workspace out as it was left, once each time that it is opened. */
export async function begin(workspace: Workspace): Promise<void> {
  const { opening } = workspace;
  if (opening === begun) return;
  begun = opening;
  layout.open({ kept: workspace.layout, save: (text) => void keep(text) });
  const { shown, all, groups } = workspace.status.view;
  const isShown = isSameView(layout.spec, PLAIN_VIEW) && shown === all && groups.length === 0;
  if (begun === opening && !isShown) await showAgain();
}
