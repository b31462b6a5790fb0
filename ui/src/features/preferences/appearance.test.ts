import { expect, test } from 'vitest';
import { applyAppearance, applyFont } from './appearance';

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

test('the font of the desktop comes before what the page would look for', () => {
  const root = document.createElement('html');
  applyFont(null, root);
  expect(root.style.getPropertyValue('--font')).toBe('');
  applyFont('DejaVu Sans', root);
  expect(root.style.getPropertyValue('--font')).toBe('"DejaVu Sans", system-ui, sans-serif');
});
