import { expect, test } from 'vitest';
import { type Intent, intentOf, type Mode, type Press } from './keys';

const MODIFIERS = { Ctrl: 'ctrlKey', Meta: 'metaKey', Shift: 'shiftKey', Alt: 'altKey' } as const;

function press(written: string): Press {
  const parts = written.split(' ');
  const key = parts.at(-1) ?? '';
  const event: Press = {
    key: key === 'Space' ? ' ' : key,
    code: '',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
  };
  for (const part of parts.slice(0, -1)) event[MODIFIERS[part as keyof typeof MODIFIERS]] = true;
  return event;
}

function check(written: string, mode: Mode, expected: Intent | null, mac = false) {
  expect(intentOf(press(written), mode, mac), `${written} while ${mode}`).toEqual(expected);
}

test('arrows move, with Shift they extend, with Ctrl they go to the edge', () => {
  check('ArrowDown', 'ready', { type: 'move', motion: 'down', extend: false });
  check('Shift ArrowDown', 'ready', { type: 'move', motion: 'down', extend: true });
  check('Ctrl ArrowRight', 'ready', { type: 'move', motion: 'edge-right', extend: false });
  check('Ctrl Shift ArrowUp', 'ready', { type: 'move', motion: 'edge-up', extend: true });
  check('Alt Shift ArrowUp', 'ready', { type: 'shift-rows', by: -1 });
  check('Alt Shift ArrowRight', 'ready', { type: 'widen', by: 1 });
  check('Alt ArrowDown', 'ready', { type: 'column-menu' });
  check('Alt ArrowLeft', 'ready', { type: 'fold', by: -1 });
});

test('the keys of a spreadsheet', () => {
  check('Ctrl Home', 'ready', { type: 'move', motion: 'first', extend: false });
  check('Ctrl Shift End', 'ready', { type: 'move', motion: 'last', extend: true });
  check('PageDown', 'ready', { type: 'move', motion: 'page-down', extend: false });
  check('Shift Tab', 'ready', { type: 'step', step: 'tab-back' });
  check('Ctrl a', 'ready', { type: 'select', whole: 'all' });
  check('Shift Space', 'ready', { type: 'select', whole: 'rows' });
  check('Ctrl Space', 'ready', { type: 'select', whole: 'columns' });
  check('Ctrl d', 'ready', { type: 'fill-down' });
  check('Ctrl Shift +', 'ready', { type: 'insert' });
  check('Ctrl -', 'ready', { type: 'delete' });
  check('Delete', 'ready', { type: 'clear' });
  check('F2', 'ready', { type: 'mend' });
  check('Shift F10', 'ready', { type: 'menu' });
});

test('characters and the app’s own shortcuts are left alone', () => {
  check('4', 'ready', null);
  check('?', 'ready', null);
  check('Space', 'ready', null);
  check('Ctrl k', 'ready', null);
  check('Ctrl v', 'ready', null);
  check('Alt f', 'ready', null);
});

test('an arrow ends an entry that was typed, and moves the caret in one that was opened', () => {
  check('ArrowRight', 'typing', { type: 'move', motion: 'right', extend: false });
  check('Shift ArrowRight', 'typing', null);
  check('ArrowRight', 'mending', null);
  check('Home', 'typing', null);
  check('Ctrl z', 'mending', null);
  check('Alt Enter', 'mending', { type: 'newline' });
  check('Ctrl Enter', 'typing', { type: 'fill-selection' });
  check('Enter', 'typing', { type: 'step', step: 'enter' });
  check('Escape', 'typing', { type: 'cancel' });
});

test('keys of an input method belong to it', () => {
  expect(intentOf({ ...press('Enter'), isComposing: true }, 'typing', false)).toBeNull();
  check('Process', 'ready', null);
});

test('on a Mac the command key takes the place of Ctrl', () => {
  check('Meta c', 'ready', { type: 'copy' }, true);
  check('Ctrl c', 'ready', null, true);
  check('Ctrl Space', 'ready', { type: 'select', whole: 'columns' }, true);
});
