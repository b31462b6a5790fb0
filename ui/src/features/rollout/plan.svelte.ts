import { commands, type Outcome, type Plan, type PlanLine } from '../../ipc/bindings';
import { ask, run } from '../../state/run';

/** The pages of a plan. */
export const PAGES = ['timeline', 'table', 'gates', 'pilots', 'reviews', 'people'] as const;
export type Page = (typeof PAGES)[number];

/** What the parts of the screen of plans share. */
class Rollout {
  plans = $state.raw<readonly PlanLine[] | null>(null);
  plan = $state.raw<Plan | null>(null);
  page = $state<Page>('timeline');
  /** The activity that is selected, on the timeline and in the table alike. */
  selected = $state<string | null>(null);
  #id: string | null = null;

  /** Fetches the list and the plan that is shown; the newest one where that is gone. */
  async load(): Promise<void> {
    const plans = await ask(commands.plans());
    if (!plans) return;
    const shown = plans.find(({ id }) => id === this.#id) ?? plans.at(-1);
    this.#id = shown?.id ?? null;
    const plan = shown ? await ask(commands.plan(shown.id)) : null;
    this.plans = plans;
    this.plan = plan;
  }

  async show(id: string): Promise<void> {
    this.#id = id;
    this.selected = null;
    await this.load();
  }

  /** Changes the plan that is shown, and resolves once it shows the change. A refusal goes to who asked. */
  async act(change: Promise<Outcome>, refused?: (sentence: string) => void): Promise<Outcome | null> {
    const outcome = await run(change, refused ? { beyondTasks: true, refused } : { beyondTasks: true });
    await this.load();
    return outcome;
  }

  /** Another workspace has other plans. */
  drop(): void {
    this.#id = null;
    this.plans = null;
    this.plan = null;
    this.selected = null;
    this.page = 'timeline';
  }
}

export const rollout = new Rollout();
