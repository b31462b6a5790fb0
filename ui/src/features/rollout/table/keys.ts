// What a key means in a cell of the table.

/** A cell waits, or somebody types in it. */
export type Mode = 'ready' | 'editing';

export type Intent =
  | { kind: 'move'; rows: number; columns: number }
  | { kind: 'page'; by: 1 | -1 }
  | { kind: 'end'; of: 'row' | 'table'; at: 'first' | 'last' }
  | { kind: 'next'; by: 1 | -1 }
  | { kind: 'edit' }
  | { kind: 'clear' }
  | { kind: 'add' }
  | { kind: 'cancel' }
  | { kind: 'leave' };

export type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export function intentOf(press: KeyPress, mode: Mode): Intent | null {
  const { key, altKey, shiftKey } = press;
  const command = press.ctrlKey || press.metaKey;
  if (altKey) return null;
  if (key === 'Enter') {
    if (command) return { kind: 'add' };
    return mode === 'ready' ? { kind: 'edit' } : { kind: 'move', rows: shiftKey ? -1 : 1, columns: 0 };
  }
  if (key === 'Tab') return { kind: 'next', by: shiftKey ? -1 : 1 };
  if (key === 'Escape') return { kind: 'cancel' };
  if (key === 'F6') return { kind: 'leave' };
  if (!command && key === 'ArrowUp') return { kind: 'move', rows: -1, columns: 0 };
  if (!command && key === 'ArrowDown') return { kind: 'move', rows: 1, columns: 0 };
  return mode === 'ready' ? whileReady(key, command) : null;
}

function whileReady(key: string, command: boolean): Intent | null {
  const of = command ? 'table' : 'row';
  switch (key) {
    case 'Home':
      return { kind: 'end', of, at: 'first' };
    case 'End':
      return { kind: 'end', of, at: 'last' };
    default:
      return command ? null : alone(key);
  }
}

function alone(key: string): Intent | null {
  switch (key) {
    case 'ArrowLeft':
      return { kind: 'move', rows: 0, columns: -1 };
    case 'ArrowRight':
      return { kind: 'move', rows: 0, columns: 1 };
    case 'PageUp':
      return { kind: 'page', by: -1 };
    case 'PageDown':
      return { kind: 'page', by: 1 };
    case 'F2':
      return { kind: 'edit' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'clear' };
    default:
      return null;
  }
}
