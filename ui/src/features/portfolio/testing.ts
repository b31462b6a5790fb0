import type { Bubble, Portfolio } from '../../ipc/bindings';

/** A bubble of one task; takes changes. */
export function bubble(key: string, changes: Partial<Bubble> = {}): Bubble {
  return {
    key,
    count: 1,
    taskId: key,
    name: `Task ${key}`,
    composite: 16,
    lane: 'automate',
    hours: 10,
    leastHours: 10,
    mostHours: 10,
    volume: 300,
    minutes: 2,
    capped: 0,
    stale: 0,
    ...changes,
  };
}

export function portfolio(bubbles: Bubble[], changes: Partial<Portfolio> = {}): Portfolio {
  return {
    total: bubbles.length,
    placed: bubbles.length,
    binned: false,
    bubbles,
    bands: [
      { lane: 'human_only', from: 4, to: 10 },
      { lane: 'hybrid', from: 11, to: 15 },
      { lane: 'automate', from: 16, to: 20 },
    ],
    ...changes,
  };
}
