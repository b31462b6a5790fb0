// What is done to the plan, one thing after another, and what is said once it is done.
import { m } from '../../../paraglide/messages';
import { CommandQueue } from '../../../shared/queue';
import { Calendar, dayOf, isoOf } from './days';
import { canGrip } from './gesture';
import type { TimelineProps } from './intents';
import type { Activity, Change } from './plan';
import { toldChange } from './words';

type By = 1 | -1;

/** Says why an activity stays where it is. */
function whyFixed({ name, kind, started, done }: Activity): string {
  if (kind === 'gate' || kind === 'review') return m.timeline_fixed({ name });
  if (done !== null) return m.timeline_done({ name });
  return started === null ? m.timeline_fixed({ name }) : m.timeline_begun({ name });
}

type Intents = Pick<TimelineProps, 'plan' | 'onmove' | 'onresize' | 'onlink' | 'onunlink' | 'readonly'>;

export class Acts {
  /** The properties of the timeline, which change under it. */
  readonly #intents: () => Intents;
  readonly #say: (text: string) => void;
  /** Keys come faster than answers: each step starts from where the one before led. */
  readonly #queue = new CommandQueue();

  constructor(intents: () => Intents, say: (text: string) => void) {
    this.#intents = intents;
    this.#say = say;
  }

  change(id: string, change: Change): Promise<void> {
    return this.#queue.run(() => this.#change(id, change));
  }

  /** Moves an activity to the next working day, or the one before. */
  shift(id: string, by: By): Promise<void> {
    return this.#queue.run(async () => {
      const activity = this.#find(id);
      if (!activity || this.#intents().readonly) return;
      if (!canGrip(activity, 'move')) return this.#say(whyFixed(activity));
      const start = new Calendar(this.#intents().plan).step(dayOf(activity.start), by);
      await this.#change(id, { start: isoOf(start) });
    });
  }

  /** Makes an activity a working day longer, or shorter. */
  stretch(id: string, by: By): Promise<void> {
    return this.#queue.run(async () => {
      const activity = this.#find(id);
      if (!activity || this.#intents().readonly) return;
      if (activity.kind !== 'work') return this.#say(m.timeline_no_length({ name: activity.name }));
      if (!canGrip(activity, 'resize')) return this.#say(whyFixed(activity));
      if (activity.days + by >= 1) await this.#change(id, { days: activity.days + by });
    });
  }

  /** Makes an activity wait for another, or ends that where it does. */
  link(from: string, to: string): Promise<void> {
    return this.#queue.run(async () => {
      const [first, second] = [this.#find(from), this.#find(to)];
      if (!first || !second || first === second || this.#intents().readonly) return;
      const wasLinked = second.needs.includes(from);
      await (wasLinked ? this.#intents().onunlink(from, to) : this.#intents().onlink(from, to));
      const isLinked = this.#find(to)?.needs.includes(from) ?? false;
      const names = { name: second.name, other: first.name };
      // What was refused is said by whoever refused it.
      if (isLinked === wasLinked) return;
      this.#say(isLinked ? m.timeline_linked(names) : m.timeline_unlinked(names));
    });
  }

  async #change(id: string, change: Change): Promise<void> {
    const before = this.#intents().plan;
    await ('start' in change
      ? this.#intents().onmove(id, change.start)
      : this.#intents().onresize(id, change.days));
    this.#say(toldChange(before, this.#intents().plan, id));
  }

  #find(id: string): Activity | undefined {
    return this.#intents().plan.activities.find((activity) => activity.id === id);
  }
}
