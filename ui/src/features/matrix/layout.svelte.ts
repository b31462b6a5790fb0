import { type Arrangement, readArrangement, STANDARD } from './grid/arrangement';
import { Saving } from './saving';

/** How the sheet of the open workspace is laid out. It is kept in the workspace, and is no step that one undoes. */
class Layout {
  columns = $state.raw<Arrangement>(STANDARD);
  #workspace: string | null = null;
  #saving: Saving | null = null;

  /** Turns to a workspace: what it keeps is taken over, and every change from here on is kept there. */
  async open(
    workspace: string,
    kept: () => Promise<string | null>,
    save: (text: string) => void,
  ): Promise<void> {
    if (workspace === this.#workspace) return;
    this.#workspace = workspace;
    this.#saving = null;
    this.columns = STANDARD;
    const text = await kept();
    if (this.#workspace !== workspace) return;
    this.columns = readArrangement(parse(text).columns);
    this.#saving = new Saving(save);
  }

  arrange(columns: Arrangement): void {
    if (columns === this.columns) return;
    this.columns = columns;
    this.#saving?.put(JSON.stringify({ columns }));
  }

  /** Keeps at once what is still waiting to be kept. */
  flush(): void {
    this.#saving?.flush();
  }

  /** The workspace is closed: the next one is asked anew, even if it is the same. */
  close(): void {
    this.flush();
    this.#workspace = null;
  }
}

export const layout = new Layout();

function parse(kept: string | null): { columns?: unknown } {
  try {
    return Object(kept === null ? null : JSON.parse(kept));
  } catch {
    return {};
  }
}
