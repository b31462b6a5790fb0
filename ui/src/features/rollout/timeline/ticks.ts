// The two tiers of the header.
import { dateOf, firstOfMonth, firstOfQuarter, mondayOf } from './days';
import type { Zoom } from './plan';
import { type Scale, xOf } from './scale';

export type Tick = { day: number; left: number; width: number; text: string };

/** About how wide a letter of the header is, in rem. */
const LETTER = 0.45;

type Tier = {
  /** Returns where the unit of a day begins, or one so many units on. */
  begin: (day: number, unitsOn?: number) => number;
  text: (day: number, locale?: string) => string;
};

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Returns a day in words, as the user's system writes them. */
export function formatOf(options: Intl.DateTimeFormatOptions, locale?: string): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = FORMATS.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  FORMATS.set(key, format);
  return format;
}

const written =
  (options: Intl.DateTimeFormatOptions) =>
  (day: number, locale?: string): string =>
    formatOf(options, locale).format(dateOf(day));

const QUARTER: Tier = {
  begin: firstOfQuarter,
  text: (day) => {
    const date = dateOf(day);
    return `Q${Math.floor(date.getUTCMonth() / 3) + 1} ${date.getUTCFullYear()}`;
  },
};
const MONTH: Tier = { begin: firstOfMonth, text: written({ month: 'long', year: 'numeric' }) };
const SHORT_MONTH: Tier = { begin: firstOfMonth, text: written({ month: 'long' }) };
const WEEK: Tier = {
  begin: (day, weeks = 0) => mondayOf(day) + weeks * 7,
  text: written({ day: 'numeric', month: 'short' }),
};
const weekday = written({ weekday: 'narrow' });
const DAY: Tier = {
  begin: (day, days = 0) => day + days,
  text: (day, locale) => `${weekday(day, locale)} ${dateOf(day).getUTCDate()}`,
};

const TIERS: Record<Zoom, [Tier, Tier]> = {
  week: [MONTH, DAY],
  month: [MONTH, WEEK],
  quarter: [QUARTER, SHORT_MONTH],
};

/** Returns the ticks of both tiers that cross the days in view, cut at the ends of the scale. */
export function ticksOf(
  scale: Scale,
  zoom: Zoom,
  view: { from: number; to: number },
  locale?: string,
): [Tick[], Tick[]] {
  const [upper, lower] = TIERS[zoom];
  return [tierOf(upper, scale, view, locale), tierOf(lower, scale, view, locale)];
}

function tierOf(tier: Tier, scale: Scale, view: { from: number; to: number }, locale?: string): Tick[] {
  const from = Math.max(scale.first, view.from);
  const to = Math.min(scale.last, view.to);
  const ticks: Tick[] = [];
  for (let begin = tier.begin(from); begin < to; begin = tier.begin(begin, 1)) {
    const day = Math.max(scale.first, begin);
    const end = Math.min(scale.last, tier.begin(begin, 1));
    const left = xOf(scale, day);
    const width = xOf(scale, end) - left;
    const text = tier.text(begin, locale);
    // What the end of the scale cuts short may have no room for its name.
    ticks.push({ day, left, width, text: text.length * LETTER > width ? '' : text });
  }
  return ticks;
}
