import { expect, test } from 'vitest';
import { draw } from './drawing';
import { shortened } from './labels';
import { WHOLE } from './scales';
import { escaped, type Palette, svgOf } from './svg';
import { bubble, portfolio } from './testing';

const lane = { strong: 'rgb(1, 2, 3)', tint: 'rgb(4, 5, 6)' };
const palette: Palette = {
  surface: 'white',
  ink: 'black',
  quiet: 'gray',
  line: 'silver',
  lanes: { automate: lane, hybrid: lane, human_only: lane },
};

function picture(name: string): string {
  const map = portfolio([bubble('a', { name }), bubble('b', { hours: 40, capped: 1, stale: 1 })]);
  return svgOf(draw(map, { width: 1200, height: 760, em: 13 }, WHOLE), palette, {
    title: `Map of ${name}`,
    description: 'What it is',
    across: 'Composite',
    up: 'Hours',
    sizes: 'Items',
    lane: (key) => key,
    bubble: ({ bubble }) => bubble.name,
  });
}

function parsed(svg: string): Document {
  return new DOMParser().parseFromString(svg, 'application/xml');
}

test.each([
  '<script>&"',
  "]]> <!-- ' -->",
  'قائمة البريد',
  '📣 Launch 👩‍👩‍👧',
  'bell\u0007 null\u0000 half\ud800 nothing\uffff',
])('a task called %j is text in the picture', (name) => {
  const svg = picture(name);
  const page = parsed(svg);
  expect(page.documentElement.tagName).toBe('svg');
  expect(page.querySelector('parsererror, script')).toBeNull();
  expect(svg.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Noncharacter_Code_Point}/u);
  expect(svg).not.toContain('<script');
});

test('the picture names itself and carries nothing from elsewhere', () => {
  const svg = picture('Triage');
  expect(parsed(svg).querySelector('title')?.textContent).toBe('Map of Triage');
  expect(parsed(svg).querySelector('desc')?.textContent).toBe('What it is');
  expect(svg).not.toContain('var(--');
  expect(svg.match(/https?:/g)).toHaveLength(1);
  expect(svg).toContain('url(#stale)');
});

test('signs of the markup are escaped, and what XML cannot hold is left out', () => {
  expect(escaped(`<a href="x">&'`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&apos;');
  expect(escaped('a\u0000b\ud83dc\u{1f4e3}\n')).toBe('abc\u{1f4e3}\n');
});

test('a long name is cut between letters', () => {
  expect(shortened('Newsletter')).toBe('Newsletter');
  expect(shortened('👩‍👩‍👧'.repeat(40))).toBe(`${'👩‍👩‍👧'.repeat(29)}…`);
});
