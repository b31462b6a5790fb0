import { figures } from './numbers';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** Returns a file size in the largest unit that leaves a number of 1 or more; never below a kilobyte. */
export function fileSize(bytes: number): string {
  let size = Math.max(1, bytes / 1000);
  let unit = 0;
  while (size >= 1000 && unit < UNITS.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  return figures(size, {
    style: 'unit',
    unit: UNITS[unit],
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  });
}
