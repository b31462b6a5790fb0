/** Returns today as a field for a date holds it. */
export function today(now = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
}

/** Returns the whole numbers from one to another. */
export function wholeNumbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
