import { expect, test } from 'vitest';
import { status, workspace } from '../../tests/fixtures';
import { isEnabled, registry, runAction } from '../actions/registry.svelte';
import { navigation } from '../state/navigation.svelte';
import { session } from '../state/session.svelte';
import { registerActions } from './actions';

registerActions();

test('no two actions have the same id', () => {
  const ids = registry.actions.map((action) => action.id);
  expect(ids).toEqual([...new Set(ids)]);
});

test('no two actions have the same keys', () => {
  const keys = registry.actions.flatMap((action) => action.shortcuts ?? []).map((key) => key.toLowerCase());
  expect(keys).toEqual([...new Set(keys)]);
});

test('every action has a name to be found by', () => {
  for (const action of registry.actions) expect(action.label()).not.toBe('');
});

test('registering again replaces and does not double', () => {
  const before = registry.actions.length;
  registerActions();
  expect(registry.actions).toHaveLength(before);
});

test('without a workspace, only what needs none can be done', () => {
  const possible = registry.actions.filter(isEnabled).map((action) => action.id);
  expect(possible).toEqual([
    'new_workspace',
    'open_workspace',
    'show_palette',
    'show_shortcuts',
    'show_preferences',
    'show_about',
  ]);
});

test('an action that cannot be done is not done', () => {
  expect(runAction('go_matrix')).toBe(false);
  expect(navigation.place).toBe('home');
  expect(runAction('no_such_action')).toBe(false);
});

test('undo and redo name the step they take', () => {
  session.workspace = workspace();
  if (session.workspace) session.workspace.status = status({ undo: 'paste', redo: null });
  expect(registry.find('undo')?.label()).toBe('Undo paste');
  expect(registry.find('redo')?.label()).toBe('Redo');
  session.workspace = null;
});
