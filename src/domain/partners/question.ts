import { holdsCpr } from './guest.ts';

/** A member's question to the partners of a meeting, without who asked; `isOwn` to whoever did, and to nobody else. */
export type PartnerQuestion = {
  partnerQuestionId: string;
  question: string;
  askedAt: Date;
  answer: string;
  answeredBy: string;
  answeredAt: Date | null;
  isOwn: boolean;
  /** Whether a guest gave the answer; what was written down for one can be changed. */
  isGuestsAnswer: boolean;
};

export const LONGEST_QUESTION = 1000;
const SHORTEST_QUESTION = 3;
const LONGEST_ANSWER = 4000;

export type QuestionRefusal =
  | 'question_missing'
  | 'question_too_long'
  | 'answer_too_long'
  | 'cpr'
  | 'takes_no_questions'
  | 'no_such_question'
  | 'answered_already';

/** Why a question cannot be asked in these words, or null when it can. */
export function refusalOfQuestion(words: string, today: string): QuestionRefusal | null {
  if (words.length < SHORTEST_QUESTION) return 'question_missing';
  if (words.length > LONGEST_QUESTION) return 'question_too_long';
  return holdsCpr(words, today) ? 'cpr' : null;
}

/** Why a question cannot be answered in these words, or null when it can; no words take an answer out. */
export function refusalOfAnswer(words: string, today: string): QuestionRefusal | null {
  if (words.length > LONGEST_ANSWER) return 'answer_too_long';
  return holdsCpr(words, today) ? 'cpr' : null;
}
