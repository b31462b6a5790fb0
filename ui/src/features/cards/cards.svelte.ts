import { type CardForm, type CardSource, commands, type Outcome, type TakenCard } from '../../ipc/bindings';
import { navigation } from '../../state/navigation.svelte';
import { ask, run } from '../../state/run';
import { Editor } from './editor.svelte';

/** A page of the editor: what is missing, a section of the form, the versions, the approval. */
export const MISSING = 'missing';
export const VERSIONS = 'versions';
export const APPROVAL = 'approval';

/** What the parts of the screen of cards share. */
class Cards {
  form = $state.raw<CardForm | null>(null);
  page = $state<string>(MISSING);
  hasPreview = $state(true);
  /** A card that was just taken from a file, of which there is something to tell. */
  taken = $state.raw<TakenCard | null>(null);
  /** A card with a text that was refused keeps it while the workspace is open. */
  readonly #left = new Map<string, Editor>();

  async load(): Promise<void> {
    this.form ??= await ask(commands.cardForm());
  }

  show(id: string | null): void {
    navigation.card = id;
    this.page = MISSING;
  }

  editor(id: string): Editor {
    const editor = this.#left.get(id) ?? new Editor(id);
    this.#left.set(id, editor);
    return editor;
  }

  /** Sends what waits in an editor that is left. */
  leave(editor: Editor): void {
    editor.flush();
    if (!editor.hasRefusals) this.#left.delete(editor.id);
  }

  /** Makes a card and opens it. */
  async make(source: CardSource): Promise<Outcome | null> {
    let id = '';
    const making = commands.addCard(source).then((made) => {
      id = made.id;
      return made.outcome;
    });
    const outcome = await run(making, { toast: 'always', beyondTasks: true });
    if (outcome) {
      this.show(id);
      navigation.go('cards');
    }
    return outcome;
  }

  /** Takes a card from a file that the user chooses, and opens it. */
  async take(): Promise<boolean> {
    const taken = await ask(commands.importCard());
    if (!taken) return false;
    await run(Promise.resolve(taken.outcome), { toast: 'always', beyondTasks: true });
    this.show(taken.id);
    this.taken = taken.kept.length > 0 ? taken : null;
    navigation.go('cards');
    return true;
  }

  /** Another workspace has other cards. */
  drop(): void {
    this.#left.clear();
    this.taken = null;
    this.show(null);
  }
}

export const cards = new Cards();
