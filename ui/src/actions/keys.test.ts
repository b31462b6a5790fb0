import { afterEach, expect, test, vi } from 'vitest';
import type { Action } from './action';
import { listenForShortcuts, shortcutKeys } from './keys';

const done = vi.fn((_id: string) => true);
let stop = () => {};

function listen(changes: Partial<Action>, blocked = false) {
  const action: Action = { id: 'x', label: () => 'X', group: 'app', run: () => {}, ...changes };
  stop = listenForShortcuts(window, { actions: [action], run: done, blocked: () => blocked });
}

function press(key: string, target: EventTarget = document.body, ctrlKey = false) {
  const event = new KeyboardEvent('keydown', { key, ctrlKey, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
  return event;
}

function field(attributes: Record<string, string> = {}) {
  const input = document.createElement('input');
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  document.body.append(input);
  return input;
}

afterEach(() => {
  stop();
  done.mockClear();
  document.body.replaceChildren();
});

test('a shortcut acts and keeps the browser from acting', () => {
  listen({ shortcuts: ['$mod+z'] });
  expect(press('z', document.body, true).defaultPrevented).toBe(true);
  expect(done).toHaveBeenCalledWith('x');
});

test('undo in a text field belongs to the text', () => {
  listen({ shortcuts: ['$mod+z'] });
  press('z', field(), true);
  expect(done).not.toHaveBeenCalled();
});

test('the waiting editor of the sheet lets shortcuts through, but keeps what is typed', () => {
  listen({ shortcuts: ['$mod+z', '?'] });
  const editor = field({ 'data-keys': 'app' });
  press('?', editor);
  expect(done).not.toHaveBeenCalled();
  press('z', editor, true);
  expect(done).toHaveBeenCalledOnce();
});

test('some shortcuts also work while typing', () => {
  listen({ shortcuts: ['$mod+k'], whileTyping: true });
  press('k', field(), true);
  expect(done).toHaveBeenCalledOnce();
});

test('nothing acts under an open dialog, or where a part took the key already', () => {
  listen({ shortcuts: ['$mod+z'] }, true);
  press('z', document.body, true);
  expect(done).not.toHaveBeenCalled();
});

test('keys that another part handles are only listed', () => {
  listen({ shortcuts: ['$mod+d'], keysHandledElsewhere: true });
  press('d', document.body, true);
  expect(done).not.toHaveBeenCalled();
});

test('keys are written as they are printed on the keyboard', () => {
  expect(shortcutKeys('$mod+Shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(shortcutKeys('$mod+Shift+z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(shortcutKeys('Shift+?', false)).toEqual(['?']);
});
