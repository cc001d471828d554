import { type Locale, number, withUnit } from '#ui/format.ts';
import type { AnswerProblem, AnswerProblemKind } from './answers-in-form.ts';
import { fieldName, wordsTo } from './asked.ts';
import type { Party, Question, Questionnaire } from './question.ts';
import { choiceLabels } from './scale.text.ts';

type Say = (of: string) => string;
const always =
  (words: string): Say =>
  () =>
    words;

const da = {
  allRequired: 'Alle spørgsmål skal besvares.',
  noneRequired: 'Du kan springe alle spørgsmål over.',
  someRequired: 'Du kan springe over, hvad der er mærket (valgfrit). Alt andet skal besvares.',
  several: 'Sæt gerne flere krydser.',
  room: (most: string) => `Der er plads til ${most} tegn.`,
  between: (min: string, max: string) => `Fra ${min} til ${max}.`,
  atLeast: (min: string) => `Mindst ${min}.`,
  atMost: (max: string) => `Højst ${max}.`,
  only: (answers: string, question: string) => `Svar kun, hvis du svarede ${answers} til ”${question}”`,
  or: ' eller ',
  quote: (words: string) => `”${words}”`,
  problem: {
    unanswered: always('Svar på spørgsmålet.'),
    rows_unanswered: (left) =>
      left === '1' ? 'Svar på den linje, der mangler.' : `Svar på de ${left} linjer, der mangler.`,
    unknown_answer: always('Vælg et af svarene her.'),
    not_a_number: always('Skriv et tal, f.eks. 12 eller 12,5.'),
    too_small: (min) => `Tallet skal være mindst ${min}.`,
    too_big: (max) => `Tallet må højst være ${max}.`,
    too_long: (most) => `Skriv højst ${most} tegn.`,
  } as Record<AnswerProblemKind, Say>,
};

const en: typeof da = {
  allRequired: 'All questions are to be answered.',
  noneRequired: 'You can skip any question.',
  someRequired: 'You can skip what is marked (optional). All else is to be answered.',
  several: 'Choose several if you like.',
  room: (most) => `There is room for ${most} characters.`,
  between: (min, max) => `From ${min} to ${max}.`,
  atLeast: (min) => `At least ${min}.`,
  atMost: (max) => `At most ${max}.`,
  only: (answers, question) => `Answer only if you answered ${answers} to “${question}”`,
  or: ' or ',
  quote: (words) => `“${words}”`,
  problem: {
    unanswered: always('Answer the question.'),
    rows_unanswered: (left) =>
      left === '1' ? 'Answer the line that is left.' : `Answer the ${left} lines that are left.`,
    unknown_answer: always('Choose one of the answers here.'),
    not_a_number: always('Write a number, such as 12 or 12,5.'),
    too_small: (min) => `The number must be at least ${min}.`,
    too_big: (max) => `The number can be at most ${max}.`,
    too_long: (most) => `Write at most ${most} characters.`,
  },
};

/** What stands beside the questions while somebody answers. */
export const answerText: Record<Locale, typeof da> = { da, en };

/** What is wrong with an answer and how to mend it, in one sentence. */
export function answerProblemText(locale: Locale, { kind, of }: AnswerProblem): string {
  return answerText[locale].problem[kind](of === null ? '' : number(locale, of, 6));
}

/** What is to be mended, each with the id of its field, as the summary of errors lists it. */
export function problemLinks(
  locale: Locale,
  { questions }: Pick<Questionnaire, 'questions'>,
  party: Party,
  problems: readonly AnswerProblem[],
): { field: string; message: string }[] {
  return problems.flatMap((problem) => {
    const question = questions.find(({ key }) => key === problem.key);
    if (!question) return [];
    const row = question.type === 'matrix' ? (problem.row ?? 0) : undefined;
    const words = wordsTo(party, question);
    return [
      {
        field: fieldName(question.key, row),
        message: `${words}${/[.?!:]$/.test(words) ? '' : ':'} ${answerProblemText(locale, problem)}`,
      },
    ];
  });
}

/** Of whom a question is asked, in words: `Svar kun, hvis du svarede ”Ja” til ”…?”`; empty when of everybody. */
export function conditionText(
  locale: Locale,
  { questions }: Pick<Questionnaire, 'questions'>,
  party: Party,
  { showIf }: Question,
): string {
  const source = questions.find(({ key }) => key === showIf?.key);
  if (!showIf || !source) return '';
  const text = answerText[locale];
  const answers = choiceLabels(locale, source)
    .filter(({ value }) => showIf.isOneOf.includes(value))
    .map(({ label }) => text.quote(label));
  return text.only(answers.join(text.or), wordsTo(party, source));
}

/** What stands below a question: its hint, how many may be chosen, its bounds, how much room there is. */
export function hintText(locale: Locale, question: Question, most: number | null): string {
  const text = answerText[locale];
  const { hint, max, min, type, unit } = question;
  const say = (bound: number) => withUnit(locale, number(locale, bound, 6), unit);
  const bounds =
    min !== null && max !== null
      ? text.between(number(locale, min, 6), say(max))
      : min !== null
        ? text.atLeast(say(min))
        : max === null
          ? ''
          : text.atMost(say(max));
  const several = type === 'multiple' ? text.several : '';
  const room = most === null ? '' : text.room(number(locale, most, 0));
  return [hint, several, bounds, room].filter(Boolean).join(' ');
}

/** What may be skipped, in one sentence for all the questions. */
export function requiredText(locale: Locale, questions: readonly Pick<Question, 'isRequired'>[]): string {
  const text = answerText[locale];
  if (questions.every(({ isRequired }) => isRequired)) return text.allRequired;
  return questions.some(({ isRequired }) => isRequired) ? text.someRequired : text.noneRequired;
}
