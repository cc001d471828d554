import type { Locale } from '#ui/format.ts';
import { hasWords, type Question, type QuestionScale, stepsOf, YES_NO } from './question.ts';

const da = {
  agreement: ['Helt uenig', 'Uenig', 'Hverken eller', 'Enig', 'Helt enig'],
  frequency: ['Aldrig', 'Sjældent', 'Af og til', 'Ofte', 'Næsten altid'],
  knowledge: ['Kender ikke', 'Har hørt om', 'Kender nogenlunde', 'Kender godt'],
  confidence: ['Slet ikke tryg', 'Lidt tryg', 'Nogenlunde tryg', 'Tryg', 'Meget tryg'],
  yesNo: ['Ja', 'Nej', 'Ved ikke'],
  names: {
    agreement: 'Enighed',
    frequency: 'Hyppighed',
    knowledge: 'Kendskab',
    confidence: 'Tryghed',
    one_to_five: 'Fra 1 til 5',
    one_to_ten: 'Fra 1 til 10',
    zero_to_ten: 'Fra 0 til 10',
  } satisfies Record<QuestionScale, string>,
};

const en: typeof da = {
  agreement: ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'],
  frequency: ['Never', 'Rarely', 'Now and then', 'Often', 'Almost always'],
  knowledge: ['Not known', 'Heard of', 'Known fairly well', 'Known well'],
  confidence: [
    'Not at all confident',
    'A little confident',
    'Fairly confident',
    'Confident',
    'Very confident',
  ],
  yesNo: ['Yes', 'No', 'Don’t know'],
  names: {
    agreement: 'Agreement',
    frequency: 'Frequency',
    knowledge: 'Knowledge',
    confidence: 'Confidence',
    one_to_five: 'From 1 to 5',
    one_to_ten: 'From 1 to 10',
    zero_to_ten: 'From 0 to 10',
  },
};

/** The words of the standard scales, and what the scales are called. */
export const scaleText: Record<Locale, typeof da> = { da, en };

/** The steps of a scale from least to most, with their words; those of a numbered scale are the numbers. */
export function stepLabels(locale: Locale, scale: QuestionScale): { value: string; label: string }[] {
  const steps = stepsOf(scale);
  const words: readonly string[] = hasWords(scale)
    ? scaleText[locale][scale as 'agreement' | 'frequency' | 'knowledge' | 'confidence']
    : steps;
  return steps.map((value, at) => ({ value, label: words[at] ?? value }));
}

/** The answers that a question offers, by value, in order; none for one that is answered in figures or words. */
export function choiceLabels(
  locale: Locale,
  { options, scale, type }: Pick<Question, 'options' | 'scale' | 'type'>,
): { value: string; label: string }[] {
  if (scale !== null) return stepLabels(locale, scale);
  if (type !== 'yes_no') return options.map((label, at) => ({ value: String(at), label }));
  return YES_NO.map((value, at) => ({ value, label: scaleText[locale].yesNo[at] ?? value }));
}
