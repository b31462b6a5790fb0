// The plan as the timeline takes it: gates and reviews become marks among the activities.
import type { Gate, Plan, Review } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import type { Activity, Plan as Drawn } from './timeline/plan';
import { phaseName } from './timeline/words';

const GATE = 'gate:';
const REVIEW = 'review:';

/** What a row of the timeline is about. */
export type Subject = 'activity' | 'gate' | 'review';

export function subjectOf(id: string): Subject {
  if (id.startsWith(GATE)) return 'gate';
  return id.startsWith(REVIEW) ? 'review' : 'activity';
}

export function drawn(plan: Plan): Drawn {
  return {
    start: plan.start,
    end: plan.end,
    today: plan.today,
    workdays: plan.weekdays,
    holidays: plan.holidays,
    windows: plan.windows,
    phases: plan.phases.map(({ key, start, gate }) => ({ key, start, end: key === 'govern' ? null : gate })),
    activities: [
      ...plan.activities.map(
        ({
          id,
          phase,
          name,
          owner,
          start,
          end,
          days,
          needs,
          baseline,
          started,
          done,
          ...rest
        }): Activity => ({
          id,
          phase,
          kind: days === 0 ? 'milestone' : 'work',
          name: name || m.rollout_unnamed(),
          owner,
          start,
          end,
          days,
          needs,
          baseline,
          started,
          done,
          critical: rest.isCritical,
          state: rest.progress,
          held: false,
          fixed: started !== null || done !== null,
        }),
      ),
      ...plan.gates.flatMap((gate) => gateMark(gate, plan) ?? []),
      ...nextReviews(plan.reviews).map(reviewMark),
    ],
  };
}

function gateMark(gate: Gate, plan: Plan): Activity | null {
  const day = plan.phases.find(({ key }) => key === gate.phase)?.gate;
  if (day === undefined) return null;
  const isGone = gate.standing === 'go';
  const isLate = plan.due.some(({ kind, of, isLate }) => kind === 'gate' && of === gate.phase && isLate);
  return {
    ...mark(GATE + gate.phase, day),
    phase: gate.phase,
    kind: 'gate',
    name: m.rollout_gate_of({ phase: phaseName(gate.phase) }),
    state: isGone ? 'done' : isLate ? 'late' : 'planned',
    held: isGone || gate.conditions.every(({ holds }) => holds),
  };
}

/** Reviews go on for ever: of each kind, those done, those late and the next one are drawn. */
function nextReviews(reviews: readonly Review[]): Review[] {
  const ahead = new Set<string>();
  return reviews.filter(({ kind, isLate, done }) => {
    if (isLate || done) return true;
    const isNext = !ahead.has(kind);
    ahead.add(kind);
    return isNext;
  });
}

function reviewMark({ kind, number, name, due, isLate, done }: Review): Activity {
  return {
    ...mark(`${REVIEW}${kind}:${number}`, due),
    phase: 'govern',
    kind: 'review',
    name,
    done: done?.on ?? null,
    state: done ? 'done' : isLate ? 'late' : 'planned',
    held: done !== null,
  };
}

function mark(id: string, day: string): Omit<Activity, 'phase' | 'kind' | 'name' | 'state' | 'held'> {
  return {
    id,
    owner: '',
    start: day,
    end: day,
    days: 0,
    needs: [],
    baseline: null,
    started: null,
    done: null,
    critical: false,
    fixed: true,
  };
}
