import { expect, test } from 'vitest';
import { Draft, type Keep } from './draft.svelte';

function draft(refusal: string | null = null) {
  const field = { kept: '90', sent: [] as string[] };
  const keep: Keep = (text, refused) => {
    field.sent.push(text);
    if (refusal) {
      refused(refusal);
      return Promise.resolve(null);
    }
    field.kept = text;
    return Promise.resolve({});
  };
  return { field, made: new Draft(() => field.kept, keep) };
}

test('what was typed is kept once, when the field is left', async () => {
  const { field, made } = draft();
  made.type('9');
  made.type('92');
  expect(field.sent).toEqual([]);
  await made.leave();
  await made.leave();
  expect(field.sent).toEqual(['92']);
  expect(made.typed).toBeNull();
  expect(made.text).toBe('92');
});

test('what is as it was is not sent', async () => {
  const { field, made } = draft();
  made.type('91');
  made.type('90');
  await made.leave();
  expect(field.sent).toEqual([]);
  expect(made.typed).toBeNull();
});

test('what was refused stays with its sentence until it is mended or left', async () => {
  const { made } = draft('“920” is not a share from 0 to 100.');
  made.type('920');
  await made.leave();
  expect(made.text).toBe('920');
  expect(made.refused).toBe('“920” is not a share from 0 to 100.');
  expect(made.discard()).toBe(true);
  expect(made.text).toBe('90');
  expect(made.refused).toBeNull();
  expect(made.discard()).toBe(false);
});

test('what is typed while the rest is on its way is not lost', async () => {
  const field = { kept: '' };
  const made: Draft = new Draft(
    () => field.kept,
    (text) => {
      field.kept = text;
      made.type('ab');
      return Promise.resolve({});
    },
  );
  made.type('a');
  await made.leave();
  expect(made.text).toBe('ab');
});
