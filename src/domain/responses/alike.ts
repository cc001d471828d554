const ALIKE = 0.6;

/** How much of all that two lists name both of them do, from 0 to 1; two empty ones name the same. */
export function sharedBy(some: readonly string[], others: readonly string[]): number {
  const [a, b] = [new Set(some), new Set(others)];
  const all = a.union(b).size;
  return all === 0 ? 1 : a.intersection(b).size / all;
}

/** Whether so much is shared that two lists say nearly the same. */
export function isMostly(share: number): boolean {
  return share >= ALIKE;
}

/** The words of a text, without capitals and signs. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether two lists of lines are nearly the same, in whatever order. */
export function areNearly(some: readonly string[], others: readonly string[]): boolean {
  const words = (lines: readonly string[]) => lines.map((line) => wordsOf(line).join(' '));
  return isMostly(sharedBy(words(some), words(others)));
}
