import type { Question } from '#domain/questionnaires/question.ts';
import { choiceLabels } from '#domain/questionnaires/scale.text.ts';
import { dayText, type Locale, list, number, percent, quantity, range, withUnit } from '#ui/format.ts';
import type { Bin } from './number-bins.ts';
import { resultText } from './result.text.ts';
import type { QuestionResult, RoundResult } from './result.ts';
import type { Cell } from './tally.ts';

/** When a round was counted, how many were asked, and what the partner is called; what is not known is null. */
export type ResultSource = {
  readonly countedOn: string | null;
  readonly invited: number | null;
  readonly partner: string | null;
};

/** Every answer that can be chosen, by key, in the question's order; the ends of a numbered scale with their words. */
export function answerLabels(locale: Locale, question: Question): { key: string; label: string }[] {
  const labels = choiceLabels(locale, question);
  const ends = [question.lowLabel, question.highLabel];
  return labels.map(({ label, value }, at) => {
    const end = at === 0 ? ends[0] : at === labels.length - 1 ? ends[1] : '';
    const isNumbered = question.scale !== null && label === value;
    return { key: value, label: isNumbered && end ? `${label} – ${end}` : label };
  });
}

/** The words of one answer. */
export function answerLabel(locale: Locale, question: Question, key: string): string {
  return answerLabels(locale, question).find((answer) => answer.key === key)?.label ?? key;
}

/** Several answers as one says them: `”Tryg” eller ”Meget tryg”`, `9 eller 10`. */
export function answersText(locale: Locale, question: Question, keys: readonly string[]): string {
  const say = resultText[locale];
  const words = choiceLabels(locale, question)
    .filter(({ value }) => keys.includes(value))
    .map(({ label, value }) => (question.scale !== null && label === value ? label : say.quoted(label)));
  return words.join(say.or);
}

/** The numbers of a bin: `10–19 gange`, `5.000 og mere`. */
export function binText(locale: Locale, { below, from }: Bin, { max, unit }: Question): string {
  const write = (value: number) => number(locale, value, 6);
  if (below === null) return resultText[locale].fromOn(withUnit(locale, write(from), unit));
  const isWhole = Number.isInteger(from) && Number.isInteger(below);
  const last = isWhole && below !== max ? below - 1 : below;
  return last <= from ? quantity(locale, from, unit, 6) : range(locale, [from, last], unit, 6);
}

/** A share from 0 to 1 in whole per cent. */
export function shareText(locale: Locale, share: number): string {
  return percent(locale, 100 * share, 0);
}

/** An interval of shares in whole per cent: `39–78 %`. */
export function intervalText(locale: Locale, { lower, upper }: { lower: number; upper: number }): string {
  return range(locale, [100 * lower, 100 * upper], '%', 0);
}

/** So many of so many, and the share: `12 af 20 (60 %)`. */
export function portionText(locale: Locale, { count, of }: { count: number; of: number }): string {
  const some = resultText[locale].of(number(locale, count, 0), number(locale, of, 0));
  return `${some} (${shareText(locale, count / of)})`;
}

/** A number with the share beside it, as stands at the end of a bar: `12 · 60 %`. */
export function cellText(locale: Locale, { count, share }: Cell): string {
  return `${number(locale, count, 0)} · ${shareText(locale, share)}`;
}

/** What, of whom, when counted, how many of how many. */
export function sourceText(
  locale: Locale,
  result: RoundResult,
  source: ResultSource,
  question: QuestionResult | null = null,
): string {
  const say = resultText[locale].source;
  const whole = (value: number) => number(locale, value, 0);
  const party = result.party === 'partner' ? (source.partner ?? say.of.partner) : say.of.member;
  const isPart = question !== null && question.answered !== null && question.answered !== result.respondents;
  const parts = [
    say.from(result.title),
    party,
    source.countedOn ? say.counted(dayText(locale, source.countedOn)) : '',
    source.invited === null
      ? say.answeredAlone(whole(result.respondents))
      : say.answered(whole(result.respondents), whole(source.invited)),
    isPart ? say.here(whole(question.answered!), whole(question.asked ?? question.answered!)) : '',
    question?.tally && question.tally.kind !== 'text' ? say.interval : '',
  ];
  return `${parts.filter(Boolean).join('. ')}.`;
}

/** Names in a sentence, each quoted. */
export function quotedList(locale: Locale, names: readonly string[]): string {
  return list(locale, names.map(resultText[locale].quoted));
}
