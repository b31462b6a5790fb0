import type { Action, Group } from './action';
import { GROUPS } from './action';

/** The one table of actions. Each part of the app adds its own when the window starts. */
class Registry {
  actions = $state.raw<readonly Action[]>([]);

  add(actions: readonly Action[]): void {
    const ids = new Set(actions.map((action) => action.id));
    this.actions = [...this.actions.filter((action) => !ids.has(action.id)), ...actions];
  }

  find(id: string): Action | undefined {
    return this.actions.find((action) => action.id === id);
  }
}

export const registry = new Registry();

export function isEnabled(action: Action): boolean {
  return action.enabled?.() ?? true;
}

/** Does it if it can be done now, and says whether it did. */
export function runAction(id: string): boolean {
  const action = registry.find(id);
  if (!action || !isEnabled(action)) return false;
  void action.run();
  return true;
}

export function byGroup(actions: readonly Action[]): { group: Group; actions: Action[] }[] {
  return GROUPS.map((group) => ({
    group,
    actions: actions.filter((action) => action.group === group),
  })).filter((entry) => entry.actions.length > 0);
}
