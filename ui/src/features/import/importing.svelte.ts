import {
  commands,
  type FileDropped,
  type ImportAdjustment,
  type ImportAnswer,
  type ImportChoice,
  type ImportFilter,
  type ImportPreview,
  type ImportRow,
  type ImportRule,
  type ImportTextChoice,
} from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { ask, open, run } from '../../state/run';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';
import { shownRows } from './mapping';
import { PAGE } from './pages';

const AS_FOUND: ImportTextChoice = { encoding: null, delimiter: null };

/** The import that is being prepared: what the reader found and which part of it is on the screen. */
class Importing {
  preview = $state.raw<ImportPreview | null>(null);
  rows = $state.raw<ImportRow[]>([]);
  page = $state(0);
  filter = $state<ImportFilter>('all');
  busy = $state(false);
  #readAs: ImportTextChoice = AS_FOUND;
  /** Answers to an older question are dropped. */
  #asked = 0;

  get shownRows(): number {
    return this.preview ? shownRows(this.preview.counts, this.filter) : 0;
  }

  async begin(reading: Promise<ImportPreview | null>): Promise<boolean> {
    const preview = await ask(reading);
    if (!preview) return false;
    toasts.dismissFailures();
    this.#readAs = AS_FOUND;
    this.filter = 'all';
    navigation.go('import');
    await this.#take(preview, 0);
    return true;
  }

  adjust(adjustment: ImportAdjustment): Promise<void> {
    return this.#change(commands.importAdjust(adjustment), 0);
  }

  answer(column: number, answer: ImportAnswer): Promise<void> {
    return this.#change(commands.importAnswer(column, answer));
  }

  mend(row: number, column: number, text: string): Promise<void> {
    return this.#change(commands.importMend(row, column, text));
  }

  rule(rule: ImportRule): Promise<void> {
    return this.#change(commands.importRule(rule));
  }

  choose(row: number, choice: ImportChoice): Promise<void> {
    return this.#change(commands.importChoose(row, choice));
  }

  show(filter: ImportFilter): Promise<void> {
    this.filter = filter;
    return this.turnTo(0);
  }

  /** What was chosen once stays chosen; what was not is found anew. */
  async reread(choice: Partial<ImportTextChoice>): Promise<void> {
    this.#readAs = { ...this.#readAs, ...choice };
    await this.#change(commands.importReread(this.#readAs), 0);
  }

  async turnTo(page: number): Promise<void> {
    this.page = page;
    const asked = ++this.#asked;
    const rows = await ask(commands.importRows(page * PAGE, PAGE, this.filter));
    if (rows && asked === this.#asked) this.rows = rows;
  }

  async saveProblems(): Promise<void> {
    const file = await ask(commands.importProblems());
    if (file) toasts.show(m.import_problems_saved({ file }));
  }

  async accept(): Promise<void> {
    this.busy = true;
    const outcome = await run(commands.importAccept(), { toast: 'always' });
    this.busy = false;
    if (!outcome) return;
    this.#forget();
    navigation.go('matrix');
  }

  async cancel(): Promise<void> {
    this.#forget();
    navigation.go(session.status?.summary.total ? 'matrix' : 'home');
    await ask(commands.importCancel());
  }

  /** Another workspace was opened, or none is open any more. */
  drop(): void {
    if (this.preview) void this.cancel();
  }

  async #change(change: Promise<ImportPreview>, page = this.page): Promise<void> {
    this.busy = true;
    const preview = await ask(change);
    this.busy = false;
    if (preview) await this.#take(preview, page);
  }

  async #take(preview: ImportPreview, page: number): Promise<void> {
    this.preview = preview;
    if (this.shownRows === 0) this.filter = 'all';
    const isThere = page * PAGE < this.shownRows;
    await this.turnTo(isThere ? page : 0);
  }

  #forget(): void {
    this.preview = null;
    this.rows = [];
    this.filter = 'all';
  }
}

export const importing = new Importing();

export function importDroppedFile(file: FileDropped): void {
  if (file.isWorkspace) void open(commands.openDropped(file.dropId));
  else if (session.writable) void importing.begin(commands.importDropped(file.dropId));
  else toasts.show(m.import_drop_needs_workspace({ file: file.fileName }));
}
