// What the keyboard does to the sheet: turns intents into selection, entries and changes.
import type { Outcome } from '../../../ipc/bindings';
import type { Changes } from './changes';
import { pastedText, rangeOf } from './clipboard';
import type { Editor, EditorEvents } from './editor';
import type { Edits } from './edits';
import type { Intent } from './keys';
import { type Cell, extend, isSingle, move, type Selection, selectCell, step, widen } from './selection';
import type { Sheet } from './sheet';

export type TypingHost = {
  editor: () => Editor;
  /** Scrolls a cell into view; `fromTheStart` scrolls sideways back to the first columns. */
  reveal: (cell: Cell, fromTheStart?: boolean) => void;
  /** Whether a column stays in view while the sheet is scrolled sideways. */
  isPinned: (col: number) => boolean;
  /** Escape with nothing else to end: dismisses what is shown beside the cell; true if something was. */
  dismiss: () => boolean;
  openMenu: () => void;
  /** The menu of the active cell's column. */
  openColumnMenu: () => void;
  /** Folds the group of the active row away, or one above it out. */
  foldGroup: (by: -1 | 1) => void;
  /** Makes the active cell's column a little wider or narrower. */
  widenColumn: (by: -1 | 1) => void;
  togglePanel: () => void;
  leave: (back: boolean) => void;
  undo: () => Promise<Outcome | null>;
  redo: () => Promise<Outcome | null>;
  repaint: () => void;
  readOnly: () => boolean;
  /** The user wants to change what can only be looked at. */
  onlyReading: () => void;
  /** The user wants to change or copy what is worked out from other cells. */
  workedOut: () => void;
};

export class Typing implements EditorEvents {
  readonly #sheet: Sheet;
  readonly #edits: Edits;
  readonly #changes: Changes;
  readonly #host: TypingHost;

  constructor(sheet: Sheet, edits: Edits, changes: Changes, host: TypingHost) {
    this.#sheet = sheet;
    this.#edits = edits;
    this.#changes = changes;
    this.#host = host;
  }

  began(): boolean {
    if (this.#host.readOnly()) {
      this.#host.onlyReading();
      return false;
    }
    if (this.#sheet.activeColumn.field === null) {
      this.#host.workedOut();
      return false;
    }
    this.#sheet.gesture += 1;
    this.#sheet.outline(null);
    this.#host.reveal(this.#sheet.active);
    this.#host.repaint();
    return true;
  }

