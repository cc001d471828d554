const DANISH = 'januar februar marts april maj juni juli august september oktober november december';
const ENGLISH = 'january february march april may june july august september october november december';
const NUMBERS = new Map(
  [DANISH, ENGLISH].flatMap((names) =>
    names.split(' ').flatMap((name, i): [string, number][] => [
      [name, i + 1],
      [name.slice(0, 3), i + 1],
      [name.slice(0, 4), i + 1],
    ]),
  ),
);

/** 1 to 12 for the name of a month in Danish or English, whole or cut to three or four letters; else null. */
export function monthNumber(name: string): number | null {
  return NUMBERS.get(name.toLowerCase()) ?? null;
}
