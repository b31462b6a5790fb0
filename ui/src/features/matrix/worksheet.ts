// Builds the worksheet of an open workspace and joins it to the app: commands, messages, the screen around it.
import { commands, type Outcome, pasteCells, type RowWindow, type ViewState } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { CommandQueue } from '../../shared/queue';
import { redo, report, run, undo } from '../../state/run';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';
import { fitColumn, moveColumn, resizeColumn, widenColumn } from './arranging';
import { Changes, type Said } from './grid/changes';
import { Editor } from './grid/editor';
import { type Backend, Edits } from './grid/edits';
import { Sheet } from './grid/sheet';
import { Typing } from './grid/typing';
import { SheetView, type ViewHost } from './grid/view';

export type Surroundings = Pick<ViewHost, 'icons' | 'id' | 'description' | 'changed'> & {
  mac: boolean;
  readOnly: () => boolean;
  dismiss: () => boolean;
  /** Opens the menu at a point of the window, or at the active cell. */
  menu: (at: { x: number; y: number } | null) => void;
  /** Opens the menu of a column. */
  columnMenu: (col: number) => void;
  /** Folds the rows under a heading away, or out again. */
  toggleGroup: (heading: number) => void;
  foldGroup: (by: -1 | 1) => void;
  openPanel: () => void;
  togglePanel: () => void;
  leave: (back: boolean) => void;
};

export type Worksheet = {
  sheet: Sheet;
  edits: Edits;
  changes: Changes;
  typing: Typing;
  view: SheetView;
  stop: () => void;
};

export function openWorksheet(
  scroller: HTMLElement,
  shown: ViewState | undefined,
  around: Surroundings,
  known?: RowWindow,
): Worksheet {
  let view: SheetView | null = null;
  const sheet = new Sheet(
    (first, count) => commands.rows(first, count),
    shown?.shown ?? 0,
    {
      changed: () => view?.schedule(),
      failed: report,
    },
    known,
    shown?.groups,
  );
  const changes = new Changes(sheet, new CommandQueue(), {
    run: (change: Promise<Outcome>, said: Said) => run(change, { toast: said }),
    failed: report,
    copied: (count) => toasts.announce(m.matrix_copied({ count })),
  });
  const edits = new Edits(sheet, { ...commands, pasteCells } satisfies Backend, changes);
  const typing: Typing = new Typing(sheet, edits, changes, {
    editor: () => started.editor,
    reveal: (cell, fromTheStart) => started.reveal(cell, fromTheStart),
    dismiss: around.dismiss,
    isPinned: (col) => started.isPinned(col),
    openMenu: () => around.menu(null),
    openColumnMenu: () => around.columnMenu(sheet.active.col),
    foldGroup: around.foldGroup,
    widenColumn: (by) => widenColumn({ sheet, view: started }, sheet.active.col, by),
    togglePanel: around.togglePanel,
    leave: around.leave,
    undo,
    redo,
    repaint: () => started.schedule(),
    readOnly: around.readOnly,
    onlyReading: () => {
      if (session.workspace?.readOnly) toasts.show(session.workspace.readOnly);
    },
    workedOut: () => void toasts.show(m.matrix_worked_out()),
  });
  const started: SheetView = new SheetView(
    sheet,
    edits,
    (gridId) => new Editor(typing, gridId, around.mac),
    scroller,
    around,
  );
  view = started;
  const stop = started.start({
    openTask: (row) => {
      started.goTo({ row, col: sheet.active.col });
      around.openPanel();
    },
    menu: (x, y) => around.menu({ x, y }),
    mend: () => typing.mend(),
    finishEntry: () => typing.finish(),
    columns: {
      resize: (col, width) => resizeColumn({ sheet, view: started }, col, width),
      fit: (col) => fitColumn({ sheet, view: started }, col),
      move: (col, before) => moveColumn({ sheet, view: started }, col, before),
      menu: around.columnMenu,
    },
    toggleGroup: around.toggleGroup,
  });
  return { sheet, edits, changes, typing, view: started, stop };
}
