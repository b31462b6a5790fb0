import {
  commands,
  type FileDropped,
  type ImportAdjustment,
  type ImportPreview,
  type ImportRow,
  type ImportTextChoice,
} from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { ask, open, run } from '../../state/run';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';
import { PAGE } from './pages';

const AS_FOUND: ImportTextChoice = { encoding: null, delimiter: null };

/** The import that is being prepared: what the reader found and which part of it is on the screen. */
class Importing {
  preview = $state.raw<ImportPreview | null>(null);
  rows = $state.raw<ImportRow[]>([]);
  page = $state(0);
  onlyProblems = $state(false);
  busy = $state(false);
  #readAs: ImportTextChoice = AS_FOUND;
  /** Answers to an older question are dropped. */
  #asked = 0;

  get shownRows(): number {
    if (!this.preview) return 0;
    return this.onlyProblems ? this.preview.rowsWithProblems : this.preview.rows;
  }

  async begin(reading: Promise<ImportPreview | null>): Promise<boolean> {
    const preview = await ask(reading);
    if (!preview) return false;
    toasts.dismissFailures();
    this.#readAs = AS_FOUND;
    navigation.go('import');
    await this.#take(preview);
    return true;
  }

  async adjust(adjustment: ImportAdjustment): Promise<void> {
    this.busy = true;
    const preview = await ask(commands.importAdjust(adjustment));
    this.busy = false;
    if (preview) await this.#take(preview);
  }

  /** What was chosen once stays chosen; what was not is found anew. */
  async reread(choice: Partial<ImportTextChoice>): Promise<void> {
    this.#readAs = { ...this.#readAs, ...choice };
    this.busy = true;
    const preview = await ask(commands.importReread(this.#readAs));
    this.busy = false;
    if (preview) await this.#take(preview);
  }

  async turnTo(page: number): Promise<void> {
    this.page = page;
    const asked = ++this.#asked;
    const rows = await ask(commands.importRows(page * PAGE, PAGE, this.onlyProblems));
    if (rows && asked === this.#asked) this.rows = rows;
  }

  showOnlyProblems(only: boolean): Promise<void> {
    this.onlyProblems = only;
    return this.turnTo(0);
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

  async #take(preview: ImportPreview): Promise<void> {
    this.preview = preview;
    if (preview.rowsWithProblems === 0) this.onlyProblems = false;
    await this.turnTo(0);
  }

  #forget(): void {
    this.preview = null;
    this.rows = [];
    this.onlyProblems = false;
  }
}

export const importing = new Importing();

export function importDroppedFile(file: FileDropped): void {
  if (file.isWorkspace) void open(commands.openDropped(file.dropId));
  else if (session.writable) void importing.begin(commands.importDropped(file.dropId));
  else toasts.show(m.import_drop_needs_workspace({ file: file.fileName }));
}
