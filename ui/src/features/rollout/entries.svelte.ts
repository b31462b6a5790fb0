import { SvelteMap } from 'svelte/reactivity';
import type { ActivityFieldKey } from '../../ipc/bindings';

/** What somebody typed into a field, and why it was refused; no sentence while it is on its way. */
export type Entry = { text: string; sentence: string | null };

/** Texts that the plan does not hold: they stay in their fields until they are mended or given up. */
export class Entries {
  readonly #entries = new SvelteMap<string, Entry>();

  of(activity: string, field: ActivityFieldKey): Entry | undefined {
    return this.#entries.get(`${activity} ${field}`);
  }

  put(activity: string, field: ActivityFieldKey, entry: Entry): void {
    this.#entries.set(`${activity} ${field}`, entry);
  }

  drop(activity: string, field: ActivityFieldKey): void {
    this.#entries.delete(`${activity} ${field}`);
  }

  forget(): void {
    this.#entries.clear();
  }
}
