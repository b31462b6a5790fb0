import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import FormDialog from './FormDialog.svelte';

afterEach(cleanup);

const children = createRawSnippet(() => ({ render: () => '<input aria-label="Name">' }));

async function send(): Promise<void> {
  const form = (await screen.findByLabelText('Name')).closest('form');
  if (form) await fireEvent.submit(form);
}

test('what is on its way is not sent again, and can be once there was an answer', async () => {
  const answers: (() => void)[] = [];
  const submit = vi.fn(() => new Promise<void>((answer) => answers.push(answer)));
  render(FormDialog, { title: 'New view', verb: 'Save', submit, onclose: () => {}, children });
  await send();
  await send();
  expect(submit).toHaveBeenCalledTimes(1);
  answers[0]?.();
  await vi.waitFor(async () => {
    await send();
    expect(submit).toHaveBeenCalledTimes(2);
  });
});

test('what cannot be done yet is not sent', async () => {
  const submit = vi.fn();
  render(FormDialog, {
    title: 'New view',
    verb: 'Save',
    submit,
    onclose: () => {},
    disabled: true,
    children,
  });
  await send();
  expect(submit).not.toHaveBeenCalled();
});
