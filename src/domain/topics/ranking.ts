/** What a topic got in a vote that has closed: how many dots, and from how many people. */
export type ResultLine = { topicId: string; sentence: string; dots: number; voters: number };

/** A line with its place. Equal dots share a place, `first` to `last`; no dots has none. */
export type RankedLine<L extends ResultLine = ResultLine> = L & {
  place: { first: number; last: number } | null;
};

/**
 * The lines by dots, the most first. Equal dots share their place, and how many people gave them decides nothing:
 * among equals they stand by sentence.
 */
export function ranked<L extends ResultLine>(lines: readonly L[]): RankedLine<L>[] {
  return [...lines]
    .sort((a, b) => b.dots - a.dots || a.sentence.localeCompare(b.sentence, 'da'))
    .map((line, _at, sorted) => ({ ...line, place: placeOf(line, sorted) }));
}

function placeOf({ dots }: ResultLine, sorted: readonly ResultLine[]): RankedLine['place'] {
  if (dots === 0) return null;
  const above = sorted.filter((other) => other.dots > dots).length;
  const equal = sorted.filter((other) => other.dots === dots).length;
  return { first: above + 1, last: above + equal };
}

/** The lines at the first place: none when nobody placed a dot, several when they are equal. */
export function leading<L extends ResultLine>(lines: readonly RankedLine<L>[]): RankedLine<L>[] {
  return lines.filter(({ place }) => place?.first === 1);
}
