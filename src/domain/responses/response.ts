import {
  type Answers,
  MOST_CHARACTERS,
  type Party,
  type Question,
  type Questionnaire,
} from '#domain/questionnaires/question.ts';

/** What somebody hands in: of which party they are, their answers, and the code they keep, if they have one. */
export type Response = { readonly party: Party; readonly answers: Answers; readonly code: string };

/** A response as the one text that is sealed. */
export function writtenResponse({ party, answers, code }: Response): string {
  return JSON.stringify({ party, answers, code });
}

/** The response that was written, as it was checked before it was sealed. */
export function readResponse(text: string): Response {
  return JSON.parse(text) as Response;
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
