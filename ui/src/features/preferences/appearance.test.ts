import { expect, test } from 'vitest';
import { applyAppearance } from './appearance';

test('a chosen theme overrides the system, and the system takes over again', () => {
  const root = document.createElement('html');
  applyAppearance({ theme: 'dark', textSize: 100 }, root);
  expect(root.dataset.theme).toBe('dark');
  applyAppearance({ theme: 'system', textSize: 100 }, root);
  expect(root.dataset.theme).toBeUndefined();
});

test('the text size scales through one variable', () => {
  const root = document.createElement('html');
  applyAppearance({ theme: 'system', textSize: 125 }, root);
  expect(root.style.getPropertyValue('--text-scale')).toBe('1.25');
});
