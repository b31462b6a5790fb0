// What there is to say about a decision.
import type { Decision } from '../ipc/bindings';
import { m } from '../paraglide/messages';
import { laneName } from './lanes';

export type DecisionWords = { what: string; warning: string | null };

/** Returns who decided what and when, and what there is to look at again. */
export function decisionWords({ lane, by, at, until, state, scores }: Decision): DecisionWords {
  const name = laneName(lane);
  const when = new Date(at).toLocaleDateString(undefined, { dateStyle: 'medium' });
  const who = by || m.decision_somebody();
  const what =
    until === null
      ? m.decision_made({ who, when, lane: name })
      : m.decision_made_until({ who, when, lane: name, until: calendarDay(until) });
  switch (state) {
    case 'holds':
      return { what, warning: null };
    case 'stale':
      return { what, warning: m.decision_stale({ scores: scores.map((score) => score ?? '–').join(', ') }) };
    case 'expired':
      return { what, warning: m.decision_expired() };
  }
}

function calendarDay(day: string): string {
  return new Date(day).toLocaleDateString(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
}
