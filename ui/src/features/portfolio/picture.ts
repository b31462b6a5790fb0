import type { Portfolio } from '../../ipc/bindings';
import { laneName } from '../../lanes/lanes';
import { m } from '../../paraglide/messages';
import { session } from '../../state/session.svelte';
import { draw } from './drawing';
import { lightPalette } from './palette';
import { screen } from './portfolio.svelte';
import { svgOf } from './svg';
import { captionOf, described } from './words';

/** As wide as a slide; large enough to read on one. */
const SHEET = { width: 1200, height: 760, em: 13 };

/** Returns the map as a file holds it: what is in view, in light colours. */
export function pictureOf(portfolio: Portfolio): string {
  return svgOf(draw(portfolio, SHEET, screen.view), lightPalette(), {
    title: m.portfolio_picture_title({ name: session.workspace?.name ?? '' }),
    description: captionOf(portfolio).join(' '),
    across: m.portfolio_across(),
    up: m.portfolio_up(),
    sizes: m.portfolio_sizes(),
    lane: laneName,
    bubble: ({ bubble }) => described(bubble),
  });
}
