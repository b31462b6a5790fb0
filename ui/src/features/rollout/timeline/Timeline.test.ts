import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import type { Plan } from './plan';
import Timeline from './Timeline.svelte';
import { activity, plan } from './testing';

const some = plan([
  activity('a', { phase: 'discovery', start: '2026-12-03', end: '2026-12-04', days: 2 }),
  activity('b', { start: '2026-12-07', end: '2026-12-08', days: 2, needs: ['a'] }),
  activity('g', { kind: 'gate', fixed: true, start: '2026-12-11' }),
]);

afterEach(() => cleanup());

function open(shown: Plan = some, more: { readonly?: boolean } = {}) {
  const intents = {
    onselect: vi.fn(),
    onopen: vi.fn(),
    preview: vi.fn(async () => []),
    onmove: vi.fn(async (id: string, start: string) => {
      const moved = props.plan.activities.map((one) => (one.id === id ? { ...one, start, end: start } : one));
      props = { ...props, plan: { ...props.plan, activities: moved } };
      await rendered.rerender(props);
    }),
    onresize: vi.fn(async () => {}),
    onlink: vi.fn(async () => {}),
    onunlink: vi.fn(async () => {}),
  };
  let props = { plan: shown, zoom: 'month' as const, selected: null, ...intents, ...more };
  const rendered = render(Timeline, props);
  return intents;
}

const row = (name: RegExp) => screen.getByRole('row', { name });
const press = (key: string, held: { altKey?: boolean; shiftKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...held });

test('it is a treegrid that names every row, and accessible', async () => {
  open();
  expect(screen.getByRole('treegrid', { name: 'Timeline of the rollout' })).toBeDefined();
  expect(row(/^Activity b, .*waits for Activity a$/).getAttribute('aria-level')).toBe('2');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('the Tab key comes to one row, and arrows take it on', async () => {
  open();
  const stops = () => document.querySelectorAll('[role="row"][tabindex="0"]');
  expect(stops()).toHaveLength(1);
  row(/^Discovery/).focus();
  await press('ArrowDown');
  await waitFor(() => expect(document.activeElement).toBe(row(/^Activity a/)));
  expect(stops()).toHaveLength(1);
});

test('Alt and an arrow ask for the next working day, and keys that come fast go on from one another', async () => {
  const { onmove } = open();
  row(/^Activity a/).focus();
  void press('ArrowRight', { altKey: true });
  void press('ArrowRight', { altKey: true });
  await waitFor(() => expect(onmove).toHaveBeenCalledTimes(2));
  expect(onmove.mock.calls).toEqual([
    ['a', '2026-12-04'],
    ['a', '2026-12-07'],
  ]);
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Activity a starts Monday/));
});

test('with Shift too it asks for another length, and never for none', async () => {
  const { onresize } = open(plan([activity('a', { days: 1 })]));
  row(/^Activity a/).focus();
  await press('ArrowLeft', { altKey: true, shiftKey: true });
  await press('ArrowRight', { altKey: true, shiftKey: true });
  await waitFor(() => expect(onresize.mock.calls).toEqual([['a', 2]]));
});

test('what is fixed says why it stays', async () => {
  const { onmove } = open();
  row(/^Activity g/).focus();
  await press('ArrowRight', { altKey: true });
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/follows from other dates/));
  expect(onmove).not.toHaveBeenCalled();
});

test('L, an arrow and Enter make a dependency, or end one', async () => {
  const { onlink, onunlink } = open();
  row(/^Activity b/).focus();
  await press('l');
  await press('ArrowDown');
  await waitFor(() => expect(document.activeElement).toBe(row(/^Activity g/)));
  await press('Enter');
  await waitFor(() => expect(onlink).toHaveBeenCalledWith('b', 'g'));
  row(/^Activity a/).focus();
  await press('l');
  row(/^Activity b/).focus();
  await press('Enter');
  await waitFor(() => expect(onunlink).toHaveBeenCalledWith('a', 'b'));
});

test('Escape leaves linking', async () => {
  const { onlink, onopen } = open();
  row(/^Activity a/).focus();
  await press('l');
  await press('Escape');
  expect(screen.getByRole('status').textContent).toBe('No dependency was made.');
  await press('Enter');
  expect(onlink).not.toHaveBeenCalled();
  expect(onopen).toHaveBeenCalledWith('a');
});

test('a phase folds and unfolds', async () => {
  open();
  row(/^Discovery/).focus();
  await press('ArrowLeft');
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Activity a/ })).toBeNull());
  expect(row(/^Discovery/).getAttribute('aria-expanded')).toBe('false');
  await press('ArrowRight');
  await waitFor(() => expect(row(/^Activity a/)).toBeDefined());
});

test('for reading only, nothing is asked for', async () => {
  const { onmove, onlink } = open(some, { readonly: true });
  row(/^Activity a/).focus();
  await press('ArrowRight', { altKey: true });
  await press('l');
  await press('ArrowDown');
  await press('Enter');
  expect(onmove).not.toHaveBeenCalled();
  expect(onlink).not.toHaveBeenCalled();
  expect(document.querySelector('[data-grip]')).toBeNull();
});

test('of a thousand activities only a few are in the page', () => {
  const many = Array.from({ length: 1000 }, (_, number) => activity(`n${number}`));
  open(plan(many));
  expect(document.querySelectorAll('[data-row]').length).toBeLessThan(40);
  expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('1003');
});
