import { type ActivityPreview, type ActivityUse, commands } from '../../../ipc/bindings';
import { ask } from '../../../state/run';
import { rollout } from '../plan.svelte';

/** A table of activities that is being looked at. Nothing of it is in the plan yet. */
class Activities {
  /** Whether a table is asked for, or looked at. */
  isOpen = $state(false);
  preview = $state.raw<ActivityPreview | null>(null);
  busy = $state(false);

  open(): void {
    this.preview = null;
    this.isOpen = true;
  }

  async choose(plan: string): Promise<void> {
    await this.#take(commands.activitiesFile(plan));
  }

  async look(plan: string, text: string): Promise<void> {
    await this.#take(commands.activitiesText(plan, text));
  }

  sheet(place: number): Promise<void> {
    return this.#take(commands.activitiesSheet(place));
  }

  header(row: number | null): Promise<void> {
    return this.#take(commands.activitiesHeader(row));
  }

  use(column: number, used: ActivityUse | null): Promise<void> {
    return this.#take(commands.activitiesUse(column, used));
  }

  async accept(): Promise<void> {
    this.busy = true;
    const outcome = await rollout.act(commands.activitiesAccept());
    this.busy = false;
    if (outcome) this.#forget();
  }

  async cancel(): Promise<void> {
    this.#forget();
    await ask(commands.activitiesCancel());
  }

  #forget(): void {
    this.isOpen = false;
    this.preview = null;
  }

  async #take(looking: Promise<ActivityPreview | null>): Promise<void> {
    this.busy = true;
    const preview = await ask(looking);
    this.busy = false;
    if (preview) this.preview = preview;
  }
}

export const activities = new Activities();
