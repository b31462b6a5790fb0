import { mockIPC } from '@tauri-apps/api/mocks';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cardDetail, cardPage } from '../../../tests/cards';
import { outcome } from '../../../tests/fixtures';
import type { CardAnswer } from '../../ipc/bindings';
import { Editor } from './editor.svelte';
import { inCard } from './place';

const TITLE = inCard('title');
const owner = (item: string, field = 'name') => ({ list: 'owners', item, field });

let asked: { command: string; args: Record<string, unknown> }[];
let answers: CardAnswer[];
let refusal: string | null;

/** Stands in for the app: keeps what it is told, without the blanks at its ends. */
function answer(command: string, args: Record<string, unknown>): unknown {
  asked.push({ command, args });
  const text = String(args.text ?? '').trim();
  switch (command) {
    case 'card':
      return cardDetail({ answers: [...answers] });
    case 'card_page':
      return cardPage();
    case 'answer_card':
      if (refusal) throw { kind: 'refused', message: refusal };
      answers = answers.filter(({ field, list }) => list !== null || field !== args.field);
      if (text) answers.push({ list: null, item: null, field: String(args.field), text });
      return outcome();
    case 'answer_card_item': {
      const item = String(args.item ?? '0190-owner');
      const rest = answers.filter((it) => it.item !== item || it.field !== args.column);
      answers = [...rest, { list: String(args.list), item, field: String(args.column), text }];
      return { item, outcome: outcome() };
    }
    default:
      return outcome();
  }
}

const sent = (command: string) => asked.filter((it) => it.command === command).map(({ args }) => args);

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answers = [];
  refusal = null;
  mockIPC((command, args) => answer(command, (args ?? {}) as Record<string, unknown>));
});
afterEach(() => void vi.useRealTimers());

async function editor(): Promise<Editor> {
  const made = new Editor('card');
  await made.load();
  return made;
}

async function settled(): Promise<void> {
  await vi.runAllTimersAsync();
  flushSync();
}

test('what is typed is shown at once and sent once it has come to rest', async () => {
  const card = await editor();
  card.enter(TITLE);
  for (const text of ['E', 'Em', 'Email ']) card.type(TITLE, text);
  expect(card.text(TITLE)).toBe('Email ');
  expect(card.typedAt({ list: null, item: null, field: 'title' })).toBe('Email ');
  expect(sent('answer_card')).toEqual([]);
  await settled();
  expect(sent('answer_card')).toEqual([{ id: 'card', field: 'title', text: 'Email ' }]);
  expect(card.text(TITLE), 'a blank under the caret stays').toBe('Email ');
  card.leave(TITLE);
  expect(card.text(TITLE)).toBe('Email');
});

test('leaving a field sends what waits at once', async () => {
  const card = await editor();
  card.enter(TITLE);
  card.type(TITLE, 'Email');
  card.leave(TITLE);
  await vi.advanceTimersByTimeAsync(0);
  expect(sent('answer_card')).toHaveLength(1);
});

test('what is refused stays where it was typed, with the sentence, until it is taken back', async () => {
  const card = await editor();
  refusal = 'Title is too long.';
  card.type(TITLE, 'x');
  await settled();
  expect([card.text(TITLE), card.sentence(TITLE), card.hasRefusals]).toEqual([
    'x',
    'Title is too long.',
    true,
  ]);
  expect(card.discard(TITLE)).toBe(true);
  expect([card.text(TITLE), card.sentence(TITLE), card.hasRefusals]).toEqual(['', null, false]);
});

test('what undo changes shows even where the caret stands', async () => {
  const card = await editor();
  card.enter(TITLE);
  card.type(TITLE, 'Email');
  await settled();
  answers = [];
  await card.load();
  expect(card.text(TITLE)).toBe('');
});

test('an empty row waits at the end of a list, and a row that became an item stays where it was drawn', async () => {
  const card = await editor();
  const [first = ''] = card.rows('owners');
  expect(card.rows('owners')).toHaveLength(1);
  card.enter(owner(first));
  card.type(owner(first), 'Ana');
  card.type(owner(first, 'role'), 'Lead');
  expect(card.rows('owners')).toHaveLength(2);
  await settled();
  expect(sent('answer_card_item').map(({ item, text }) => [item, text])).toEqual([
    [null, 'Ana'],
    ['0190-owner', 'Lead'],
  ]);
  expect(card.rows('owners')[0]).toBe(first);
  expect(card.rows('owners')).toHaveLength(2);
  card.leave(owner(first));
  expect(card.text(owner(first))).toBe('Ana');
});

test('nothing is sent for an empty row that was only passed through', async () => {
  const card = await editor();
  const [first = ''] = card.rows('owners');
  card.type(owner(first), 'A');
  card.type(owner(first), '');
  card.leave(owner(first));
  await settled();
  expect(sent('answer_card_item')).toEqual([]);
  expect(card.rows('owners')).toEqual([first]);
});
