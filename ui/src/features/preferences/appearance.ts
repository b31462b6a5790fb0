import type { Preferences } from '../../ipc/bindings';

export const TEXT_SIZES = [80, 90, 100, 110, 125, 140, 160] as const;

type Appearance = Pick<Preferences, 'theme' | 'textSize'>;

/** Sets the page in the font of the desktop; without one it looks for it itself. */
export function applyFont(font: string | null, root: HTMLElement): void {
  if (font) root.style.setProperty('--font', `${JSON.stringify(font)}, system-ui, sans-serif`);
}

/** Puts theme and text size on the page. */
export function applyAppearance({ theme, textSize }: Appearance, root: HTMLElement): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.style.setProperty('--text-scale', String(textSize / 100));
}
