import { type Locale, number, quantity } from '#ui/format.ts';
import { type Part, partsOf, portionOf, portionWithInterval } from './portion.ts';
import { resultText } from './result.text.ts';
import type { QuestionResult, RoundResult } from './result.ts';
import { answerLabel, answersText, intervalText, portionText, quotedList } from './result-words.text.ts';
import type { Cell, NumberTally } from './tally.ts';

/** What the answers to one question say, in one sentence; of a question that may not be shown, why. */
export function resultMessage(
  locale: Locale,
  { isWellbeing, least }: RoundResult,
  result: QuestionResult,
): string {
  const say = resultText[locale];
  const { answered, question, tally } = result;
  if (isWellbeing && question.type.endsWith('_text')) return say.wellbeingText;
  if (tally === null || answered === null) return say.hidden(number(locale, least, 0));
  if (tally.kind === 'text') return say.written(number(locale, answered, 0));
  if (tally.kind === 'number') return numberMessage(locale, result, tally);
  if (tally.kind === 'rows') return rowsMessage(locale, result);
  if (tally.kind === 'options' && question.type !== 'yes_no')
    return optionsMessage(locale, result, tally.cells);
  const [part] = partsOf(result);
  return part ? partMessage(locale, result, part) : '';
}

function partMessage(locale: Locale, { question }: QuestionResult, part: Part): string {
  const say = resultText[locale];
  const found = portionWithInterval(part);
  const portion = portionText(locale, found);
  const interval = intervalText(locale, found);
  if (question.type === 'yes_no') return say.yes(portion, interval);
  return say.upper(answersText(locale, question, part.keys), portion, interval);
}

function optionsMessage(
  locale: Locale,
  { answered, question }: QuestionResult,
  cells: readonly Cell[],
): string {
  const say = resultText[locale];
  const most = Math.max(...cells.map(({ count }) => count));
  const first = cells.filter(({ count }) => count === most);
  const names = first.map(({ key }) => answerLabel(locale, question, key));
  const portion = portionText(locale, { count: most, of: answered! });
  if (first.length > 1) return say.equallyOften(quotedList(locale, names), portion);
  return (2 * most > answered! ? say.most : say.mostOften)(say.quoted(names[0]!), portion);
}

function rowsMessage(locale: Locale, result: QuestionResult): string {
  const say = resultText[locale];
  const { question } = result;
  const known = partsOf(result).filter((part) => part !== null);
  if (known.length === 0) return say.fewer;
  const steps = answersText(locale, question, known[0]!.keys);
  const rows = known.map(({ answered, cells, keys, part }) => ({
    name: say.quoted(question.rows[Number(part)]!),
    portion: portionOf(cells, answered, keys),
  }));
  const sorted = rows.toSorted((one, other) => other.portion.share - one.portion.share);
  const [first, last] = [sorted[0]!, sorted.at(-1)!];
  const told = ({ name, portion }: typeof first) => [name, portionText(locale, portion)];
  if (known.length === 1) return say.oneRow(steps, first.name, portionText(locale, first.portion));
  if (first.portion.share === last.portion.share)
    return say.rowsAlike(steps, portionText(locale, first.portion));
  return say.rows(steps, told(first), told(last));
}

function numberMessage(
  locale: Locale,
  { question }: QuestionResult,
  { median, quartiles }: NumberTally,
): string {
  const say = resultText[locale];
  const middle = quantity(locale, median, question.unit, 2);
  if (!quartiles) return say.middle(middle);
  const [from, until] = quartiles;
  return say.middleHalf(middle, number(locale, from, 2), quantity(locale, until, question.unit, 2));
}
