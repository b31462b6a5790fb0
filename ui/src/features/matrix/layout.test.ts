import { expect, test, vi } from 'vitest';
import { hide, resize, STANDARD } from './grid/arrangement';
import { layout, readArranged, textOf } from './layout.svelte';
import { PLAIN_VIEW, sortBy, withText } from './spec';

const NARROW = resize(STANDARD, 'name', 80);
const VIEW = { id: 'v1', spec: sortBy(PLAIN_VIEW, 'lane', false), columns: hide(STANDARD, 'owner') };

function open(kept: string | null = null) {
  const save = vi.fn();
  layout.open({ kept, save });
  return save;
}

test('what is laid out is kept, and is there again when the workspace is opened', () => {
  const save = open();
  layout.arrange(NARROW);
  layout.show(withText(VIEW.spec, 'mail'));
  layout.flush();
  expect(save).toHaveBeenCalledTimes(1);
  open();
  expect(layout.columns).toEqual(STANDARD);
  open(save.mock.calls[0]?.[0]);
  expect(layout.columns).toEqual(NARROW);
  expect(layout.spec).toEqual(VIEW.spec);
});

test('a saved view brings its columns, and all tasks have their own again', () => {
  open();
  layout.arrange(NARROW);
  layout.choose(VIEW);
  expect([layout.columns, layout.viewId]).toEqual([VIEW.columns, 'v1']);
  layout.arrange(resize(VIEW.columns, 'lane', 60));
  layout.choose(null);
  expect(layout.columns).toEqual(NARROW);
  expect(layout.spec).toEqual(PLAIN_VIEW);
});

test('a saved view is read as it was written', () => {
  expect(readArranged(textOf(VIEW))).toEqual({ spec: VIEW.spec, columns: VIEW.columns });
  expect(readArranged('{')).toEqual({ spec: PLAIN_VIEW, columns: STANDARD });
});
