import { tinykeys } from 'tinykeys';
import type { Action } from './action';

/**
 * Whether keys typed at this place belong to text. The sheet keeps its editor focused all the time:
 * while it only waits, it carries `data-keys="app"` and shortcuts with a modifier work there.
 */
function isTyping(target: EventTarget | null): boolean {
  if (!isTextField(target)) return false;
  return target.closest('[data-keys="app"]') === null;
}

function isTextField(target: EventTarget | null): target is HTMLElement {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'range', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Whether a shortcut is a character that typing would produce: never taken from a text field. */
function isCharacter(shortcut: string): boolean {
  return !/\$mod|Control|Alt|Meta|^F\d/.test(shortcut);
}

type Wiring = {
  actions: readonly Action[];
  /** Called with an id when its keys were pressed; true when it was done. */
  run: (id: string) => boolean;
  /** While true, no key acts: a dialog is open. */
  blocked: () => boolean;
};

/** Listens for the shortcuts of all actions; the returned function stops that. */
export function listenForShortcuts(target: Window | HTMLElement, wiring: Wiring): () => void {
  const bindings: Record<string, (event: KeyboardEvent) => void> = {};
  for (const action of wiring.actions) {
    if (action.keysHandledElsewhere) continue;
    for (const shortcut of action.shortcuts ?? []) {
      bindings[shortcut] = (event) => {
        if (event.defaultPrevented || event.isComposing || wiring.blocked()) return;
        if (isCharacter(shortcut) && isTextField(event.target)) return;
        if (!action.whileTyping && isTyping(event.target)) return;
        if (wiring.run(action.id)) event.preventDefault();
      };
    }
  }
  return tinykeys(target, bindings);
}

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
  ' ': 'Space',
};

/** Returns the keys of a shortcut as they are printed on the keyboard of this system. */
export function shortcutKeys(shortcut: string, isMac: boolean): string[] {
  const modifiers: Record<string, string> = isMac
    ? { $mod: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧', Meta: '⌘' }
    : { $mod: 'Ctrl', Control: 'Ctrl', Alt: 'Alt', Shift: 'Shift', Meta: 'Meta' };
  // "?" is printed on its key; that it needs Shift on some keyboards is not worth saying.
  if (shortcut === 'Shift+?') return ['?'];
  return shortcut
    .split('+')
    .map((key) => modifiers[key] ?? NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
