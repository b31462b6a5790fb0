import { expect, test } from 'vitest';
import { laneShares, wholePercents } from './lanes';

test('shares of thirds add up to a hundred', () => {
  expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
});

test('no scored task gives no share, and no division by zero', () => {
  expect(wholePercents([0, 0, 0])).toEqual([0, 0, 0]);
});

test('unscored tasks do not count into the shares', () => {
  const summary = {
    total: 10,
    automate: 1,
    hybrid: 1,
    humanOnly: 2,
    unscored: 6,
    capped: 0,
    decided: 0,
    toDecideAgain: 0,
    toMend: 0,
    rejectedCells: 0,
  };
  expect(laneShares(summary).map((share) => share.percent)).toEqual([25, 25, 50]);
});
