import type { Activity, Gate, Plan } from '../../ipc/bindings';

export function activity(id: string, more: Partial<Activity> = {}): Activity {
  return {
    id,
    phase: 'pilot',
    name: `Activity ${id}`,
    owner: 'Ops',
    start: '2026-12-07',
    end: '2026-12-08',
    days: 2,
    isHeld: false,
    needs: [],
    baseline: null,
    started: null,
    done: null,
    note: '',
    slack: 3,
    isCritical: false,
    progress: 'planned',
    ...more,
  };
}

export function gate(phase: Gate['phase'], more: Partial<Gate> = {}): Gate {
  return { phase, standing: 'open', conditions: [], open: 0, decided: null, contentHash: '', ...more };
}

export function plan(more: Partial<Plan> = {}): Plan {
  const span = { name: '', lasts: '1 week', days: 5, isOutside: false };
  return {
    id: 'plan',
    name: 'Rollout',
    isExample: false,
    start: '2026-11-30',
    end: '2027-01-29',
    today: '2026-12-01',
    weekdays: [true, true, true, true, true, false, false],
    holidays: [],
    phases: [
      { ...span, key: 'discovery', start: '2026-11-30', gate: '2026-12-04' },
      { ...span, key: 'pilot', start: '2026-12-07', gate: '2026-12-18' },
      { ...span, key: 'expand', start: '2026-12-21', gate: '2027-01-15' },
      { ...span, key: 'govern', start: '2027-01-18', gate: '2027-01-29' },
    ],
    activities: [activity('a', { phase: 'discovery' }), activity('b', { needs: ['a'] })],
    gates: [],
    pilots: [],
    reviews: [],
    windows: [],
    objections: [],
    due: [],
    hasBaseline: false,
    ...more,
  };
}
