import type { Activity, Plan } from './plan';

export function activity(id: string, more: Partial<Activity> = {}): Activity {
  const start = more.start ?? '2026-12-07';
  return {
    id,
    phase: 'pilot',
    kind: 'work',
    name: `Activity ${id}`,
    owner: 'Ops',
    start,
    end: more.end ?? start,
    days: 1,
    needs: [],
    baseline: null,
    started: null,
    done: null,
    critical: false,
    state: 'planned',
    held: false,
    fixed: false,
    ...more,
  };
}

export function plan(activities: Activity[], more: Partial<Plan> = {}): Plan {
  return {
    start: '2026-11-02',
    end: '2027-01-22',
    today: '2026-11-25',
    workdays: [true, true, true, true, true, false, false],
    holidays: [{ day: '2026-12-25', name: 'Christmas Day' }],
    windows: [],
    phases: [
      { key: 'discovery', start: '2026-11-02', end: '2026-12-04' },
      { key: 'pilot', start: '2026-12-07', end: null },
    ],
    activities,
    ...more,
  };
}
