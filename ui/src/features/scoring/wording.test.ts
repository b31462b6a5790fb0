import { expect, test } from 'vitest';
import { taskDetail } from '../../../tests/fixtures';
import type { ScoringSets } from '../../ipc/bindings';
import { offers, revealed } from './wording';

const sets: ScoringSets = {
  total: 20,
  unscored: 6,
  topByVolume: 3,
  withoutVolume: 17,
  shown: 20,
  selected: 0,
};

function about(kind: string, changes: Partial<ScoringSets> = {}): string | undefined {
  return offers({ ...sets, ...changes }).find((offer) => offer.kind === kind)?.about;
}

test('the busiest say how many tasks have no volume', () => {
  expect(about('top_by_volume')).toContain('17 tasks have no monthly volume');
  expect(about('top_by_volume', { withoutVolume: 0 })).not.toContain('volume and');
});

test('an empty set says why it is empty', () => {
  expect(about('rows')).toBe('No row is selected in the matrix.');
  expect(about('top_by_volume', { topByVolume: 0 })).toContain('No task has a monthly volume');
  expect(about('unscored', { total: 0, unscored: 0 })).toBe('There are no tasks yet.');
});

test('a lane is read out with its task and sum, and a missing one with what it needs', () => {
  expect(revealed(taskDetail({ name: 'Triage' }, { lane: 'automate', composite: 17 }))).toBe(
    'Triage: Automate, 17 of 20',
  );
  expect(revealed(taskDetail())).toBe('Task without a name: no lane yet. Needs all four scores');
});
