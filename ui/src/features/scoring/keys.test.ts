import { expect, test } from 'vitest';
import { QUESTIONS } from './flow';
import { intentOf } from './keys';

type Held = Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing', boolean>>;

function intent(key: string, step = 0, held: Held = {}) {
  return intentOf({ key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, ...held }, step);
}

test('1 to 5 answer, and no other digit does', () => {
  expect(['1', '5'].map((key) => intent(key))).toEqual([
    { kind: 'answer', score: '1' },
    { kind: 'answer', score: '5' },
  ]);
  expect(['0', '6', '9'].map((key) => intent(key))).toEqual([null, null, null]);
});

test('letters work in either case', () => {
  expect(['s', 'S', 'w', 'W', 'n'].map((key) => intent(key)?.kind)).toEqual([
    'skip',
    'skip',
    'why',
    'why',
    'next_task',
  ]);
});

test('arrows go back and on, and up and down the answers', () => {
  expect(intent('ArrowLeft')).toEqual({ kind: 'back' });
  expect(intent('Backspace')).toEqual({ kind: 'back' });
  expect(intent('ArrowRight')).toEqual({ kind: 'skip' });
  expect(intent('ArrowUp')).toEqual({ kind: 'walk', by: -1 });
});

test('once the lane is shown, digits no longer answer', () => {
  expect(intent('4', QUESTIONS)).toBeNull();
  expect(intent('w', QUESTIONS)).toBeNull();
  expect(intent('ArrowRight', QUESTIONS)).toEqual({ kind: 'skip' });
});

test('a key with a modifier, or in the middle of a character, belongs to someone else', () => {
  expect(intent('s', 0, { ctrlKey: true })).toBeNull();
  expect(intent('1', 0, { altKey: true })).toBeNull();
  expect(intent('n', 0, { isComposing: true })).toBeNull();
});
