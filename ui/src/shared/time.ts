/** Times as the user's system writes them. */
const CLOCK: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };

/** Returns the time of day, with the date when that is not today's. */
export function clock(iso: string, now: Date, locale?: string): string {
  const time = new Date(iso);
  const isToday = time.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(locale, isToday ? CLOCK : { ...DAY, ...CLOCK }).format(time);
}

export function timeOfDay(iso: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, CLOCK).format(new Date(iso));
}

export function dayAndTime(iso: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { ...DAY, ...CLOCK }).format(new Date(iso));
}

export function day(iso: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, DAY).format(new Date(iso));
}
