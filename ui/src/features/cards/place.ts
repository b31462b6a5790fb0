/** Where an answer stands: in the card itself, or in an item of one of its lists. */
export type Place = { field: string; list: string | null; item: string | null };

export function inCard(field: string): Place {
  return { field, list: null, item: null };
}

/** Returns one name for a place. */
export function keyOf({ list, item, field }: Place): string {
  return list === null ? field : `${list}/${item}/${field}`;
}

const NEW = 'new-';

/** Returns the name of an item until the app has given it one; the newest stands last. */
export function newItem(number: number): string {
  return `${NEW}${String(number).padStart(4, '0')}`;
}

export function isNewItem(item: string): boolean {
  return item.startsWith(NEW);
}
