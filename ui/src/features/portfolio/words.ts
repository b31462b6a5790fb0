// What the map says in words: each number with how it was worked out.
import { fieldName } from '../../fields/fields';
import type { Bubble, CellKey, Portfolio, PortfolioTask } from '../../ipc/bindings';
import { laneName } from '../../lanes/lanes';
import { m } from '../../paraglide/messages';
import { decimal, figures } from '../../shared/numbers';

const LIST = new Intl.ListFormat(undefined, { style: 'long', type: 'conjunction' });

/** Returns hours with a decimal, or with two digits where they are less than one. */
export function hoursText(hours: number): string {
  return hours > 0 && hours < 1 ? figures(hours, { maximumSignificantDigits: 2 }) : decimal(hours);
}

export function nameOf(name: string): string {
  return name || m.portfolio_unnamed();
}

/** Returns how the hours of a task come about: "2,600 items × 2 min ÷ 60". */
export function workingOf({ volume, minutes }: Pick<PortfolioTask, 'volume' | 'minutes'>): string {
  return m.portfolio_working({ volume: decimal(volume), minutes: decimal(minutes) });
}

/** Returns who a bubble is. */
export function titleOf(bubble: Bubble): string {
  return bubble.count > 1 ? m.portfolio_tasks({ count: bubble.count }) : nameOf(bubble.name);
}

/** Returns where a bubble stands and why, in short sentences. */
export function linesOf(bubble: Bubble): string[] {
  const lines: string[] = [m.portfolio_sum({ sum: bubble.composite })];
  if (bubble.count > 1) {
    const span = { least: hoursText(bubble.leastHours), most: hoursText(bubble.mostHours) };
    lines.push(m.portfolio_hours_between(span), m.portfolio_items({ volume: decimal(bubble.volume) }));
  } else {
    lines.push(m.portfolio_hours({ hours: hoursText(bubble.hours) }), workingOf(bubble));
  }
  if (bubble.capped > 0) lines.push(m.portfolio_capped({ count: bubble.capped }));
  if (bubble.stale > 0) lines.push(m.portfolio_stale({ count: bubble.stale }));
  return lines;
}

/** Returns all of it for someone who does not see the map. */
export function described(bubble: Bubble): string {
  return [titleOf(bubble), laneName(bubble.lane), ...linesOf(bubble)].join(', ');
}

/** Returns what a task lacks: "Add Context Depth and Monthly volume". */
export function lackOf(missing: readonly CellKey[]): string {
  return m.portfolio_add({ fields: LIST.format(missing.map(fieldName)) });
}

/** Returns what to know when reading the map. */
export function captionOf({ placed, total, binned }: Portfolio): string[] {
  return [
    placed === total
      ? m.portfolio_all({ total: decimal(total) })
      : m.portfolio_some({ placed: decimal(placed), total: decimal(total) }),
    m.portfolio_caption_hours(),
    m.portfolio_caption_area(),
    binned ? m.portfolio_caption_bins() : m.portfolio_caption_spread(),
  ];
}
