import type { CardDetail, CardField, CardPage, CardSection, PageText } from '../src/ipc/bindings';

/** Small model cards, as the app would answer them; each takes changes. */
export function cardDetail(changes: Partial<CardDetail> = {}): CardDetail {
  return {
    id: 'card',
    answers: [],
    tasks: [],
    needs: [],
    status: 'draft',
    approval: null,
    next: ['request', 'retire'],
    events: [],
    versions: [],
    isFrozen: false,
    nextVersion: '1.0.0',
    contentHash: '00',
    promptHash: null,
    offersMultimodal: false,
    ...changes,
  };
}

export function cardField(changes: Partial<CardField> = {}): CardField {
  return {
    key: 'title',
    label: 'Title',
    why: 'Everybody finds it by this.',
    example: 'Email triage',
    kind: 'line',
    choices: [],
    columns: [],
    rule: 'Every card answers this.',
    isFilled: false,
    ...changes,
  };
}

export function cardSection(changes: Partial<CardSection> = {}): CardSection {
  return { key: 'identity', title: 'Identity', about: 'What this is.', fields: [cardField()], ...changes };
}

export function pageText(changes: Partial<PageText> = {}): PageText {
  return { before: '', words: '', after: '', origin: null, lane: null, isMissing: false, ...changes };
}

export function cardPage(changes: Partial<CardPage> = {}): CardPage {
  return {
    title: pageText({
      words: 'No title yet',
      origin: { list: null, item: null, field: 'title' },
      isMissing: true,
    }),
    summary: pageText({ words: 'No summary yet', isMissing: true }),
    standing: { status: 'Draft', version: 'Draft, not yet a version', sentence: 'Nobody.', tone: 'open' },
    blocks: [],
    footer: [],
    ...changes,
  };
}
