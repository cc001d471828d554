import type { Interval } from '#domain/benchmarks/interval.ts';
import type { Answer, Question } from '#domain/questionnaires/question.ts';
import type { QuestionResult, RoundResult } from './result.ts';

/** Whether something has changed: more than chance usually makes, not more than that, or too few answers to say. */
export const VERDICTS = ['clear', 'chance', 'too_few'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A change with its interval; `confidence` is above 0.95 where several are judged together. */
export type Change = Readonly<Interval> & { readonly value: number; readonly confidence: number };

/** So many of so many, and the share. */
export type Portion = { readonly count: number; readonly of: number; readonly share: number };

/**
 * One thing that is compared: an option, the `yes` of a yes/no, a row of a matrix by its place, or the `whole` scale
 * or number. `share` is the change of the share that chose it, of a scale the share of its upper two steps. `rank` is
 * the probability that an answer afterwards lies higher than one before, ties counting half: 0.5 is no change.
 */
export type ChangePart = {
  readonly part: string;
  readonly verdict: Verdict;
  readonly share: { readonly before: Portion; readonly after: Portion; readonly change: Change } | null;
  readonly rank: Change | null;
  /** Of those who answered both times under a code of their own: the change of the share, or in steps. */
  readonly paired: {
    readonly pairs: number;
    readonly share: Change | null;
    readonly step: Change | null;
  } | null;
};

/** What has become of one question. `isPaired` says that the verdict was reached by the pairs. */
export type QuestionChange = {
  readonly key: Question['key'];
  readonly question: Question;
  readonly before: QuestionResult;
  readonly after: QuestionResult;
  readonly verdict: Verdict;
  readonly isPaired: boolean;
  readonly parts: readonly ChangePart[];
};

/** Two rounds compared, JSON as it stands; `notCompared` are the words of questions asked only once, or differently. */
export type Changes = {
  readonly version: 1;
  readonly questions: readonly QuestionChange[];
  readonly notCompared: readonly string[];
};

/** What the same code answered before and after, by question, in no order. */
export type Pairs = ReadonlyMap<Question['key'], readonly (readonly [before: Answer, after: Answer])[]>;

export type Rounds = { readonly before: RoundResult; readonly after: RoundResult; readonly pairs?: Pairs };
