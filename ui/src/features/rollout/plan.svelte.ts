import {
  type ActivityFieldKey,
  commands,
  type Outcome,
  type Plan,
  type PlanLine,
  type PlanSetup,
  type TemplateKey,
} from '../../ipc/bindings';
import { CommandQueue } from '../../shared/queue';
import { navigation } from '../../state/navigation.svelte';
import { ask, run } from '../../state/run';
import { session } from '../../state/session.svelte';
import { Entries } from './entries.svelte';
import type { Zoom } from './timeline/plan';

/** The pages of a plan. */
export const PAGES = ['timeline', 'table', 'gates', 'pilots', 'reviews', 'people'] as const;
export type Page = (typeof PAGES)[number];

/** What is done about a plan in a dialog of its own. */
type Setting = 'calendar' | 'windows' | 'export' | 'import';

/** What the parts of the screen of plans share. */
class Rollout {
  plans = $state.raw<readonly PlanLine[] | null>(null);
  plan = $state.raw<Plan | null>(null);
  /** The plan that should be shown and has no schedule, with the sentence that says why. */
  unplannable = $state.raw<{ plan: PlanLine; sentence: string } | null>(null);
  page = $state<Page>('timeline');
  /** The activity that is selected, on the timeline and in the table alike. */
  selected = $state<string | null>(null);
  zoom = $state<Zoom>('month');
  /** Whether the panel of the selected activity is open. */
  hasPanel = $state(false);
  isRenaming = $state(false);
  setting = $state<Setting | null>(null);
  /** What the last thing that was asked of the timeline was refused with. */
  refusal = $state<string | null>(null);
  /** What a new plan starts from, unless somebody says otherwise. */
  template = $state<TemplateKey>('playbook');
  /** An activity to bring into view, once the timeline is there. */
  wanted = $state<string | null>(null);
  readonly entries = new Entries();
  /** What is typed and what is added are changes in the order in which they were made, also for undo. */
  readonly #queue = new CommandQueue();
  #id: string | null = null;
  #loading: { of: string; done: Promise<void> } | null = null;
  #asked = 0;

  /** Fetches the list and the plan that is shown; the newest one where that is gone. */
  load(): Promise<void> {
    const of = `${session.status?.revision} ${this.#id}`;
    if (this.#loading?.of === of) return this.#loading.done;
    const done = this.#fetch().finally(() => {
      if (this.#loading?.done === done) this.#loading = null;
    });
    this.#loading = { of, done };
    return done;
  }

  async #fetch(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const plans = await ask(commands.plans());
    const shown = plans?.find(({ id }) => id === this.#id) ?? plans?.at(-1);
    const sentences: string[] = [];
    const plan = shown ? await ask(commands.plan(shown.id), (sentence) => sentences.push(sentence)) : null;
    const sentence = sentences[0];
    // A later question was asked since, and its answer is the one to show.
    if (!plans || asked !== this.#asked) return;
    this.#id = shown?.id ?? null;
    this.plans = plans;
    this.plan = plan;
    this.unplannable = shown && sentence !== undefined ? { plan: shown, sentence } : null;
  }

  async show(id: string): Promise<void> {
    this.#id = id;
    this.selected = null;
    this.refusal = null;
    this.isRenaming = false;
    await this.load();
  }

  /** Changes the plan that is shown, and resolves once it shows the change. A refusal goes to who asked. */
  async act(
    change: Promise<Outcome>,
    refused?: (sentence: string) => void,
    toast: 'auto' | 'always' = 'auto',
  ): Promise<Outcome | null> {
    const outcome = await run(change, { beyondTasks: true, toast, ...(refused && { refused }) });
    await this.load();
    return outcome;
  }

  /** Changes the plan as a whole, or says above it why it stays as it is. */
  async schedule(change: Promise<Outcome>, toast: 'auto' | 'always' = 'auto'): Promise<Outcome | null> {
    this.refusal = null;
    return await this.act(
      change,
      (sentence) => {
        this.refusal = sentence;
      },
      toast,
    );
  }

  /** Puts a text into a field; what is refused is kept there with its sentence. */
  async enter(activity: string, field: ActivityFieldKey, text: string): Promise<boolean> {
    const { plan } = this;
    if (!plan) return false;
    this.entries.put(activity, field, { text, sentence: null });
    let sentence: string | null = null;
    const outcome = await this.#queue.run(() =>
      this.act(commands.enterActivity(plan.id, activity, field, text), (refused) => {
        sentence = refused;
      }),
    );
    if (sentence !== null) this.entries.put(activity, field, { text, sentence });
    else if (this.entries.of(activity, field)?.text === text) this.entries.drop(activity, field);
    return outcome !== null;
  }

  /** Adds an activity after the one that is selected, or at the end of the first phase, and selects it. */
  async add(name = '', after: string | null = this.selected): Promise<string | null> {
    const { plan } = this;
    if (!plan) return null;
    const last = plan.activities.find(({ id }) => id === after);
    const phase =
      last?.phase ?? plan.phases.find(({ key }) => after?.endsWith(`:${key}`))?.key ?? 'discovery';
    let made: string | null = null;
    await this.#queue.run(() => {
      const adding = commands.addActivity(plan.id, phase, last?.id ?? null, name).then((part) => {
        made = part.id;
        return part.outcome;
      });
      return this.schedule(adding);
    });
    if (made !== null) this.selected = made;
    return made;
  }

  async remove(id: string): Promise<void> {
    const { plan } = this;
    if (!plan) return;
    if (await this.schedule(commands.deleteActivities(plan.id, [id]), 'always')) this.selected = null;
  }

  /** Lays out a plan and shows it. */
  async make(setup: PlanSetup, refused: (sentence: string) => void): Promise<boolean> {
    let id = '';
    const making = commands.makePlan(setup).then((made) => {
      id = made.id;
      return made.outcome;
    });
    if (!(await run(making, { beyondTasks: true, toast: 'always', refused }))) return false;
    this.page = 'timeline';
    this.hasPanel = false;
    await this.show(id);
    navigation.go('rollout');
    return true;
  }

  /** Goes to an activity on the timeline. */
  goTo(activity: string): void {
    this.page = 'timeline';
    this.selected = activity;
    this.hasPanel = true;
    this.wanted = activity;
  }

  /** Another workspace has other plans. */
  drop(): void {
    this.#id = null;
    this.#loading = null;
    this.#asked += 1;
    this.plans = null;
    this.plan = null;
    this.unplannable = null;
    this.selected = null;
    this.page = 'timeline';
    this.refusal = null;
    this.setting = null;
    this.hasPanel = false;
    this.entries.forget();
  }
}

export const rollout = new Rollout();
