// The parts of the screen that F6 goes round.

const FOCUSABLE = 'textarea, input:not([disabled]), select:not([disabled]), button:not([disabled])';

/** Returns what takes the focus in the next part of a screen, or in the one before. */
export function nextRegion(screen: HTMLElement, from: Element | null, back: boolean): HTMLElement | null {
  const regions = [...screen.querySelectorAll<HTMLElement>('[data-region]')];
  const ordered = back ? regions.reverse() : regions;
  const here = ordered.findIndex((region) => region.contains(from));
  for (let ahead = 1; ahead <= ordered.length; ahead += 1) {
    const region = ordered[(here + ahead) % ordered.length];
    const target =
      region?.querySelector<HTMLElement>('textarea.sheet-editor') ??
      region?.querySelector<HTMLElement>(FOCUSABLE);
    if (target) return target;
  }
  return null;
}
