import { expect, test } from 'vitest';
import type { PageBlock } from '../../ipc/bindings';
import { laidOut } from './layout';

const block = (key: string): PageBlock => ({ key, heading: key, mark: null, parts: [] });

test('the parts stand as on the printed page, and none is lost', () => {
  const keys = ['identity', 'matrix', 'purpose', 'component', 'oversight', 'evidence', 'limits', 'sign_off'];
  const { above, left, right, below } = laidOut([...keys, 'later'].map(block));
  expect(above.map(({ key }) => key)).toEqual(['identity', 'matrix']);
  expect(left.map(({ key }) => key)).toEqual(['purpose', 'component']);
  expect(right.map(({ key }) => key)).toEqual(['oversight', 'limits']);
  expect(below.map(({ key }) => key)).toEqual(['evidence', 'sign_off', 'later']);
});
