import { mockIPC } from '@tauri-apps/api/mocks';
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cardDetail, cardPage, cardSection } from '../../../tests/cards';
import { startAnswer } from '../../../tests/fixtures';
import type { Opening } from '../../ipc/bindings';
import { session } from '../../state/session.svelte';
import Cards from './Cards.svelte';
import { cards } from './cards.svelte';

beforeEach(() => session.opened(startAnswer().opening as Opening));
afterEach(() => {
  cleanup();
  cards.drop();
  session.workspace = null;
});

test('the page shows what is typed although the app has not answered', async () => {
  const form = { sections: [cardSection()], presets: [] };
  const answers: Record<string, unknown> = { card_form: form, card: cardDetail(), card_page: cardPage() };
  mockIPC((command) => answers[command] ?? new Promise(() => {}));
  cards.show('card');
  cards.page = 'identity';
  const { container } = render(Cards);
  const field = await screen.findByLabelText('Title');
  const page = container.querySelector('article');
  expect(page?.textContent).toContain('No title yet');
  await fireEvent.focus(field);
  for (const text of ['E', 'Em', 'Ema']) {
    await fireEvent.input(field, { target: { value: text } });
    expect(page?.querySelector('.title')?.textContent).toBe(text);
  }
  expect(page?.textContent).not.toContain('No title yet');
});
