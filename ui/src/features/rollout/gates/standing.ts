// What a gate says about where it stands, and what can be decided at it.
import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CirclePause from '@lucide/svelte/icons/circle-pause';
import CircleStop from '@lucide/svelte/icons/circle-stop';
import TriangleAlert from '@lucide/svelte/icons/triangle-alert';
import type { Component } from 'svelte';
import type { Decided, Gate, GateStandingKey, GateVerdictKey, PhaseKey } from '../../../ipc/bindings';
import { m } from '../../../paraglide/messages';

export const STANDINGS = {
  open: CircleDot,
  ready: CircleCheck,
  go: CircleCheck,
  hold: CirclePause,
  stop: CircleStop,
  stale: TriangleAlert,
} satisfies Record<GateStandingKey, Component>;

/** What can be decided: the button that opens its form, the one that does it, and what its reason is called. */
export const VERDICTS = {
  go: { ask: m.gate_ask_go, verb: m.gate_do_go, reason: m.gate_reason_go },
  hold: { ask: m.gate_ask_hold, verb: m.gate_do_hold, reason: m.gate_reason_hold },
  stop: { ask: m.gate_ask_stop, verb: m.gate_do_stop, reason: m.gate_reason_stop },
} satisfies Record<GateVerdictKey, { ask: () => string; verb: () => string; reason: () => string }>;

export const VERDICT_KEYS = ['go', 'hold', 'stop'] as const satisfies readonly GateVerdictKey[];

/** Returns where a gate stands, in a few words. */
export function standingWords({ standing, conditions, open, decided }: Gate): string {
  switch (standing) {
    case 'open':
      return m.gate_open({ holding: conditions.length - open, all: conditions.length });
    case 'ready':
      return m.gate_ready();
    case 'stale':
      return m.gate_stale();
    case 'go':
      return decided && decided.open > 0 ? m.gate_go_open({ count: decided.open }) : m.gate_go();
    case 'hold':
      return m.gate_hold();
    case 'stop':
      return m.gate_stop();
  }
}

/** Returns who decided what: "Ana, Head of Marketing, decided: go with 2 open". */
export function toldDecision({ verdict, name, role, open }: Decided): string {
  const who = role ? m.gate_who({ name, role }) : name;
  const told = {
    go: () => (open > 0 ? m.gate_decided_go_open({ who, count: open }) : m.gate_decided_go({ who })),
    hold: () => m.gate_decided_hold({ who }),
    stop: () => m.gate_decided_stop({ who }),
  };
  return told[verdict]();
}

/** Returns the gate that is looked at first: the first that nobody let pass. */
export function firstToPass(gates: readonly Gate[]): PhaseKey | null {
  return (gates.find((gate) => gate.standing !== 'go') ?? gates.at(-1))?.phase ?? null;
}
