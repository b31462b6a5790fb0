import {
  commands,
  type DimensionRubric,
  type FieldKey,
  type ScoringResult,
  type ScoringSet,
  type TaskDetail,
} from '../../ipc/bindings';
import { isCommandError } from '../../ipc/client';
import { m } from '../../paraglide/messages';
import type { Place } from '../../state/navigation.svelte';
import { ask, report, run } from '../../state/run';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';
import { type Answers, answersOf, changedQuestion } from './answers';
import {
  back,
  begin,
  type Flow,
  forward,
  goTo,
  isOver,
  isRevealed,
  nextTask,
  taskOf,
  withoutCurrent,
} from './flow';
import { revealed, type SetKind } from './wording';

/** How many of the tasks seen last are looked at for what an undo changed. */
const LOOKED_AT = 20;

/** The scoring session: it stays when the user goes elsewhere, and ends with the workspace. */
class Scoring {
  flow = $state.raw<Flow | null>(null);
  task = $state.raw<TaskDetail | null>(null);
  result = $state.raw<ScoringResult | null>(null);
  rubric = $state.raw<readonly DimensionRubric[]>([]);
  /** Whether the user has gone elsewhere in the middle of it. */
  isPaused = $state(false);
  /** The set that the user came for: it has the keyboard when there is something in it. */
  wished: SetKind | null = null;
  /** Where leaving leads to. */
  from: Place = 'home';

  /** What the tasks of this session said when they were shown last, the newest at the end. */
  #seen = new Map<string, Answers>();
  #revision = 0;
  #queue: Promise<void> = Promise.resolve();
  #epoch = 0;

  /** Starts with a set of tasks. */
  start(set: ScoringSet): Promise<void> {
    return this.#next(async () => {
      const ids = await ask(commands.tasksToScore(set));
      if (ids) await this.#begin(ids);
    });
  }

  /** Goes through those again that still lack a score. */
  startWithSkipped(): Promise<void> {
    return this.#next(() => this.#begin(this.result?.unscoredIds ?? []));
  }

  /** Goes elsewhere: a session that is not over can be gone on with later. */
  pause(): void {
    if (!this.flow || isOver(this.flow)) this.drop();
    else this.isPaused = true;
  }

  resume(): Promise<void> {
    return this.#next(async () => {
      if (this.flow) await this.#enter(this.flow);
    });
  }

  /** Puts the session away; what was scored stays. */
  drop(): void {
    this.#epoch += 1;
    this.isPaused = false;
    this.flow = null;
    this.task = null;
    this.result = null;
    this.#seen.clear();
  }

  /** Scores the question that is asked and moves on; stays where the score could not be saved. */
  answer(score: string): void {
    this.#step(async (flow) => {
      const field = this.rubric[flow.step]?.field;
      if (!field || isOver(flow) || isRevealed(flow)) return;
      if (await this.#save(field, score)) await this.#show(forward(flow));
    });
  }

  saveWhy(taskId: string, field: FieldKey, text: string): void {
    this.#step(async (flow) => {
      if ((await this.#save(field, text, taskId)) && taskOf(flow) === taskId) await this.#show(flow);
    });
  }

  skip(): void {
    this.#step((flow) => this.#show(forward(flow)));
  }

  back(): void {
    this.#step((flow) => this.#show(back(flow)));
  }

  nextTask(): void {
    this.#step((flow) => this.#show(nextTask(flow)));
  }

  goToQuestion(question: number): void {
    this.#step((flow) => this.#show({ ...flow, step: question }));
  }

  /** Shows what an undo or redo changed, where it concerns a task of this session. */
  follow(revision: number): void {
    this.#step(async (flow) => {
      if (this.isPaused || revision <= this.#revision) return;
      this.#revision = revision;
      await this.#show(await this.#changed(flow));
    });
  }

  /** Resolves when everything asked for so far is done. */
  settled(): Promise<void> {
    return this.#queue;
  }

  async #begin(ids: readonly string[]): Promise<void> {
    this.#seen.clear();
    await this.#enter(begin(ids));
  }

  async #enter(flow: Flow): Promise<void> {
    const rubric = await ask(commands.rubric());
    if (!rubric) return;
    this.rubric = rubric;
    this.#revision = session.status?.revision ?? 0;
    await this.#show(flow);
    this.isPaused = false;
  }

  /** Loads the task of a step, and shows it with the step; passes over tasks that are gone. */
  async #show(wanted: Flow): Promise<void> {
    let flow = wanted;
    for (let id = taskOf(flow); id !== null; id = taskOf(flow)) {
      const task = await this.#load(id);
      if (task === 'failed') return;
      if (task !== 'gone') {
        this.task = task;
        this.flow = flow;
        this.#remember(task);
        if (isRevealed(flow)) toasts.announce(revealed(task));
        return;
      }
      toasts.show(m.scoring_gone());
      flow = withoutCurrent(flow);
    }
    this.result = await ask(commands.scoringResult([...flow.ids]));
    this.task = null;
    this.flow = flow;
  }

  async #load(id: string): Promise<TaskDetail | 'gone' | 'failed'> {
    try {
      return await commands.task(id);
    } catch (thrown) {
      if (isCommandError(thrown) && thrown.kind === 'not_found') return 'gone';
      report(thrown);
      return 'failed';
    }
  }

  async #save(field: FieldKey, text: string, id = this.task?.id): Promise<boolean> {
    if (id === undefined) return false;
    const outcome = await run(commands.setCell(id, field, text), { toast: 'never' });
    if (outcome) {
      this.#revision = outcome.status.revision;
      return true;
    }
    // What was pressed meanwhile was meant for the step after this one.
    this.#epoch += 1;
    if (this.flow) await this.#show(this.flow);
    return false;
  }

  #remember(task: TaskDetail): void {
    this.#seen.delete(task.id);
    this.#seen.set(task.id, answersOf(task, this.rubric));
  }

  async #changed(flow: Flow): Promise<Flow> {
    for (const [id, before] of [...this.#seen].reverse().slice(0, LOOKED_AT)) {
      const task = await this.#load(id);
      if (typeof task === 'string') continue;
      const question = changedQuestion(before, answersOf(task, this.rubric));
      if (question !== null) return goTo(flow, id, question);
    }
    return flow;
  }

  #step(step: (flow: Flow) => Promise<void>): void {
    const epoch = this.#epoch;
    void this.#next(async () => {
      if (this.flow && epoch === this.#epoch) await step(this.flow);
    });
  }

  /** Runs jobs one after another, so that keys pressed fast do not overtake each other. */
  #next(job: () => Promise<void>): Promise<void> {
    this.#queue = this.#queue.then(job, job);
    return this.#queue;
  }
}

export const scoring = new Scoring();
