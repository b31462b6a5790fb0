import { commands, type Portfolio } from '../../ipc/bindings';
import { ask } from '../../state/run';
import { type View, WHOLE } from './scales';

type Face = 'map' | 'table';

/** What the parts of the portfolio screen share. */
class PortfolioScreen {
  face = $state<Face>('map');
  portfolio = $state.raw<Portfolio | null>(null);
  view = $state.raw<View>(WHOLE);
  /** Keys of the selected bubbles. */
  selected = $state.raw<ReadonlySet<string>>(new Set());
  /** Whether dragging moves the map instead of drawing a box. */
  isMoving = $state(false);
  /** Draws the map for a file, while it is on the screen. */
  picture: (() => string) | null = null;
  #asked = 0;

  async load(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const portfolio = await ask(commands.portfolio());
    // A later question was asked since, and its answer is the one to show.
    if (!portfolio || asked !== this.#asked) return;
    this.portfolio = portfolio;
    const there = new Set(portfolio.bubbles.map((bubble) => bubble.key));
    this.select([...this.selected].filter((key) => there.has(key)));
  }

  select(keys: Iterable<string>): void {
    this.selected = new Set(keys);
  }

  toggle(key: string): void {
    const keys = new Set(this.selected);
    if (!keys.delete(key)) keys.add(key);
    this.selected = keys;
  }

  /** Another workspace is open: nothing of the last one stays. */
  forget(): void {
    this.portfolio = null;
    this.view = WHOLE;
    this.selected = new Set();
  }
}

export const screen = new PortfolioScreen();