  /** Opens the active cell's text for mending. */
  mend(): void {
    if (this.#host.editor().mode !== 'ready') {
      this.#host.editor().keepMending();
      return;
    }
    if (!this.began()) return;
    this.#host.editor().mend(this.#sheet.textAt(this.#sheet.active.row, this.#sheet.activeColumn) ?? '');
    if (this.#sheet.isNewRow(this.#sheet.active.row)) this.#host.editor().element.value = '';
    this.#host.repaint();
  }

  /** Keeps an open entry. */
  finish(): void {
    const editor = this.#host.editor();
    if (editor.mode === 'ready') return;
    void this.#edits.enter(this.#sheet.active, editor.end());
    this.#host.repaint();
  }

  came(): void {
    this.#host.repaint();
  }

  left(): void {
    this.finish();
    this.#host.repaint();
  }

  pasted(event: ClipboardEvent): void {
    event.preventDefault();
    if (this.#host.readOnly()) this.#host.onlyReading();
    else if (this.#isWorkedOut) this.#host.workedOut();
    else void this.#edits.paste(this.#sheet.area, pastedText(event.clipboardData));
  }

  copied(event: ClipboardEvent, cut: boolean): void {
    event.preventDefault();
    this.#copy(cut && !this.#host.readOnly());
  }

  #copy(cut: boolean): void {
    const { area } = this.#sheet;
    if (this.#isWorkedOut) this.#host.workedOut();
    else void (cut ? this.#edits.cut(area) : this.#edits.copy(area));
  }

  intent(intent: Intent): boolean {
    switch (intent.type) {
      case 'move':
        this.finish();
        this.#go(intent.extend ? extend : move, intent.motion);
        return true;
      case 'step':
        this.finish();
        this.#goTo(step(this.#sheet.selection, intent.step, this.#sheet.extent), false);
        return true;
      case 'select':
        this.#sheet.select(widen(this.#sheet.selection, intent.whole, this.#sheet.extent));
        return true;
      case 'leave':
        this.finish();
        this.#host.leave(intent.back);
        return true;
      case 'mend':
        this.mend();
        return true;
      case 'cancel':
        return this.#cancel();
      case 'copy':
        this.#copy(false);
        return true;
      case 'menu':
        if (this.#isWholeColumn) this.#host.openColumnMenu();
        else this.#host.openMenu();
        return true;
      case 'column-menu':
        this.#host.openColumnMenu();
        return true;
      case 'fold':
        this.#host.foldGroup(intent.by);
        return true;
      case 'widen':
        this.#host.widenColumn(intent.by);
        return true;
      case 'panel':
        this.#host.togglePanel();
        return true;
      default:
        if (!this.#host.readOnly()) return this.#change(intent);
        if (intent.type === 'cut') this.#copy(false);
        this.#host.onlyReading();
        return true;
    }
  }

  /** Whether nothing of what is selected can be typed: it follows from other cells. */
  get #isWorkedOut(): boolean {
    return rangeOf(this.#sheet.area, this.#sheet.columns).fields.length === 0;
  }

  /** One column from its first task to its last, as a click on its header selects it. */
  get #isWholeColumn(): boolean {
    const { area, rows } = this.#sheet;
    const isWhole = area.top === 0 && area.bottom === rows.total - 1 && rows.total > 1;
    return isWhole && area.left === area.right;
  }

  #go(how: typeof move, motion: Parameters<typeof move>[1]): void {
    const home = motion === 'row-start' || motion === 'edge-left' || motion === 'first';
    this.#goTo(how(this.#sheet.selection, motion, this.#sheet.extent), home);
  }

  /** A pinned cell is always in view: coming to it from the side means the columns beside it too. */
  #goTo(selection: Selection, home: boolean): void {
    const { active, head } = this.#sheet.selection;
    this.#sheet.select(selection);
    const single = isSingle(selection);
    const from = single ? active.col : head.col;
    const to = single ? selection.active : selection.head;
    this.#host.reveal(to, this.#host.isPinned(to.col) && (home || from !== to.col));
  }

  #cancel(): boolean {
    const editor = this.#host.editor();
    if (editor.mode !== 'ready') {
      editor.end();
      this.#host.repaint();
      return true;
    }
    if (this.#sheet.copied) {
      this.#sheet.outline(null);
      return true;
    }
    return this.#host.dismiss();
  }

  #change(intent: Intent): boolean {
    const { area, selection } = this.#sheet;
    const count = area.bottom - area.top + 1;
    switch (intent.type) {
      case 'clear':
        if (this.#isWorkedOut) this.#host.workedOut();
        else void this.#edits.clear(area);
        return true;
      case 'cut':
        this.#copy(true);
        return true;
      case 'fill-selection':
        return this.#fillSelection();
      case 'fill-down':
        if (this.#isWorkedOut) this.#host.workedOut();
        else void this.#edits.fillDown(area);
        return true;
      case 'newline':
        if (this.#sheet.activeColumn.kind === 'notes') this.#host.editor().newline();
        return true;
      case 'insert':
        void this.#edits.insert(area.top, count);
        return true;
      case 'delete':
        void this.#edits.remove(area);
        return true;
      case 'duplicate':
        void this.#edits.duplicate(area);
        return true;
      case 'shift-rows':
        void this.#edits.moveBefore(area, intent.by < 0 ? area.top - 1 : area.bottom + 2);
        return true;
      case 'undo':
        void this.#changes.retrace(this.#host.undo);
        return true;
      case 'redo':
        void this.#changes.retrace(this.#host.redo);
        return true;
      default:
        return isSingle(selection);
    }
  }

  /** Puts what was typed into the whole selection. */
  #fillSelection(): boolean {
    const editor = this.#host.editor();
    if (editor.mode === 'ready') return true;
    const { selection, area, active } = this.#sheet;
    const text = editor.end();
    if (isSingle(selection) || this.#sheet.isNewRow(area.top)) void this.#edits.enter(active, text);
    else void this.#edits.enterEverywhere(area, text);
    this.#host.repaint();
    return true;
  }

  /** Goes to the row that makes a new task. */
  newTask(): void {
    this.finish();
    this.#sheet.select(selectCell({ row: this.#sheet.rows.total, col: this.#sheet.nameColumn }));
    this.#host.reveal(this.#sheet.active, true);
    this.#host.editor().focus();
  }
}
