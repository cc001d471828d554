import type { Interval } from '#domain/benchmarks/interval.ts';
import type { Portion } from './change.ts';
import { asksTheSame } from './changes.ts';
import { partsOf, portionWithInterval } from './portion.ts';
import type { QuestionResult, RoundResult } from './result.ts';

/** A round in a row of rounds, by the day of its meeting. */
export type RoundOfMeeting = { readonly heldOn: string; readonly result: RoundResult };

/** What one meeting was answered: the share with its 95 % interval, or null where too few answered. */
export type TrendPoint = { readonly heldOn: string; readonly share: (Portion & Readonly<Interval>) | null };

/** One thing followed over the meetings, earliest first; `part` as in a change, of a scale its upper two steps. */
export type Trend = {
  readonly key: string;
  readonly part: string;
  readonly latest: QuestionResult;
  readonly points: readonly TrendPoint[];
};

/**
 * How the answers to the questions of the latest round have gone over the meetings, wherever the same was asked.
 * Numbers and texts are not followed, and nothing is that was asked only once.
 */
export function trendsOf(rounds: readonly RoundOfMeeting[]): Trend[] {
  const inOrder = [...rounds].sort((one, other) => (one.heldOn < other.heldOn ? -1 : 1));
  const latest = inOrder.at(-1)?.result.questions ?? [];
  return latest.flatMap((question) => {
    const asked = inOrder.flatMap(({ heldOn, result }) => {
      const same = result.questions.find((other) => other.question.key === question.question.key);
      return same && asksTheSame(same, question) ? [{ heldOn, same }] : [];
    });
    if (asked.length < 2) return [];
    const found = new Set(asked.flatMap(({ same }) => partsOf(same).map((part) => part?.part)));
    const parts = [...found].filter((part) => part !== undefined);
    return parts.map((part) => ({
      key: question.question.key,
      part,
      latest: question,
      points: asked.map(({ heldOn, same }) => ({ heldOn, share: shareOf(same, part) })),
    }));
  });
}

function shareOf(result: QuestionResult, name: string): TrendPoint['share'] {
  const part = partsOf(result).find((one) => one?.part === name);
  return part ? portionWithInterval(part) : null;
}
