import { SvelteMap } from 'svelte/reactivity';
import { type CardDetail, type CardPage, commands, type Outcome, type PageOrigin } from '../../ipc/bindings';
import { isCommandError } from '../../ipc/client';
import { CommandQueue } from '../../shared/queue';
import { Saving } from '../../shared/saving';
import { report, run } from '../../state/run';
import { isNewItem, keyOf, newItem, type Place } from './place';

const REST_MS = 700;

/** What stands in a field and is not, or not exactly, what the card answers. */
type Typed = {
  place: Place;
  text: string;
  /** Why it was refused. */
  sentence: string | null;
  isSent: boolean;
  /** What the card answered once it was sent: blanks at its ends are gone, say. */
  answer: string | null;
};

/** One card while it is edited: its answers, and what has been typed since. */
export class Editor {
  readonly id: string;
  detail = $state.raw<CardDetail | null>(null);
  /** What stands on its page, without what has been typed since. */
  page = $state.raw<CardPage | null>(null);
  /** Whether the card is no longer there. */
  isGone = $state(false);
  readonly #typed = new SvelteMap<string, Typed>();
  readonly #saving = new Map<string, Saving>();
  readonly #queue = new CommandQueue();
  /** Items that were made here keep the name under which their row was drawn. */
  readonly #drawnAs = new SvelteMap<string, string>();
  readonly #named = new Map<string, string>();
  #focused: string | null = null;
  #loading: Promise<void> | null = null;
  #again = false;

