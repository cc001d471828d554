import type { OwnDeadline } from '#domain/meetings/deadline.ts';
import type { Locale } from '#ui/format.ts';
import type { QuestionnaireRound } from './round.ts';

const da = {
  opens: (title: string) => `Spørgeskemaet ”${title}” åbner`,
  closes: (title: string) => `Sidste dag at svare på ”${title}”`,
};

const en: typeof da = {
  opens: (title) => `The questionnaire “${title}” opens`,
  closes: (title) => `Last day to answer “${title}”`,
};

const text: Record<Locale, typeof da> = { da, en };

/** The days on which the rounds of a meeting open and close, among its deadlines; `at` is the address of the rounds. */
export function roundDays(locale: Locale, rounds: readonly QuestionnaireRound[], at: string): OwnDeadline[] {
  return rounds.flatMap(({ closesOn, definition, opensOn, questionnaireRoundId, state }) => {
    const href = `${at}/${questionnaireRoundId}`;
    const { title } = definition;
    return [
      { name: text[locale].opens(title), dueOn: opensOn, isDone: state !== 'planned', href },
      {
        name: text[locale].closes(title),
        dueOn: closesOn,
        isDone: state === 'counted' || state === 'dropped',
        href,
      },
    ];
  });
}
