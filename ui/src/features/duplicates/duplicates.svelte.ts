import { commands, type DuplicateGroup, type Duplicates } from '../../ipc/bindings';
import { ask } from '../../state/run';

/** The groups that the user left as they are, for as long as the window is open. */
const left = new Set<string>();

const keyOf = ({ ids }: DuplicateGroup) => ids.join();

/** The groups of duplicates, one of which is looked at. */
export class Finder {
  found = $state.raw<Duplicates | null>(null);
  groups = $state.raw<readonly DuplicateGroup[]>([]);
  place = $state(0);
  readonly group = $derived(this.groups[this.place] ?? null);

  /** Looks again, and stays at the place of a group that is gone. */
  async look(): Promise<void> {
    const found = await ask(commands.findDuplicates());
    if (!found) return;
    this.found = found;
    this.#stand(found.groups);
  }

  turn(by: -1 | 1): void {
    this.place = Math.min(Math.max(this.place + by, 0), Math.max(this.groups.length - 1, 0));
  }

  /** Says that a group is no duplicates; it is not shown again until the window is closed. */
  leave(group: DuplicateGroup): void {
    left.add(keyOf(group));
    this.#stand(this.groups);
  }

  #stand(groups: readonly DuplicateGroup[]): void {
    this.groups = groups.filter((group) => !left.has(keyOf(group)));
    this.place = Math.min(this.place, Math.max(this.groups.length - 1, 0));
  }
}
