/** Returns the lines of a copied text with their cells; lines without any words are left out. */
export function pastedLines(text: string): string[][] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}
