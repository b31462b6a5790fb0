import { dayAt, NAMES, ROW, type Scale, type Span } from './scale';

/** How far an arrow scrolls, as a share of what is in view. */
const PAGE = 0.25;
/** Days are counted in steps when it is told which are in view, so that scrolling redraws the header now and then. */
const STEP = 14;
const ROOM = 3;

/** The part of the timeline that is in view. Lengths are in rem, but for what the window says. */
export class Stage {
  element: HTMLElement | null = null;
  width = $state(0);
  height = $state(0);
  rem = $state(16);
  left = $state(0);
  top = $state(0);
  /** The height of the header, in rem. */
  readonly head: number;

  constructor(head: number) {
    this.head = head;
  }

  scrolled(): void {
    if (!this.element) return;
    this.left = this.element.scrollLeft / this.rem;
    this.top = this.element.scrollTop / this.rem;
  }

  /** The text size has changed, or the window. */
  measured(): void {
    this.rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || this.rem;
    this.scrolled();
  }

  /** The width of the column of names, which leaves the days the most of a narrow window. */
  get names(): number {
    return Math.min(NAMES.most, Math.max(NAMES.least, (this.width / this.rem) * NAMES.share));
  }

  /** How much room the days have. */
  get daysWidth(): number {
    return Math.max(0, this.width / this.rem - this.names);
  }

  get bodyHeight(): number {
    return Math.max(0, this.height / this.rem - this.head);
  }

  get firstRow(): number {
    return Math.floor(this.top / ROW);
  }

  get rowsInView(): number {
    return Math.ceil(this.bodyHeight / ROW);
  }

  firstDay(scale: Scale): number {
    return Math.floor(dayAt(scale, this.left) / STEP) * STEP - STEP;
  }

  daysInView({ perDay }: Scale): number {
    return Math.ceil(this.daysWidth / perDay / STEP) * STEP + 3 * STEP;
  }

  /** Returns a place in the window as one among the days and rows. */
  pointOf({ clientX, clientY }: { clientX: number; clientY: number }): { x: number; y: number } {
    const box = this.element?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    const x = (clientX - box.left) / this.rem + this.left - this.names;
    return { x, y: (clientY - box.top) / this.rem + this.top - this.head };
  }

  /** Returns the row at a height in the window; none in the header. */
  rowAt(clientY: number): number | null {
    const box = this.element?.getBoundingClientRect();
    if (!box || (clientY - box.top) / this.rem < this.head) return null;
    return Math.floor(this.pointOf({ clientX: 0, clientY }).y / ROW);
  }

  scrollTo({ left = this.left, top = this.top }: { left?: number; top?: number }): void {
    this.element?.scrollTo({ left: left * this.rem, top: top * this.rem });
    this.scrolled();
  }

  turn(by: 1 | -1): void {
    this.scrollTo({ left: this.left + by * this.daysWidth * PAGE });
  }

  reveal(row: number): void {
    const top = row * ROW;
    if (top < this.top) this.scrollTo({ top });
    else if (top + ROW > this.top + this.bodyHeight) this.scrollTo({ top: top + ROW - this.bodyHeight });
  }

  /** Scrolls to a bar of which nothing is in view. */
  revealSpan({ left, right }: Span): void {
    if (right < this.left) this.scrollTo({ left: left - ROOM });
    else if (left > this.left + this.daysWidth)
      this.scrollTo({ left: Math.min(left - ROOM, right + ROOM - this.daysWidth) });
  }

  centre(x: number): void {
    this.scrollTo({ left: x - this.daysWidth / 2 });
  }
}
