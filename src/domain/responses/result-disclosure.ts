import {
  type Answer,
  isAskedOf,
  isText,
  type Party,
  type Question,
} from '#domain/questionnaires/question.ts';
import { areNearly } from './alike.ts';
import { chosenIn } from './tally.ts';

/** How many answers it takes. An installation may raise them, never lower them. */
export type Thresholds = { readonly answers: number; readonly wellbeing: number };
export const LEAST_ANSWERS: Thresholds = { answers: 5, wellbeing: 10 };

/** The fewest answers that may be shown. Refuses a wish below the least, which is part of the promise. */
export function leastOf(isWellbeing: boolean, wished: Partial<Thresholds> = {}): number {
  for (const [name, least] of Object.entries(LEAST_ANSWERS)) {
    const wish = wished[name as keyof Thresholds] ?? least;
    if (!Number.isInteger(wish) || wish < least)
      throw new RangeError(`The threshold ${name} is at least ${least}, not ${wish}`);
  }
  const { answers, wellbeing } = { ...LEAST_ANSWERS, ...wished };
  return isWellbeing ? Math.max(answers, wellbeing) : answers;
}

/** How many were asked a question and how many answered it. */
export type Counts = { readonly asked: number; readonly answered: number };

type Opened = {
  readonly questionnaire: { readonly isWellbeing: boolean; readonly questions: readonly Question[] };
  readonly party: Party;
  readonly answers: ReadonlyMap<Question['key'], readonly Answer[]>;
  readonly respondents: number;
  readonly thresholds?: Partial<Thresholds>;
};

/** What may be told of each question put to the party: its counts, or null where nothing at all may be told. */
export type Disclosed = { readonly least: number; readonly counts: ReadonlyMap<Question, Counts | null> };

/**
 * The one place that decides what of a round may be shown. A question is shown when
 * - at least `least` answered it; below that not even their number is told, nor that there were none;
 * - it wants no words of one's own, where the questionnaire is about wellbeing;
 * - the question on whose answers it depends is shown;
 * - no question that can be laid beside it was put to slightly more people: the difference between the two distributions would
 *   be the answers of those few. Small cells within one distribution are no such group: they say what some answered
 *   to this question, and nothing further about them.
 */
export function disclosedCounts(round: Opened): Disclosed {
  const { isWellbeing, questions } = round.questionnaire;
  if (!Number.isInteger(round.respondents) || round.respondents < 0)
    throw new RangeError(`Respondents are counted from 0, not ${round.respondents}`);
  const least = leastOf(isWellbeing, round.thresholds);
  const asked = questions.filter((question) => isAskedOf(round.party, question));
  const all = asked.map((question) => ({ question, ...countsOf(question, round) }));
  const counts = new Map<Question, Counts | null>();
  for (const one of all) {
    const parent = all.find(({ question }) => question.key === one.question.showIf?.key)?.question;
    const isOpen =
      one.answered >= least &&
      !(isWellbeing && isText(one.question)) &&
      (!one.question.showIf || (parent !== undefined && counts.get(parent) !== null)) &&
      !all.some((wider) => wouldTellTheRest(one, wider, least));
    counts.set(one.question, isOpen ? { asked: one.asked, answered: one.answered } : null);
  }
  return { least, counts };
}

type Counted = Counts & { readonly question: Question };

function countsOf(question: Question, { answers, questionnaire, respondents }: Opened): Counts {
  const answered = answers.get(question.key)?.length ?? 0;
  const { showIf } = question;
  if (!showIf) return { asked: Math.max(respondents, answered), answered };
  const isAsker = ({ key }: Question) => key === showIf.key;
  if (!questionnaire.questions.some(isAsker)) return { asked: answered, answered };
  const given = answers.get(showIf.key) ?? [];
  const asked = given.filter((answer) => chosenIn(answer).some((one) => showIf.isOneOf.includes(one))).length;
  return { asked: Math.max(asked, answered), answered };
}

// Only a question that some were not asked leaves anybody over; whom its own condition left out is told by that.
function wouldTellTheRest(narrow: Counted, wider: Counted, least: number): boolean {
  const rest = wider.asked - narrow.asked;
  return (
    narrow.question.showIf !== null &&
    narrow.question.showIf.key !== wider.question.key &&
    rest > 0 &&
    rest < least &&
    looksAlike(narrow.question, wider.question)
  );
}

// Whether the answers to two questions can be laid side by side; a row of a matrix is answered as a scale is. The words
// of what is chosen may stand in another order, and one more or fewer.
function looksAlike(one: Question, other: Question): boolean {
  if (isText(one) || isText(other)) return one.key === other.key;
  if (one.scale !== null || other.scale !== null) return one.scale === other.scale;
  if (one.type === 'number' || other.type === 'number')
    return one.type === other.type && one.unit === other.unit;
  return areNearly(wordsToChoose(one), wordsToChoose(other));
}

function wordsToChoose({ options, type }: Question): readonly string[] {
  return type === 'yes_no' ? ['ja', 'nej', 'ved ikke'] : options;
}
