import type { Answer } from '#domain/questionnaires/question.ts';
import type { Compared } from './comparison.ts';
import type { Part } from './portion.ts';
import type { PairedCount } from './share-change.ts';
import { answersTo, chosenIn, inRow } from './tally.ts';

/** What one code answered before and after. */
export type Pair = readonly [before: Answer, after: Answer];

/**
 * The pairs by which a part may be judged, of a row the steps of that row; null where there are too few. Whether there
 * are enough is a matter of numbers alone: at least the fewest; at least half of the smaller side, since a few pairs say
 * less than all answers; and on neither side a rest of fewer than the fewest, whose answers would be the difference.
 */
export function acceptedPairs(
  { least, later, pairs }: Compared,
  after: Part,
  before: Part,
): readonly Pair[] | null {
  const { question } = later;
  const fits = (answer: Answer | null): answer is Answer =>
    answer !== null && (question.type === 'matrix' || answersTo(question, [answer]).length === 1);
  const step = (answer: Answer) => (question.type === 'matrix' ? inRow(answer, after.part) : answer);
  const known = pairs.flatMap(([one, other]): Pair[] => {
    const [first, second] = [step(one), step(other)];
    return fits(first) && fits(second) ? [[first, second]] : [];
  });
  const hidesTheRest = ({ answered }: Part) => answered === known.length || answered - known.length >= least;
  const isEnough = known.length >= least && 2 * known.length >= Math.min(after.answered, before.answered);
  return isEnough && hidesTheRest(after) && hidesTheRest(before) ? known : null;
}

/** How many of the pairs gave one of these answers both times, only afterwards, only before, and never. */
export function pairedCountOf(pairs: readonly Pair[], keys: readonly string[]): PairedCount {
  const gave = (answer: Answer) => chosenIn(answer).some((choice) => keys.includes(choice));
  const count = (before: boolean, after: boolean) =>
    pairs.filter(([one, other]) => gave(one) === before && gave(other) === after).length;
  return {
    both: count(true, true),
    onlyLater: count(false, true),
    onlyEarlier: count(true, false),
    neither: count(false, false),
  };
}

/** By how many steps each pair has moved up. */
export function differencesIn(pairs: readonly Pair[]): number[] {
  return pairs.map(([before, after]) => Number(after) - Number(before));
}
