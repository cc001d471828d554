import { isText, type Question } from '#domain/questionnaires/question.ts';
import type { Changes, Rounds } from './change.ts';
import { comparisonOf } from './comparison.ts';
import type { QuestionResult } from './result.ts';

/**
 * What has changed from one round to another of the same party, by frozen results alone, and by pairs where members have
 * kept a code. Like a result it may be shown to whoever may see the results, and frozen. Questions are compared that
 * ask the same in the same words; texts never are. Refuses rounds of different parties.
 */
export function changesOf({ before, after, pairs }: Rounds): Changes {
  if (before.party !== after.party) throw new RangeError('Rounds of different parties show no change');
  const least = Math.max(before.least, after.least);
  const earlierOf = new Map(before.questions.map((result) => [result.question.key, result]));
  const asked = after.questions.filter(({ question }) => !isText(question));
  const compared = asked.flatMap((later) => {
    const earlier = earlierOf.get(later.question.key);
    return earlier && asksTheSame(earlier, later) ? [{ earlier, later }] : [];
  });
  const questions = compared.map(({ earlier, later }) => {
    const { question } = later;
    const { isPaired, parts, verdict } = comparisonOf({
      later,
      earlier,
      least,
      pairs: pairs?.get(question.key) ?? [],
    });
    return { key: question.key, question, before: earlier, after: later, verdict, isPaired, parts };
  });
  const known = new Set(questions.map(({ key }) => key));
  const all = [...before.questions, ...after.questions].filter(({ question }) => !isText(question));
  const wordings = new Map(all.map(({ question, wording }) => [question.key, wording]));
  const notCompared = [...wordings].flatMap(([key, wording]) => (known.has(key) ? [] : [wording]));
  return { version: 1, questions, notCompared };
}

/** Whether two results answer the same question put to the same people; what only helps to answer may differ. */
export function asksTheSame(one: QuestionResult, other: QuestionResult): boolean {
  return one.wording === other.wording && definitionOf(one.question) === definitionOf(other.question);
}

/** All of a question that gives its answers their meaning, besides its wording. */
export function definitionOf(question: Question): string {
  const { type, showIf, scale, lowLabel, highLabel, isReversed, options, rows, unit, min, max } = question;
  return JSON.stringify([
    [type, scale, lowLabel, highLabel, isReversed, options, rows, unit, min, max],
    showIf && [showIf.key, showIf.isOneOf],
  ]);
}