  readonly #answers = $derived.by(() => {
    const answers = new Map<string, string>();
    for (const { list, item, field, text } of this.detail?.answers ?? []) {
      answers.set(keyOf({ list, item: item && this.#rowOf(item), field }), text);
    }
    return answers;
  });

  readonly #rows = $derived.by(() => {
    const rows = new Map<string, Set<string>>();
    const places = [...[...this.#typed.values()].map(({ place }) => place), ...(this.detail?.answers ?? [])];
    for (const { list, item } of places) {
      if (list === null || item === null) continue;
      rows.set(list, (rows.get(list) ?? new Set()).add(this.#rowOf(item)));
    }
    return rows;
  });

  constructor(id: string) {
    this.id = id;
  }

  /** Fetches the card, one request at a time. */
  load(): Promise<void> {
    this.#again = this.#loading !== null;
    this.#loading ??= this.#ask().finally(() => {
      this.#loading = null;
    });
    return this.#loading;
  }

  async #ask(): Promise<void> {
    do {
      this.#again = false;
      const sent = [...this.#typed].filter(([, typed]) => typed.isSent);
      try {
        [this.detail, this.page] = await Promise.all([commands.card(this.id), commands.cardPage(this.id)]);
        this.isGone = false;
        this.#settle(sent);
      } catch (error) {
        if (!isCommandError(error)) throw error;
        if (error.kind === 'not_found') this.isGone = true;
        else report(error);
      }
    } while (this.#again);
  }

  /** What was sent is what the card answers, except under the caret: there it stays as it was typed. */
  #settle(sent: [string, Typed][]): void {
    for (const [key, typed] of sent) {
      if (this.#typed.get(key) !== typed) continue;
      const answer = this.#answers.get(key) ?? '';
      const stays = key === this.#focused && (typed.answer === null || typed.answer === answer);
      if (stays) this.#typed.set(key, { ...typed, answer });
      else this.#typed.delete(key);
    }
  }

  /** Returns what a field shows: what is being typed, or what the card answers. */
  text(place: Place): string {
    const key = keyOf(place);
    return this.#typed.get(key)?.text ?? this.#answers.get(key) ?? '';
  }

  /** Returns what is being typed where a text of the page comes from; nothing where nobody types. */
  typedAt({ list, item, field }: PageOrigin): string | null {
    const typed = this.#typed.get(keyOf({ list, item: item && this.#rowOf(item), field }));
    return typed && typed.sentence === null ? typed.text : null;
  }

  /** Returns why the text in a field was refused. */
  sentence(place: Place): string | null {
    return this.#typed.get(keyOf(place))?.sentence ?? null;
  }

  /** Returns the rows of a list, the empty one at its end among them. */
  rows(list: string): string[] {
    const rows = [...(this.#rows.get(list) ?? [])];
    rows.sort((one, other) => (this.#nameOf(one) < this.#nameOf(other) ? -1 : 1));
    let number = 0;
    while (rows.includes(newItem(number)) || this.#named.has(newItem(number))) number += 1;
    return [...rows, newItem(number)];
  }

  /** Whether something stands here that the card did not take. */
  get hasRefusals(): boolean {
    return [...this.#typed.values()].some(({ sentence }) => sentence !== null);
  }

  type(place: Place, text: string): void {
    const key = keyOf(place);
    this.#typed.set(key, { place, text, sentence: null, isSent: false, answer: null });
    let saving = this.#saving.get(key);
    if (!saving) {
      saving = new Saving((waiting) => void this.#queue.run(() => this.#send(place, waiting)), REST_MS);
      this.#saving.set(key, saving);
    }
    saving.put(text);
  }

  enter(place: Place): void {
    this.#focused = keyOf(place);
  }

  leave(place: Place): void {
    const key = keyOf(place);
    if (this.#focused === key) this.#focused = null;
    this.#saving.get(key)?.flush();
    const typed = this.#typed.get(key);
    if (typed && (typed.answer !== null || isOfNoItem(typed, this.#named))) this.#typed.delete(key);
  }

  /** Goes back to what the card answers; says whether there was anything to go back from. */
  discard(place: Place): boolean {
    const key = keyOf(place);
    const typed = this.#typed.get(key);
    if (!typed || typed.isSent) return false;
    this.#saving.get(key)?.drop();
    this.#typed.delete(key);
    return true;
  }

  /** Sends everything that waits. */
  flush(): void {
    for (const saving of this.#saving.values()) saving.flush();
  }

  paste(list: string, text: string, refused: (sentence: string) => void): Promise<Outcome | null> {
    return this.change(() => commands.pasteCardItems(this.id, list, text), refused);
  }

  remove(list: string, row: string): Promise<Outcome | null> {
    for (const [key, { place }] of this.#typed) {
      if (place.list !== list || place.item !== row) continue;
      this.#saving.get(key)?.drop();
      this.#typed.delete(key);
    }
    return this.change(() => commands.removeCardItem(this.id, list, this.#nameOf(row)));
  }

  /** Makes a change after everything that was typed before it. */
  change(command: () => Promise<Outcome>, refused?: (sentence: string) => void): Promise<Outcome | null> {
    this.flush();
    return this.#queue.run(async () => {
      const outcome = await run(command(), {
        toast: 'always',
        beyondTasks: true,
        ...(refused && { refused }),
      });
      await this.load();
      return outcome;
    });
  }

  async #send(place: Place, text: string): Promise<void> {
    const key = keyOf(place);
    if (isOfNoItem({ place, text }, this.#named)) return;
    const isCurrent = () => this.#typed.get(key)?.text === text;
    const put = (change: Partial<Typed>) => {
      if (isCurrent())
        this.#typed.set(key, { place, text, sentence: null, isSent: false, answer: null, ...change });
    };
    const refused = (sentence: string) => put({ sentence });
    if (!(await run(this.#command(place, text), { toast: 'never', refused }))) return;
    put({ isSent: true });
    await this.load();
  }

  async #command({ list, item: row, field }: Place, text: string): Promise<Outcome> {
    if (list === null || row === null) return commands.answerCard(this.id, field, text);
    const name = this.#nameOf(row);
    const known = isNewItem(name) ? null : name;
    const { item, outcome } = await commands.answerCardItem(this.id, list, known, field, text);
    if (known === null) {
      this.#named.set(row, item);
      this.#drawnAs.set(item, row);
    }
    return outcome;
  }

  #rowOf(item: string): string {
    return this.#drawnAs.get(item) ?? item;
  }

  #nameOf(row: string): string {
    return this.#named.get(row) ?? row;
  }
}

/** Whether it is an empty text in a row that has not become an item. */
function isOfNoItem({ place, text }: Pick<Typed, 'place' | 'text'>, named: Map<string, string>): boolean {
  return text.trim() === '' && place.item !== null && isNewItem(named.get(place.item) ?? place.item);
}
