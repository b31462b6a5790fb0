import { expect, test } from 'vitest';
import type { GateCondition, Review } from '../../ipc/bindings';
import { drawn, subjectOf } from './drawn';
import { activity, gate, plan } from './testing';

const condition = (holds: boolean): GateCondition => ({
  key: 'k',
  statement: '',
  holds,
  found: null,
  restsOn: null,
  mark: null,
});
const review = (number: number, more: Partial<Review> = {}): Review => ({
  kind: 'pace',
  name: 'Pace review',
  question: '',
  number,
  due: `2027-0${number}-15`,
  isLate: false,
  done: null,
  ...more,
});

test('an activity without days is a milestone, and one without a name has words for it', () => {
  const { activities } = drawn(plan({ activities: [activity('a', { days: 0, name: '' })] }));
  expect(activities[0]).toMatchObject({ kind: 'milestone', name: 'Unnamed activity', fixed: false });
});

test('what started or is done stays on the days on which it did', () => {
  const activities = [
    activity('a', { started: '2026-11-23' }),
    activity('b', { done: '2026-11-24' }),
    activity('c'),
  ];
  const fixed = drawn(plan({ activities })).activities.map((it) => it.fixed);
  expect(fixed.slice(0, 3)).toEqual([true, true, false]);
});

test('a gate stands on the last day of its phase, filled once it is passed or everything holds', () => {
  const gates = [
    gate('discovery', { standing: 'go', conditions: [condition(false)] }),
    gate('pilot', { conditions: [condition(true)] }),
    gate('expand', { conditions: [condition(true), condition(false)] }),
  ];
  const marks = drawn(plan({ activities: [], gates })).activities;
  expect(marks.map(({ id, start, held }) => [id, start, held])).toEqual([
    ['gate:discovery', '2026-12-04', true],
    ['gate:pilot', '2026-12-18', true],
    ['gate:expand', '2027-01-15', false],
  ]);
  expect(marks.every(({ fixed }) => fixed)).toBe(true);
});

test('of reviews that come back for ever, those done, those late and the next are drawn', () => {
  const done = { on: '2027-01-15', name: 'Ana', findings: '', followUps: '' };
  const reviews = [review(1, { done }), review(2, { isLate: true }), review(3), review(4)];
  const marks = drawn(plan({ activities: [], reviews })).activities;
  expect(marks.map(({ id, state }) => [id, state])).toEqual([
    ['review:pace:1', 'done'],
    ['review:pace:2', 'late'],
    ['review:pace:3', 'planned'],
  ]);
});

test('the last phase goes on', () => {
  expect(drawn(plan()).phases.at(-1)).toEqual({ key: 'govern', start: '2027-01-18', end: null });
});

test('a row is told by its name', () => {
  expect(['a', 'gate:pilot', 'review:pace:1'].map(subjectOf)).toEqual(['activity', 'gate', 'review']);
});
