import { type Question, stepsOf } from '#domain/questionnaires/question.ts';
import type { Change, ChangePart, Portion, Verdict } from './change.ts';
import { acceptedPairs, differencesIn, type Pair, pairedCountOf } from './paired.ts';
import { type Part, partsOf, portionOf } from './portion.ts';
import { rankEvidence } from './rank-change.ts';
import type { QuestionResult } from './result.ts';
import {
  newcombeInterval,
  pairedNewcombeInterval,
  pairedShareEvidence,
  shareEvidence,
} from './share-change.ts';
import { signedRankEvidence } from './signed-rank.ts';
import type { Cell } from './tally.ts';
import { type Evidence, judgeTogether, LEVEL } from './verdict.ts';

/** What is compared with what, of one question; with pairs, how many of each side make the fewest. */
export type Compared = {
  readonly later: QuestionResult;
  readonly earlier: QuestionResult;
  readonly pairs: readonly Pair[];
  readonly least: number;
};

/** What came of comparing one question: one verdict, reached by tests that were chosen before the answers were seen. */
export type Comparison = {
  readonly verdict: Verdict;
  readonly isPaired: boolean;
  readonly parts: readonly ChangePart[];
};

type Candidate = {
  readonly part: string;
  readonly isPaired: boolean;
  readonly evidence: Evidence;
  readonly told: (judged: Change) => Omit<ChangePart, 'part' | 'verdict'>;
};

/**
 * Compares two results of the same question. Options and yes/no by the shares, scales, matrices and numbers by their
 * ranks; by the pairs instead where at least half of the smaller side is paired and nobody is left over alone. All
 * parts are judged together, and the question has changed clearly when one of them has.
 */
export function comparisonOf(compared: Compared): Comparison {
  const candidates = candidatesOf(compared);
  const known = candidates.filter((one) => typeof one !== 'string');
  const judged = judgeTogether(known.map(({ evidence }) => evidence));
  const parts = candidates.map((one): ChangePart => {
    if (typeof one === 'string')
      return { part: one, verdict: 'too_few', share: null, rank: null, paired: null };
    const { isClear, change } = judged[known.indexOf(one)]!;
    return { part: one.part, verdict: isClear ? 'clear' : 'chance', ...one.told(rounded(change)) };
  });
  const isClear = parts.some(({ verdict }) => verdict === 'clear');
  const verdict = known.length === 0 ? 'too_few' : isClear ? 'clear' : 'chance';
  return { verdict, isPaired: known.some(({ isPaired }) => isPaired), parts };
}

/** A part that can be judged, or the name of one that too few have answered. */
function candidatesOf(compared: Compared): (Candidate | string)[] {
  const { earlier, later } = compared;
  if (!later.tally || !earlier.tally) return [];
  if (later.tally.kind === 'number' && earlier.tally.kind === 'number') {
    const evidence = rankEvidence(countsIn(later.tally.cells), countsIn(earlier.tally.cells));
    const told = (rank: Change) => ({ share: null, rank, paired: null });
    return [{ part: 'whole', isPaired: false, evidence, told }];
  }
  const before = partsOf(earlier);
  return partsOf(later).map((part, at) => {
    const other = before[at];
    return part && other ? candidateOf(compared, part, other) : String(at);
  });
}

function candidateOf(compared: Compared, later: Part, earlier: Part): Candidate {
  const pairs = acceptedPairs(compared, later, earlier);
  const share = sharesOf(later, earlier);
  const isByRank = compared.later.question.scale !== null;
  if (pairs) return pairedCandidate(compared.later.question, { part: later, pairs, share });
  if (!isByRank) {
    const evidence = shareEvidence(share.after, share.before);
    const told = (change: Change) => ({ share: { ...share, change }, rank: null, paired: null });
    return { part: later.part, isPaired: false, evidence, told };
  }
  const evidence = rankEvidence(countsIn(later.cells), countsIn(earlier.cells));
  const told = (rank: Change) => ({ share, rank, paired: null });
  return { part: later.part, isPaired: false, evidence, told };
}

type Paired = { part: Part; pairs: readonly Pair[]; share: NonNullable<ChangePart['share']> };

function pairedCandidate({ scale }: Question, { part, pairs, share }: Paired): Candidate {
  const count = pairedCountOf(pairs, part.keys);
  const ofShare = pairedShareEvidence(count);
  if (!scale) {
    const told = (change: Change) => ({
      share,
      rank: null,
      paired: { pairs: pairs.length, share: change, step: null },
    });
    return { part: part.part, isPaired: true, evidence: ofShare, told };
  }
  const evidence = signedRankEvidence(differencesIn(pairs), stepsOf(scale).length - 1);
  const read = plain(ofShare.value, pairedNewcombeInterval(count));
  const told = (step: Change) => ({ share, rank: null, paired: { pairs: pairs.length, share: read, step } });
  return { part: part.part, isPaired: true, evidence, told };
}

function sharesOf(later: Part, earlier: Part): NonNullable<ChangePart['share']> {
  const portion = ({ answered, cells, keys }: Part): Portion => portionOf(cells, answered, keys);
  const [after, before] = [portion(later), portion(earlier)];
  const value = after.count / after.of - before.count / before.of;
  return { before, after, change: plain(value, newcombeInterval(after, before)) };
}

function plain(value: number, { lower, upper }: { lower: number; upper: number }): Change {
  return rounded({ value, lower, upper, confidence: 1 - LEVEL });
}

function rounded({ confidence, lower, upper, value }: Change): Change {
  const round = (number: number) => Math.round(number * 1e6) / 1e6 + 0;
  return { value: round(value), lower: round(lower), upper: round(upper), confidence: round(confidence) };
}

function countsIn(cells: readonly Cell[]): number[] {
  return cells.map(({ count }) => count);
}
