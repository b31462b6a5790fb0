// How far an automation is switched on: what each state is called, what it means, and the button that leads there.
import type { AutomationEvent, AutomationKey } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';

export const STATES = {
  off: { word: m.automation_off, means: m.automation_off_means, ask: m.automation_ask_off },
  shadow: { word: m.automation_shadow, means: m.automation_shadow_means, ask: m.automation_ask_shadow },
  reviewed: {
    word: m.automation_reviewed,
    means: m.automation_reviewed_means,
    ask: m.automation_ask_reviewed,
  },
  active: { word: m.automation_active, means: m.automation_active_means, ask: m.automation_ask_active },
  paused: { word: m.automation_paused, means: m.automation_paused_means, ask: m.automation_ask_paused },
} satisfies Record<AutomationKey, { word: () => string; means: () => string; ask: () => string }>;

/** The way from off to active. Paused lies beside it. */
export const WAY = ['off', 'shadow', 'reviewed', 'active'] as const satisfies readonly AutomationKey[];

/** Returns who switched it to what: "Ana: Shadow". */
export function toldEvent({ name, state }: AutomationEvent): string {
  return m.automation_event({ name, state: STATES[state].word() });
}
