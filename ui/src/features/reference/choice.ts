import type { LaneKey, ReferenceTask } from '../../ipc/bindings';
import { LANES } from '../../lanes/lanes';

/** Returns the tasks under their lanes; a lane without any is left out. */
export function byLane(tasks: readonly ReferenceTask[]): { lane: LaneKey; tasks: ReferenceTask[] }[] {
  return LANES.map((lane) => ({ lane, tasks: tasks.filter((task) => task.lane === lane) })).filter(
    (group) => group.tasks.length > 0,
  );
}

/** Returns the keys of those that are not in the workspace yet. */
export function addable(tasks: readonly ReferenceTask[]): string[] {
  return tasks.filter((task) => !task.alreadyAdded).map((task) => task.key);
}

/** Returns the chosen keys with one put in or taken out. */
export function toggled(chosen: readonly string[], key: string): string[] {
  return chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key];
}
