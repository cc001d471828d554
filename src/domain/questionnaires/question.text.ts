import { count, type Locale, number, quantity } from '#ui/format.ts';
import { hasWords, type Question, type QuestionType } from './question.ts';
import { choiceLabels, scaleText } from './scale.text.ts';

const da = {
  types: {
    single: 'Ét svar',
    multiple: 'Et eller flere svar',
    scale: 'Skala',
    matrix: 'Skala, en linje til hver',
    number: 'Tal',
    short_text: 'Kort svar med egne ord',
    long_text: 'Svar med egne ord',
    yes_no: 'Ja, nej eller ved ikke',
  } satisfies Record<QuestionType, string>,
  reversed: 'Højt er mindre godt her.',
  partner: 'Til samarbejdspartneren:',
  optional: 'Kan springes over.',
  minutes: (n: number) =>
    `Det tager omkring ${count('da', n, { one: 'minut', other: 'minutter' })} at svare.`,
  number: (n: number) => count('da', n, { one: 'spørgsmål', other: 'spørgsmål' }),
  wellbeing:
    'Spørgeskemaet handler om trivsel. Der kan ikke svares med egne ord, og svarene vises først, når mindst ti har svaret.',
};

const en: typeof da = {
  types: {
    single: 'One answer',
    multiple: 'One or more answers',
    scale: 'Scale',
    matrix: 'Scale, a line for each',
    number: 'Number',
    short_text: 'Short answer in one’s own words',
    long_text: 'Answer in one’s own words',
    yes_no: 'Yes, no or don’t know',
  },
  reversed: 'High is less good here.',
  partner: 'To the partner:',
  optional: 'Can be skipped.',
  minutes: (n) => `It takes about ${count('en', n, { one: 'minute', other: 'minutes' })} to answer.`,
  number: (n) => count('en', n, { one: 'question', other: 'questions' }),
  wellbeing:
    'The questionnaire is about wellbeing. There are no answers in one’s own words, and answers are shown only when at least ten have answered.',
};

/** What is said about questions to whoever chooses or writes them. */
export const questionText: Record<Locale, typeof da> = { da, en };

/** How a question is answered, in one line: `Skala: Aldrig · Sjældent · Af og til · Ofte · Næsten altid`. */
export function answersText(locale: Locale, question: Question): string {
  const kind = questionText[locale].types[question.type];
  if (question.type === 'yes_no') return kind;
  const said = question.type === 'number' ? boundsText(locale, question) : offeredText(locale, question);
  return said === '' ? kind : `${kind}: ${said}`;
}

function offeredText(locale: Locale, question: Question): string {
  const { highLabel, lowLabel, scale } = question;
  if (scale === null || hasWords(scale))
    return choiceLabels(locale, question)
      .map(({ label }) => label)
      .join(' · ');
  return `${scaleText[locale].names[scale]} (${lowLabel} – ${highLabel})`;
}

function boundsText(locale: Locale, { max, min, unit }: Question): string {
  if (min !== null && max !== null) return `${number(locale, min, 6)}–${quantity(locale, max, unit, 6)}`;
  return unit;
}
