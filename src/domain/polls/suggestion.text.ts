import { count, dayAndTimeText, type Locale, list } from '#ui/format.ts';
import type { DateOption } from './date-poll.ts';
import type { Criterion, Standing, Suggestion } from './suggestion.ts';

type Words = {
  essentialCan: string;
  cannot(names: string, people: number): string;
  silent(names: string, people: number): string;
  chair: Record<Exclude<Standing['chair'], 'none'>, string>;
  practices(some: number, all: number): string;
  and: string;
  leftOut(names: string): string;
  answers(yes: number, ifNeeded: number): string;
  decided: Record<Exclude<Criterion, 'earlier'>, string>;
  only: string;
  tied(days: string): string;
};

const da: Words = {
  essentialCan: 'alle, der skal med, kan',
  cannot: (names) => `${names} kan ikke`,
  silent: (names) => `${names} har ikke svaret`,
  chair: { can: 'mødelederen kan', cannot: 'mødelederen kan ikke', silent: 'mødelederen har ikke svaret' },
  practices: (some, all) => `${some} af ${count('da', all, { one: 'praksis', other: 'praksisser' })} er med`,
  and: 'og',
  leftOut: (names) => `${names} kunne heller ikke sidst`,
  answers: (yes, ifNeeded) => `(${yes} ja, ${ifNeeded} hvis nødvendigt)`,
  decided: {
    essentials: 'Den foreslås, fordi flest af dem, der skal med, kan.',
    chair: 'Den foreslås, fordi mødelederen kan.',
    practices: 'Den foreslås, fordi flest praksisser er med.',
    left_out: 'Den foreslås, fordi færrest bliver valgt fra to gange i træk.',
    answers: 'Den foreslås, fordi flest siger ja uden forbehold.',
  },
  only: 'Det er den eneste dato.',
  tied: (days) => `Den står lige med ${days}. Den tidligste foreslås.`,
};

const en: Words = {
  essentialCan: 'everybody who must be there can',
  cannot: (names) => `${names} cannot`,
  silent: (names, people) => `${names} ${people === 1 ? 'has' : 'have'} not answered`,
  chair: { can: 'the chair can', cannot: 'the chair cannot', silent: 'the chair has not answered' },
  practices: (some, all) =>
    `${some} of ${count('en', all, { one: 'practice', other: 'practices' })} are represented`,
  and: 'and',
  leftOut: (names) => `${names} could not come last time either`,
  answers: (yes, ifNeeded) => `(${yes} yes, ${ifNeeded} if needed)`,
  decided: {
    essentials: 'It is suggested because most of those who must be there can.',
    chair: 'It is suggested because the chair can.',
    practices: 'It is suggested because most practices are represented.',
    left_out: 'It is suggested because fewest are left out twice running.',
    answers: 'It is suggested because most say yes without reserve.',
  },
  only: 'It is the only date.',
  tied: (days) => `It stands equal with ${days}. The earliest is suggested.`,
};

const WORDS: Record<Locale, Words> = { da, en };

type Whole = { practices: number; hasEssentials: boolean };

/** How a day stands in one sentence: who must be there, the chair, the practices, who is left out, the answers. */
export function standingText(
  locale: Locale,
  standing: Standing,
  { practices, hasEssentials }: Whole,
): string {
  const words = WORDS[locale];
  const { essentialCannot, essentialSilent, leftOutAgain, chair } = standing;
  const told = (names: readonly string[], say: (names: string, people: number) => string) =>
    names.length > 0 ? [say(list(locale, names), names.length)] : [];
  const parts = [
    ...(hasEssentials && essentialCannot.length + essentialSilent.length === 0 ? [words.essentialCan] : []),
    ...told(essentialCannot, words.cannot),
    ...told(essentialSilent, words.silent),
    ...(chair === 'none' ? [] : [words.chair[chair]]),
    words.practices(standing.practices, practices),
    ...told(leftOutAgain, words.leftOut),
  ];
  const sentence = `${clauses(parts, words.and)} ${words.answers(standing.yes, standing.ifNeeded)}`;
  return `${sentence.charAt(0).toLocaleUpperCase(locale)}${sentence.slice(1)}.`;
}

// Whole sentences are held apart by a comma also before the last.
function clauses(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')}, ${and} ${last}` : last;
}

/** What told the suggested day from the next best, or that others stand equal with it. */
export function decisionText(locale: Locale, { decidedBy, tiedWith }: Suggestion): string {
  const words = WORDS[locale];
  if (decidedBy === null) return words.only;
  return decidedBy === 'earlier' ? words.tied(daysText(locale, tiedWith)) : words.decided[decidedBy];
}

function daysText(locale: Locale, options: readonly DateOption[]): string {
  return list(
    locale,
    options.map(({ heldOn, startsAt }) => dayAndTimeText(locale, heldOn, startsAt)),
  );
}
