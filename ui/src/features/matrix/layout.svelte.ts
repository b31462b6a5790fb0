import type { CustomColumn, ViewSpec } from '../../ipc/bindings';
import { Saving } from '../../shared/saving';
import { type Arrangement, readArrangement, STANDARD } from './grid/arrangement';
import { type Column, customColumn, STANDARD_COLUMNS } from './grid/columns';
import { PLAIN_VIEW, readSpec } from './spec';

/** A saved view as it is kept: what it shows, and how its columns stand. */
export type Arranged = { spec: ViewSpec; columns: Arrangement };

/** Where the layout of a workspace is kept. */
type Keeping = { kept: string | null; save: (text: string) => void };

/** How the sheet of the open workspace is laid out. It is kept in the workspace, and is no step that one undoes. */
class Layout {
  /** All columns that there are, in their standard order. */
  known = $state.raw<readonly Column[]>(STANDARD_COLUMNS);
  columns = $state.raw<Arrangement>(STANDARD);
  spec = $state.raw<ViewSpec>(PLAIN_VIEW);
  /** The saved view that was chosen; none for all tasks. */
  viewId = $state.raw<string | null>(null);
  /** How the columns stand while no saved view is chosen. */
  #own: Arrangement = STANDARD;
  #custom = '[]';
  #saving: Saving | null = null;

  /** Turns to a workspace: what it keeps is taken over, and every change from here on is kept there. */
  open({ kept, save }: Keeping): void {
    this.#take(kept);
    this.#saving = new Saving(save);
  }

  #take(text: string | null): void {
    const { columns, own, spec, viewId } = parse(text);
    this.columns = readArrangement(columns);
    this.#own = readArrangement(own);
    this.spec = { ...readSpec(spec), text: '' };
    this.viewId = typeof viewId === 'string' ? viewId : null;
  }

  /** Takes over the columns that the organisation added. */
  add(custom: readonly CustomColumn[]): void {
    const text = JSON.stringify(custom);
    if (text === this.#custom) return;
    this.#custom = text;
    this.known = [...STANDARD_COLUMNS, ...custom.map(customColumn)];
  }

  /** Returns a column by its key; nothing for one that is gone. */
  columnOf(key: string | null): Column | undefined {
    return this.known.find((column) => column.key === key);
  }

  arrange(columns: Arrangement): void {
    if (columns === this.columns) return;
    this.columns = columns;
    if (this.viewId === null) this.#own = columns;
    this.#keep();
  }

  show(spec: ViewSpec): void {
    this.spec = spec;
    this.#keep();
  }

  /** Takes over a saved view, or goes back to all tasks. */
  choose(view: (Arranged & { id: string }) | null): void {
    this.viewId = view?.id ?? null;
    this.columns = view?.columns ?? this.#own;
    this.show(view?.spec ?? PLAIN_VIEW);
  }

  /** The view was saved as it stands, or is saved no more. */
  name(viewId: string | null): void {
    this.viewId = viewId;
    this.#keep();
  }

  #keep(): void {
    const { columns, spec, viewId } = this;
    this.#saving?.put(JSON.stringify({ columns, own: this.#own, spec, viewId }));
  }

  /** Keeps at once what is still waiting to be kept. */
  flush(): void {
    this.#saving?.flush();
  }
}

export const layout = new Layout();

export function textOf({ spec, columns }: Arranged): string {
  return JSON.stringify({ spec: { ...spec, text: '', collapsed: [] }, columns });
}

export function readArranged(text: string): Arranged {
  const { spec, columns } = parse(text);
  return { spec: readSpec(spec), columns: readArrangement(columns) };
}

function parse(text: string | null): Record<string, unknown> {
  try {
    return Object(text === null ? null : JSON.parse(text));
  } catch {
    return {};
  }
}
