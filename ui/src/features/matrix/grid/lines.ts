// The lines of the sheet: its rows, and the headings of groups between them. Every line has the same height.

export type Line = { type: 'row'; row: number } | { type: 'heading'; heading: number };

/** An immutable value: at which rows headings stand. */
export class Lines {
  /** The row below each heading; several share it where the groups between them are collapsed. */
  readonly #below: readonly number[];

  constructor(below: readonly number[] = []) {
    this.#below = below;
  }

  get headings(): number {
    return this.#below.length;
  }

  /** Returns the line on which a row is drawn. */
  ofRow(row: number): number {
    return row + this.#count((below) => below <= row);
  }

  ofHeading(heading: number): number {
    return (this.#below[heading] ?? 0) + heading;
  }

  at(line: number): Line {
    const above = this.#count((below, heading) => below + heading <= line);
    const isHeading = above > 0 && this.ofHeading(above - 1) === line;
    return isHeading ? { type: 'heading', heading: above - 1 } : { type: 'row', row: line - above };
  }

  /** Returns the row on a line, or the one below a heading. */
  rowAt(line: number): number {
    const found = this.at(line);
    return found.type === 'row' ? found.row : (this.#below[found.heading] ?? 0);
  }

  /** Returns the heading under which a row stands; nothing where there are no groups. */
  headingOf(row: number): number | null {
    const above = this.#count((below) => below <= row);
    return above === 0 ? null : above - 1;
  }

  /** Counts the leading headings for which something holds: once it does not, it holds for none after. */
  #count(holds: (below: number, heading: number) => boolean): number {
    let low = 0;
    let high = this.#below.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.#below[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
