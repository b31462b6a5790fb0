import type { Change, Placed, Plan, Zoom } from './plan';

/** What a person asks for. A promise that settles once the plan is the new one lets the timeline say what was done. */
type Done = Promise<unknown> | undefined;

export type TimelineProps = {
  plan: Plan;
  zoom: Zoom;
  selected: string | null;
  onselect: (id: string) => void;
  onopen: (id: string) => void;
  /** Where everything would stand; whoever is not named stays. */
  preview: (id: string, change: Change) => Promise<Placed[]>;
  onmove: (id: string, start: string) => Done;
  onresize: (id: string, days: number) => Done;
  /** The second waits for the first from now on, or no longer. */
  onlink: (from: string, to: string) => Done;
  onunlink: (from: string, to: string) => Done;
  readonly?: boolean;
};
