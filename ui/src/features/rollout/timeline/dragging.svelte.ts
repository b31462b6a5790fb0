import type { Calendar } from './days';
import { type Asked, Gesture, type Grip, nudge, type Point, sameChange } from './gesture';
import { Newest } from './newest';
import type { Activity, Change, Placed } from './plan';
import type { Scale } from './scale';
import type { Stage } from './stage.svelte';

const NOWHERE: ReadonlyMap<string, Placed> = new Map();
const NOTHING: Asked = { kind: 'nothing' };
type Place = { clientX: number; clientY: number };

/** What is being dragged, and where everything would stand if it were let go. */
export class Dragging {
  gesture = $state.raw<Gesture | null>(null);
  point = $state.raw<Point>({ x: 0, y: 0 });
  asked = $state.raw<Asked>(NOTHING);
  placed = $state.raw(NOWHERE);
  readonly #stage: Stage;
  readonly #newest: Newest<{ id: string; change: Change }, Placed[]>;
  #place: Place = { clientX: 0, clientY: 0 };
  #frame = 0;

  constructor(stage: Stage, preview: (id: string, change: Change) => Promise<Placed[]>) {
    this.#stage = stage;
    this.#newest = new Newest(
      ({ id, change }) => preview(id, change),
      (placed) => {
        this.placed = new Map(placed.map((place) => [place.id, place]));
      },
    );
  }

  /** Something has been taken hold of and moved. */
  get isUnderWay(): boolean {
    return this.gesture !== null && this.asked !== NOTHING;
  }

  begin(activity: Activity, grip: Grip, place: Place, scale: Scale, calendar: Calendar): void {
    this.#place = place;
    this.point = this.#stage.pointOf(place);
    this.gesture = new Gesture(activity, grip, this.point, scale, calendar);
  }

  move(place: Place): void {
    this.#place = place;
    this.#follow();
    if (!this.#frame && this.gesture && !this.gesture.isStill)
      this.#frame = requestAnimationFrame(this.#scroll);
  }

  /** Returns what was asked for when it was let go. Where things would stand is kept until they do, or `settle`. */
  end(place: Place): Asked {
    this.move(place);
    const asked = this.gesture?.isStill ? NOTHING : this.asked;
    this.#letGo();
    if (asked.kind === 'nothing') this.settle();
    return asked;
  }

  cancel(): void {
    this.#letGo();
    this.settle();
  }

  settle(): void {
    this.placed = NOWHERE;
  }

  #letGo(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#newest.stop();
    this.gesture = null;
    this.asked = NOTHING;
  }

  #follow(): void {
    if (!this.gesture) return;
    this.point = this.#stage.pointOf(this.#place);
    const asked = this.gesture.to(this.point);
    const before = changeOf(this.asked);
    this.asked = this.gesture.isStill ? NOTHING : asked;
    const change = changeOf(asked);
    if (sameChange(change, before)) return;
    if (change) this.#newest.ask({ id: this.gesture.activity.id, change });
    else {
      this.#newest.stop();
      this.settle();
    }
  }

  /** Near an edge the timeline goes on by itself while the mouse stands still. */
  readonly #scroll = (): void => {
    const box = this.#stage.element?.getBoundingClientRect();
    if (!this.gesture || !box) return;
    const { rem, head, names, left, top } = this.#stage;
    const x = nudge(this.#place.clientX / rem, box.left / rem + names, box.right / rem);
    const y = nudge(this.#place.clientY / rem, box.top / rem + head, box.bottom / rem);
    const down = this.gesture.grip === 'link' ? y : 0;
    if (x !== 0 || down !== 0) {
      this.#stage.scrollTo({ left: left + x, top: top + down });
      this.#follow();
    }
    this.#frame = requestAnimationFrame(this.#scroll);
  };
}

function changeOf(asked: Asked): Change | null {
  return asked.kind === 'change' ? asked.change : null;
}
