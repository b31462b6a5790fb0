// Bubbles that would cover one another stand a little to the side.

export type Spreadable = { key: string; x: number; y: number; radius: number };

/** How much of two touching bubbles may overlap before one gives way. */
const OVERLAP = 0.75;
/** Centres that are closer than this cannot be told apart with a mouse. */
const APART = 6;
const STEP = 4;

/**
 * Moves bubbles sideways within their column, and only where that is full a little up or down. Larger ones
 * keep their place; alike ones go by their keys, so that the same tasks always make the same map.
 */
export function spread<Item extends Spreadable>(items: readonly Item[], column: number): Item[] {
  const columns = new Map<number, Column>();
  const inOrder = [...items].sort((a, b) => b.radius - a.radius || (a.key < b.key ? -1 : 1));
  const placed = new Map<string, Item>();
  for (const item of inOrder) {
    let own = columns.get(item.x);
    if (!own) {
      own = new Column(item.x, column * 0.42);
      columns.set(item.x, own);
    }
    placed.set(item.key, own.place(item));
  }
  return items.map((item) => placed.get(item.key) ?? item);
}

class Column {
  readonly #centre: number;
  readonly #offsets: number[];
  /** Those that are placed, by how high they stand, so that a bubble is compared with its neighbours only. */
  readonly #storeys = new Map<number, Spreadable[]>();

  constructor(centre: number, reach: number) {
    this.#centre = centre;
    this.#offsets = outwards(reach);
  }

  place<Item extends Spreadable>(item: Item): Item {
    const found =
      this.#free(item, [0], (other) => (item.radius + other.radius) * OVERLAP) ??
      this.#free(item, outwards(STOREY / 2), () => APART) ??
      item;
    const storey = storeyOf(found.y);
    this.#storeys.set(storey, [...(this.#storeys.get(storey) ?? []), found]);
    return found;
  }

  /** Returns the item at the nearest free place, or nothing where all are taken. */
  #free<Item extends Spreadable>(
    item: Item,
    rises: readonly number[],
    room: (other: Spreadable) => number,
  ): Item | null {
    const near = this.#near(item.y);
    for (const rise of rises) {
      for (const offset of this.#offsets) {
        const at = { x: this.#centre + offset, y: item.y + rise };
        const isFree = near.every((other) => Math.hypot(other.x - at.x, other.y - at.y) >= room(other));
        if (isFree) return { ...item, ...at };
      }
    }
    return null;
  }

  #near(y: number): Spreadable[] {
    const storey = storeyOf(y);
    return [-1, 0, 1].flatMap((step) => this.#storeys.get(storey + step) ?? []);
  }
}

/** Higher than two of the largest bubbles overlap. */
const STOREY = 48;

function storeyOf(y: number): number {
  return Math.floor(y / STOREY);
}

/** Returns 0, a step to the right, one to the left, two to the right, and so on. */
function outwards(reach: number): number[] {
  const offsets = [0];
  for (let offset = STEP; offset <= reach; offset += STEP) offsets.push(offset, -offset);
  return offsets;
}
