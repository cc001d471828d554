import {
  type Answer,
  type Answers,
  MOST_CHARACTERS,
  PARTIES,
  type Party,
  type Question,
  type Questionnaire,
} from '#domain/questionnaires/question.ts';
import { codeIn } from './pair-code.ts';
import { answersTo } from './tally.ts';

/** What somebody hands in: of which party they are, their answers, and the code they keep, if they have one. */
export type Response = { readonly party: Party; readonly answers: Answers; readonly code: string };

/** A response as the one text that is sealed. */
export function writtenResponse({ party, answers, code }: Response): string {
  return JSON.stringify({ party, answers, code });
}

/**
 * The response that was written, with what answers its questions; null where it is none. Whoever goes past the form can
 * seal anything, and what they seal must not hold up what all others have answered.
 */
export function readResponse(text: string, questionnaire: Questionnaire): Response | null {
  const written = objectIn(text);
  const party = PARTIES.find((one) => one === written?.party);
  if (!written || !party || typeof written.code !== 'string') return null;
  const answers = fittingAnswers(questionnaire, written.answers);
  return answers && { party, answers, code: codeIn(written.code) ?? '' };
}

/** Of what somebody answered, the answers that fit their questions; null where it is nothing of the kind. */
export function fittingAnswers({ questions }: Questionnaire, answers: unknown): Answers | null {
  if (typeof answers !== 'object' || answers === null) return null;
  const given = new Map(Object.entries(answers as Answers));
  const fitting = questions.flatMap((question) => {
    const answer = given.get(question.key);
    return answer !== undefined && fits(question, answer) ? [[question.key, answer] as const] : [];
  });
  return Object.fromEntries(fitting);
}

function fits(question: Question, answer: Answer): boolean {
  const { type } = question;
  const isShort =
    (type !== 'short_text' && type !== 'long_text') || String(answer).length <= MOST_CHARACTERS[type];
  return isShort && answersTo(question, [answer]).length === 1;
}

// What the database has no letter for is no answer.
const UNWRITABLE = '\\u0000';

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const read: unknown = text.includes(UNWRITABLE) ? null : JSON.parse(text);
    return typeof read === 'object' ? (read as Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}

/** What has been answered so far of a questionnaire, as the one text that is locked. */
export type Draft = { readonly answers: Answers; readonly code: string };

/** How many bytes the longest response to a questionnaire can take: what each is filled up to before it is sealed. */
export function mostBytes({ questions }: Questionnaire): number {
  return questions.reduce((sum, question) => sum + mostBytesOf(question), 200);
}

// In JSON, a character takes three bytes in UTF-8 at most, or two where it is written with a backslash.
function mostBytesOf({ key, options, rows, type }: Question): number {
  const field = key.length + 16;
  if (type === 'short_text' || type === 'long_text') return field + 3 * MOST_CHARACTERS[type];
  if (type === 'multiple') return field + 6 * options.length;
  return field + (type === 'matrix' ? 14 * rows.length : 40);
}
