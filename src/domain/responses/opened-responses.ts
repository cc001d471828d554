import {
  type Answer,
  isText,
  type Party,
  type Question,
  type Questionnaire,
} from '#domain/questionnaires/question.ts';
import type { Response } from './response.ts';

/** An answer by itself: of which party and to which question; `code` is what its giver keeps, or empty. */
export type LooseAnswer = {
  readonly party: Party;
  readonly question: Question;
  readonly answer: Answer;
  readonly code: string;
};

/** Takes responses apart, so that what one person answered stands together no more. */
export function takeApart({ questions }: Questionnaire, responses: readonly Response[]): LooseAnswer[] {
  return responses.flatMap(({ answers, code, party }) =>
    questions.flatMap((question) => {
      const answer = answers[question.key];
      return answer === undefined ? [] : [{ party, question, answer, code }];
    }),
  );
}

/** The same things in an order of chance (Fisher and Yates). `below(n)` answers a whole number from 0 to n - 1. */
export function shuffled<Thing>(things: readonly Thing[], below: (n: number) => number): Thing[] {
  const mixed = [...things];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

/** The answers of one party by question. */
export function byQuestion(party: Party, answers: readonly LooseAnswer[]): Map<string, Answer[]> {
  const ofParty = answers.filter((one) => one.party === party);
  const grouped = Map.groupBy(ofParty, ({ question }) => question.key);
  return new Map([...grouped].map(([key, all]) => [key, all.map(({ answer }) => answer)]));
}

/** Whether an answer is in words of one's own. */
export function isInWords({ question }: LooseAnswer): boolean {
  return isText(question);
}
