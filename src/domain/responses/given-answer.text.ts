import { type Answer, isText, type Question } from '#domain/questionnaires/question.ts';
import { choiceLabels } from '#domain/questionnaires/scale.text.ts';
import { type Locale, list, quantity } from '#ui/format.ts';
import { inRow } from './tally.ts';

/** What somebody answered to a question, as lines to read: a row of a matrix is a line of its own. */
export function givenText(locale: Locale, question: Question, answer: Answer): string[] {
  if (isText(question)) return [String(answer)];
  if (question.type === 'number') return [quantity(locale, Number(answer), question.unit, 6)];
  const labels = new Map(choiceLabels(locale, question).map(({ label, value }) => [value, label]));
  const word = (chosen: string) => labels.get(chosen) ?? chosen;
  if (question.type === 'matrix')
    return question.rows.flatMap((row, at) => {
      const step = inRow(answer, String(at));
      return step === null ? [] : [`${row}: ${word(step)}`];
    });
  return [Array.isArray(answer) ? list(locale, answer.map(word)) : word(String(answer))];
}
