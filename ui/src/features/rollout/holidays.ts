import type { Holiday } from '../../ipc/bindings';

const LINE = /^(\d{4}-\d{2}-\d{2})[\s,;:–-]*(.*)$/;

/** Reads a day a line, with what it is called after it. Lines without a day are given back. */
export function readHolidays(text: string): { holidays: Holiday[]; rest: string[] } {
  const holidays: Holiday[] = [];
  const rest: string[] = [];
  for (const line of text.split(/\r?\n/).map((it) => it.trim())) {
    const found = LINE.exec(line);
    if (found?.[1]) holidays.push({ day: found[1], name: (found[2] ?? '').replace(/\s+/g, ' ').trim() });
    else if (line !== '') rest.push(line);
  }
  return { holidays, rest };
}

/** Returns both lists in the order of their days; a day that is in both is called as in the second. */
export function withHolidays(holidays: readonly Holiday[], more: readonly Holiday[]): Holiday[] {
  const named = new Map([...holidays, ...more].map(({ day, name }) => [day, name]));
  return [...named]
    .map(([day, name]) => ({ day, name }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}
