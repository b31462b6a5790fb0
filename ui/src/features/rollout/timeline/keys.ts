// What a key means on a row of the timeline.

export type Intent =
  | { kind: 'go'; by: number }
  | { kind: 'end'; of: 'first' | 'last' }
  | { kind: 'page'; by: 1 | -1 }
  | { kind: 'scroll'; by: 1 | -1 }
  | { kind: 'shift'; by: 1 | -1 }
  | { kind: 'stretch'; by: 1 | -1 }
  | { kind: 'link' }
  | { kind: 'enter' }
  | { kind: 'select' }
  | { kind: 'today' }
  | { kind: 'leave' };

export type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>;

export function intentOf({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyPress): Intent | null {
  if (ctrlKey || metaKey) return null;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const by = key === 'ArrowLeft' ? -1 : 1;
    if (altKey) return { kind: shiftKey ? 'stretch' : 'shift', by };
    return shiftKey ? null : { kind: 'scroll', by };
  }
  if (altKey) return null;
  switch (key) {
    case 'ArrowUp':
      return { kind: 'go', by: -1 };
    case 'ArrowDown':
      return { kind: 'go', by: 1 };
    case 'PageUp':
      return { kind: 'page', by: -1 };
    case 'PageDown':
      return { kind: 'page', by: 1 };
    case 'Home':
      return { kind: 'end', of: 'first' };
    case 'End':
      return { kind: 'end', of: 'last' };
    case 'Enter':
      return { kind: 'enter' };
    case ' ':
      return { kind: 'select' };
    case 'Escape':
      return { kind: 'leave' };
    case 'l':
    case 'L':
      return { kind: 'link' };
    case 't':
    case 'T':
      return { kind: 'today' };
    default:
      return null;
  }
}
