import { count, type Locale } from '#ui/format.ts';

type Leading = { sentence: string; dots: number };

const dots = {
  da: { one: 'prik', other: 'prikker' },
  en: { one: 'dot', other: 'dots' },
};

/** A topic with its dots, as the letter about the result tells it. */
export const leadingText = {
  da: (topic: Leading) => `”${topic.sentence}”: ${count('da', topic.dots, dots.da)}`,
  en: (topic: Leading) => `“${topic.sentence}”: ${count('en', topic.dots, dots.en)}`,
} satisfies Record<Locale, (topic: Leading) => string>;
