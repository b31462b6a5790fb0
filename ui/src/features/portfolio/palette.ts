import { LANES } from '../../lanes/lanes';
import type { Palette } from './svg';

const NAMES = { automate: 'automate', hybrid: 'hybrid', human_only: 'human' };

/** Reads the light colours off the tokens: a picture is printed and mailed, whatever theme the window has. */
export function lightPalette(): Palette {
  const probe = document.createElement('span');
  probe.style.colorScheme = 'light';
  probe.hidden = true;
  document.body.append(probe);
  const colour = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const lane = (name: string) => ({ strong: colour(name), tint: colour(`${name}-tint`) });
  const palette = {
    surface: colour('surface'),
    ink: colour('ink'),
    quiet: colour('ink-2'),
    line: colour('line'),
    lanes: Object.fromEntries(LANES.map((key) => [key, lane(NAMES[key])])) as Palette['lanes'],
  };
  probe.remove();
  return palette;
}
