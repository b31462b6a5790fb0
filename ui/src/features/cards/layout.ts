// Where the parts of a card's page stand on it: as on the page that is printed.
import type { PageBlock } from '../../ipc/bindings';

const LEFT: readonly string[] = ['purpose', 'component'];
const RIGHT: readonly string[] = ['oversight', 'limits'];

/** Short facts stand side by side, each under its label. */
const SIDE_BY_SIDE: readonly string[] = ['identity', 'evidence', 'sign_off'];

export type Layout = Record<'above' | 'left' | 'right' | 'below', PageBlock[]>;

/** Puts the parts above, below and in the two columns; a part that this does not know stands below. */
export function laidOut(blocks: readonly PageBlock[]): Layout {
  const layout: Layout = { above: [], left: [], right: [], below: [] };
  for (const block of blocks) {
    const isInColumns = layout.left.length + layout.right.length > 0;
    if (LEFT.includes(block.key)) layout.left.push(block);
    else if (RIGHT.includes(block.key)) layout.right.push(block);
    else (isInColumns ? layout.below : layout.above).push(block);
  }
  return layout;
}

export function isSideBySide(block: PageBlock): boolean {
  return SIDE_BY_SIDE.includes(block.key);
}

/** Who answers for it stands right under the title and needs no heading. */
export function hasHeading(block: PageBlock): boolean {
  return block.key !== 'identity';
}
