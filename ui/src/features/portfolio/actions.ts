import ImageDown from '@lucide/svelte/icons/image-down';
import { tick } from 'svelte';
import type { Action } from '../../actions/action';
import { commands } from '../../ipc/bindings';
import { m } from '../../paraglide/messages';
import { navigation } from '../../state/navigation.svelte';
import { ask } from '../../state/run';
import { session } from '../../state/session.svelte';
import { toasts } from '../../state/toasts.svelte';
import { screen } from './portfolio.svelte';

/** Saves the map as it is on the screen: what is enlarged there is enlarged in the picture. */
async function savePicture(): Promise<void> {
  screen.face = 'map';
  await tick();
  const svg = screen.picture?.();
  if (!svg) return;
  const saved = await ask(commands.savePortfolioPicture(svg));
  if (saved) toasts.show(m.portfolio_saved({ file: saved.fileName, folder: saved.folder }));
}

export const portfolioActions: Action[] = [
  {
    id: 'save_portfolio_picture',
    label: m.portfolio_save,
    group: 'matrix',
    icon: ImageDown,
    enabled: () =>
      session.workspace !== null && navigation.place === 'portfolio' && (screen.portfolio?.placed ?? 0) > 0,
    run: savePicture,
  },
];
