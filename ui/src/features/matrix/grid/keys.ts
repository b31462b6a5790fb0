// What a key means in the worksheet: a pure function from a key press to an intent.
import type { Motion, Step, Whole } from './selection';

export type Press = {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
  isComposing: boolean;
};

/** `ready`: nothing typed yet. `typing`: the text replaces the cell's. `mending`: the cell's text is edited in place. */
export type Mode = 'ready' | 'typing' | 'mending';

export type Intent =
  | { type: 'move'; motion: Motion; extend: boolean }
  | { type: 'step'; step: Step }
  | { type: 'select'; whole: Whole }
  | { type: 'shift-rows'; by: -1 | 1 }
  | { type: 'widen'; by: -1 | 1 }
  | { type: 'fold'; by: -1 | 1 }
  | { type: 'leave'; back: boolean }
  | { type: Plain };

type Plain =
  | 'mend'
  | 'cancel'
  | 'clear'
  | 'fill-selection'
  | 'fill-down'
  | 'newline'
  | 'copy'
  | 'cut'
  | 'insert'
  | 'delete'
  | 'duplicate'
  | 'menu'
  | 'column-menu'
  | 'panel'
  | 'undo'
  | 'redo';

const ARROWS: Record<string, 'up' | 'down' | 'left' | 'right'> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Returns what a key asks of the sheet, or nothing where it belongs to the text field or to the app. */
export function intentOf(press: Press, mode: Mode, mac: boolean): Intent | null {
  if (press.isComposing || press.key === 'Process' || press.key === 'Unidentified') return null;
  return mode === 'ready'
    ? inSheet(press, mac)
    : (inText(press, mac) ?? (mode === 'typing' ? whileTyping(press) : null));
}

function inText(press: Press, mac: boolean): Intent | null {
  const { key, altKey, shiftKey } = press;
  const command = mac ? press.metaKey : press.ctrlKey;
  if (key === 'Escape') return { type: 'cancel' };
  if (key === 'Tab') return { type: 'step', step: shiftKey ? 'tab-back' : 'tab' };
  if (key === 'F6') return { type: 'leave', back: shiftKey };
  if (key !== 'Enter') return null;
  if (command) return { type: 'fill-selection' };
  if (altKey) return { type: 'newline' };
  return { type: 'step', step: shiftKey ? 'enter-back' : 'enter' };
}

/** Right after typing, an arrow finishes the entry and moves on, as in a spreadsheet. */
function whileTyping(press: Press): Intent | null {
  if (press.key === 'F2') return { type: 'mend' };
  if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return null;
  const arrow = ARROWS[press.key];
  return arrow ? { type: 'move', motion: arrow, extend: false } : null;
}

function inSheet(press: Press, mac: boolean): Intent | null {
  const { key, shiftKey, altKey } = press;
  const command = mac ? press.metaKey : press.ctrlKey;
  const arrow = ARROWS[key];
  if (arrow) {
    if (altKey) return command ? null : withAlt(arrow, shiftKey);
    return { type: 'move', motion: command ? `edge-${arrow}` : arrow, extend: shiftKey };
  }
  if (command) return withCommand(press);
  if (press.ctrlKey && key === ' ') return { type: 'select', whole: 'columns' };
  if (altKey) return null;
  return plain(key, shiftKey);
}

function withAlt(arrow: 'up' | 'down' | 'left' | 'right', shift: boolean): Intent | null {
  const by = arrow === 'up' || arrow === 'left' ? -1 : 1;
  const isVertical = arrow === 'up' || arrow === 'down';
  if (shift) return { type: isVertical ? 'shift-rows' : 'widen', by };
  if (isVertical) return by > 0 ? { type: 'column-menu' } : null;
  return { type: 'fold', by };
}

function plain(key: string, shift: boolean): Intent | null {
  switch (key) {
    case 'Home':
      return { type: 'move', motion: 'row-start', extend: shift };
    case 'End':
      return { type: 'move', motion: 'row-end', extend: shift };
    case 'PageUp':
      return { type: 'move', motion: 'page-up', extend: shift };
    case 'PageDown':
      return { type: 'move', motion: 'page-down', extend: shift };
    case 'Enter':
      return { type: 'step', step: shift ? 'enter-back' : 'enter' };
    case 'Tab':
      return { type: 'step', step: shift ? 'tab-back' : 'tab' };
    case 'F2':
      return { type: 'mend' };
    case 'F4':
      return { type: 'panel' };
    case 'F6':
      return { type: 'leave', back: shift };
    case 'F10':
      return shift ? { type: 'menu' } : null;
    case 'ContextMenu':
      return { type: 'menu' };
    case 'Escape':
      return { type: 'cancel' };
    case 'Delete':
    case 'Backspace':
      return { type: 'clear' };
    case ' ':
      return shift ? { type: 'select', whole: 'rows' } : null;
    default:
      return null;
  }
}

function withCommand({ key, code, shiftKey, altKey }: Press): Intent | null {
  if (altKey) return null;
  switch (key) {
    case 'Home':
      return { type: 'move', motion: 'first', extend: shiftKey };
    case 'End':
      return { type: 'move', motion: 'last', extend: shiftKey };
    case ' ':
      return { type: 'select', whole: shiftKey ? 'all' : 'columns' };
    case 'Enter':
      return { type: 'fill-selection' };
    default:
      break;
  }
  if (shiftKey && (key === '+' || key === '=' || code === 'Equal' || code === 'NumpadAdd'))
    return { type: 'insert' };
  if (!shiftKey && (key === '-' || code === 'NumpadSubtract')) return { type: 'delete' };
  const letter = key.toLowerCase();
  if (shiftKey) return letter === 'd' ? { type: 'duplicate' } : letter === 'z' ? { type: 'redo' } : null;
  switch (letter) {
    case 'a':
      return { type: 'select', whole: 'all' };
    case 'c':
      return { type: 'copy' };
    case 'x':
      return { type: 'cut' };
    case 'd':
      return { type: 'fill-down' };
    case 'z':
      return { type: 'undo' };
    case 'y':
      return { type: 'redo' };
    default:
      return null;
  }
}
