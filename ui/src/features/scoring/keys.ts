// What the keys mean while one scores.
import { QUESTIONS } from './flow';

export type Intent =
  | { kind: 'answer'; score: string }
  | { kind: 'walk'; by: 1 | -1 }
  | { kind: 'back' | 'skip' | 'next_task' | 'why' | 'leave' };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

const SCORES = ['1', '2', '3', '4', '5'];

/** Returns what a key asks for outside of text fields; nothing where it belongs to someone else. */
export function intentOf({ key, ctrlKey, metaKey, altKey, isComposing }: Key, step: number): Intent | null {
  if (ctrlKey || metaKey || altKey || isComposing) return null;
  if (key === 'Escape') return { kind: 'leave' };
  if (key === 'Backspace' || key === 'ArrowLeft') return { kind: 'back' };
  if (key.toLowerCase() === 'n') return { kind: 'next_task' };
  if (step === QUESTIONS) return key === 'ArrowRight' ? { kind: 'skip' } : null;
  if (SCORES.includes(key)) return { kind: 'answer', score: key };
  switch (key.toLowerCase()) {
    case 's':
    case 'arrowright':
      return { kind: 'skip' };
    case 'w':
      return { kind: 'why' };
    case 'arrowup':
      return { kind: 'walk', by: -1 };
    case 'arrowdown':
      return { kind: 'walk', by: 1 };
    default:
      return null;
  }
}
