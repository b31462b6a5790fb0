import { type CommandError, commands, type Opening, type Outcome } from '../ipc/bindings';
import { isCommandError } from '../ipc/client';
import { m } from '../paraglide/messages';
import { copyText } from '../shared/copy';
import { firstFrame } from './firstFrame.svelte';
import { session } from './session.svelte';
import { toasts } from './toasts.svelte';

export type RunOptions = {
  /** `auto` shows a toast for what touched several cells or was refused; a single edit is only announced. */
  toast?: 'auto' | 'always' | 'never';
  /** Whether the toast offers Undo; undo and redo themselves do not. */
  undoable?: boolean;
  /** Whether the change is to something else than tasks, whose count then says nothing. */
  beyondTasks?: boolean;
  /** Takes the sentence of a refusal, to be said beside what was refused. */
  refused?: (sentence: string) => void;
};

/** Waits for a change, takes over where the workspace stands now, and says what happened. */
export async function run(change: Promise<Outcome>, options: RunOptions = {}): Promise<Outcome | null> {
  session.pending += 1;
  try {
    const outcome = await change;
    session.changed(outcome);
    tell(outcome, options);
    return outcome;
  } catch (thrown) {
    if (options.refused && isCommandError(thrown) && thrown.kind === 'refused')
      options.refused(thrown.message);
    else report(thrown);
    return null;
  } finally {
    session.pending -= 1;
  }
}

/**
 * Waits for a command that changes no task; null when it failed, which has then been said. `refused` takes the
 * sentence of a refusal, to be said where the answer would stand.
 */
export async function ask<Answer>(
  command: Promise<Answer>,
  refused?: (sentence: string) => void,
): Promise<Answer | null> {
  try {
    return await command;
  } catch (thrown) {
    if (refused && isCommandError(thrown) && thrown.kind === 'refused') refused(thrown.message);
    else report(thrown);
    return null;
  }
}

/** Asks for what the first frame does not show, once that is on the screen. */
export async function askLater<Answer>(command: () => Promise<Answer>): Promise<Answer | null> {
  await firstFrame.over;
  return ask(command());
}

/** Waits for a workspace to open; null means that the user closed the dialog. */
export async function open(command: Promise<Opening | null>): Promise<void> {
  const opening = await ask(command);
  if (opening) session.opened(opening);
}

export function undo(): Promise<Outcome | null> {
  return run(commands.undo(), { toast: 'always', undoable: false });
}

export function redo(): Promise<Outcome | null> {
  return run(commands.redo(), { toast: 'always', undoable: false });
}

function tell(outcome: Outcome, { toast = 'auto', undoable = true, beyondTasks }: RunOptions): void {
  const worthAToast = outcome.changed > 1 || outcome.refusedCount > 0;
  if (toast === 'never' || (toast === 'auto' && !worthAToast)) {
    if (outcome.sentence) toasts.announce(outcome.sentence);
    return;
  }
  const canUndo = undoable && (beyondTasks || outcome.changed > 0) && outcome.status.undo !== null;
  toasts.show(outcome.sentence, {
    revision: canUndo ? outcome.status.revision : null,
    button: canUndo ? { label: m.toast_undo(), run: () => void undo() } : null,
  });
}

/** Says what went wrong; a fault of the page itself goes on to the error screen. */
export function report(thrown: unknown): void {
  if (!isCommandError(thrown)) throw thrown;
  switch (thrown.kind) {
    case 'cancelled':
      return;
    case 'nothing_to_undo':
      toasts.show(m.error_nothing_to_undo());
      return;
    case 'no_workspace':
      session.workspace = null;
      toasts.show(m.error_no_workspace());
      return;
    case 'internal':
      toasts.show(m.error_internal(), { tone: 'failure', button: copyDetails(thrown) });
      return;
    case 'changed_elsewhere':
    case 'file_gone':
      // The screen of the trouble says it too.
      if (session.trouble === null) toasts.show(thrown.message, { tone: 'failure' });
      return;
    case 'read_only':
    case 'disk_full':
    case 'not_found':
    case 'refused':
    case 'unreadable':
      toasts.show(thrown.message, { tone: 'failure' });
  }
}

function copyDetails(error: CommandError) {
  return { label: m.error_copy_details(), run: () => void copyText(error.message) };
}
