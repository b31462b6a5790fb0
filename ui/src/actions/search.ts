/** Returns how well a text answers what was typed, best first from 0; null when some word of it is missing. */
function match(text: string, typed: string): number | null {
  const haystack = plain(text);
  let rank = 0;
  for (const word of plain(typed).split(/\s+/)) {
    const at = haystack.indexOf(word);
    if (at < 0) return null;
    const startsWord = at === 0 || haystack[at - 1] === ' ';
    rank += at === 0 ? 0 : startsWord ? 1 : 2;
  }
  return rank;
}

/** Returns the entries that answer what was typed, the best first and otherwise in their order. */
export function search<Entry>(
  entries: readonly Entry[],
  textOf: (entry: Entry) => string,
  typed: string,
): Entry[] {
  if (typed.trim() === '') return [...entries];
  return entries
    .flatMap((entry) => {
      const rank = match(textOf(entry), typed.trim());
      return rank === null ? [] : [{ entry, rank }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

/** Without case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
