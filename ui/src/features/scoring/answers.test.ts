import { expect, test } from 'vitest';
import { rubric, taskDetail } from '../../../tests/fixtures';
import { answersOf, changedQuestion } from './answers';

const before = answersOf(taskDetail({ predictability: '5', impact_of_error: '4' }), rubric());

function changed(fields: Parameters<typeof taskDetail>[0]) {
  return changedQuestion(before, answersOf(taskDetail(fields), rubric()));
}

test('another score and another reason both lead to their question', () => {
  expect(changed({ predictability: '5', impact_of_error: '2' })).toBe(1);
  expect(changed({ predictability: '5', impact_of_error: '4', why_predictability: 'A form' })).toBe(0);
});

test('a score that was taken away is a change too', () => {
  expect(changed({ predictability: '5' })).toBe(1);
});

test('what is no answer does not count', () => {
  expect(changed({ predictability: '5', impact_of_error: '4', name: 'Renamed' })).toBeNull();
});
