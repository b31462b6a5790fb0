// What the timeline is given. The same shape comes from the backend; nothing of it is worked out here.

export type PhaseKey = 'discovery' | 'pilot' | 'expand' | 'govern';

/** A gate ends its phase; a review is an audit that comes back. */
export type Kind = 'work' | 'milestone' | 'gate' | 'review';

export type Activity = {
  id: string;
  phase: PhaseKey;
  kind: Kind;
  name: string;
  owner: string;
  /** ISO days, both inclusive; equal for all that is not work. */
  start: string;
  end: string;
  /** Working days. */
  days: number;
  /** What must be finished before it starts. */
  needs: string[];
  baseline: { start: string; end: string } | null;
  started: string | null;
  done: string | null;
  critical: boolean;
  state: 'planned' | 'running' | 'late' | 'done';
  /** Of a gate: all its conditions hold. */
  held: boolean;
  /** It cannot be moved: its day follows from others, or from what happened. */
  fixed: boolean;
};

export type Phase = { key: PhaseKey; start: string; end: string | null };

export type Plan = {
  start: string;
  end: string;
  today: string;
  /** Monday first. */
  workdays: boolean[];
  holidays: { day: string; name: string }[];
  /** Weeks in which a mistake would cost most, such as a launch or the end of a quarter. */
  windows: { first: string; last: string; name: string }[];
  phases: Phase[];
  activities: Activity[];
};

/** Where the backend would put an activity. */
export type Placed = { id: string; start: string; end: string };

/** What a person asks for one activity. */
export type Change = { start: string } | { days: number };

export type Zoom = 'week' | 'month' | 'quarter';
