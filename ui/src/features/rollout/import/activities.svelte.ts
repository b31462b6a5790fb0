import { type ActivityPreview, type ActivityUse, commands } from '../../../ipc/bindings';
import { ask } from '../../../state/run';
import { rollout } from '../plan.svelte';

/** A table of activities that is being looked at. Nothing of it is in the plan yet. */
class Activities {
  preview = $state.raw<ActivityPreview | null>(null);
  busy = $state(false);

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

  /** Takes the table over; whether that was done. */
  async accept(): Promise<boolean> {
    this.busy = true;
    const outcome = await rollout.schedule(commands.activitiesAccept(), 'always');
    this.busy = false;
    if (outcome) this.preview = null;
    return outcome !== null;
  }

  async cancel(): Promise<void> {
    this.preview = null;
    await ask(commands.activitiesCancel());
  }

  async #take(looking: Promise<ActivityPreview | null>): Promise<void> {
    this.busy = true;
    const preview = await ask(looking);
    this.busy = false;
    if (preview) this.preview = preview;
  }
}

export const activities = new Activities();
