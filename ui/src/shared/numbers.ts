// How numbers are written: as the language of the sentences around them writes them, 100,026 and not 100026.
import { getLocale } from '../paraglide/runtime';

const FORMATS = new Map<string, Intl.NumberFormat>();

/** Returns a number in figures. */
export function figures(number: number, options: Intl.NumberFormatOptions = {}): string {
  const key = JSON.stringify(options);
  const format = FORMATS.get(key) ?? new Intl.NumberFormat(getLocale(), options);
  FORMATS.set(key, format);
  return format.format(number);
}

/** Returns a number with at most so many decimals. */
export function decimal(number: number, digits = 1): string {
  return figures(number, { maximumFractionDigits: digits });
}
