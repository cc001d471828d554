import { wordsTo } from '#domain/questionnaires/asked.ts';
import type { Answer, Party, Question, Questionnaire } from '#domain/questionnaires/question.ts';
import { disclosedCounts, type Thresholds } from './result-disclosure.ts';
import { answersTo, type Tally, tallyOf } from './tally.ts';

/** What one question was answered, as far as it may be shown. */
export type QuestionResult = {
  /** The question as it stood in the round; two rounds are compared where it is the same. */
  readonly question: Question;
  /** The words in which this party was asked. */
  readonly wording: string;
  /** How many were asked, and how many answered; null where they are too few to be told. */
  readonly asked: number | null;
  readonly answered: number | null;
  /** Null where too few answered. A question in words of one's own has only the numbers above. */
  readonly tally: Tally | null;
};

/**
 * All that may ever be shown of a round, frozen when it closes: pages, slides, documents, exports and comparisons read
 * this and nothing else. It is JSON as it stands; `version` says which shape.
 */
export type RoundResult = {
  readonly version: 1;
  readonly title: string;
  readonly isWellbeing: boolean;
  readonly party: Party;
  /** How many sent their answers in; participation is known anyway. */
  readonly respondents: number;
  /** The fewest answers that were shown. */
  readonly least: number;
  readonly questions: readonly QuestionResult[];
};

/** A closed round, opened once: each question's answers in no order, tied to nobody and to no other question. */
export type ClosedRound = {
  readonly questionnaire: Questionnaire;
  readonly party: Party;
  readonly answers: ReadonlyMap<Question['key'], readonly Answer[]>;
  readonly respondents: number;
  /** What the installation asks for beyond the least. */
  readonly thresholds?: Partial<Thresholds>;
};

/**
 * What may be shown of a round, the same to the last byte in whatever order the answers come. Answers that do not fit
 * their question are left out. Refuses a threshold below the promised one and a number of respondents that is none.
 */
export function resultOf(round: ClosedRound): RoundResult {
  const { questionnaire, party, respondents } = round;
  const given = new Map(
    questionnaire.questions.map((question) => [
      question.key,
      answersTo(question, round.answers.get(question.key) ?? []),
    ]),
  );
  const { least, counts } = disclosedCounts({ ...round, answers: given });
  const questions = [...counts].map(([question, count]): QuestionResult => {
    const wording = wordsTo(party, question);
    const answers = given.get(question.key) ?? [];
    if (!count) return { question, wording, asked: null, answered: null, tally: null };
    return { question, wording, ...count, tally: tallyOf(question, answers, least) };
  });
  const { title, isWellbeing } = questionnaire;
  return { version: 1, title, isWellbeing, party, respondents, least, questions };
}

/** Whether texts written in answer to this question may be released by the coordinator at all. */
export function mayReleaseTexts(
  { isWellbeing }: RoundResult,
  { question, answered }: QuestionResult,
): boolean {
  const isText = question.type === 'short_text' || question.type === 'long_text';
  return isText && !isWellbeing && answered !== null;
}
