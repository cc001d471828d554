import { askedOf, fieldName } from './asked.ts';
import {
  type Answer,
  type Answers,
  isShown,
  MOST_CHARACTERS,
  type Party,
  type Question,
  type Questionnaire,
  stepsOf,
} from './question.ts';
import { choicesOf } from './question-contradictions.ts';
import { numberIn } from './typed-number.ts';

/** What can be wrong with an answer. */
export type AnswerProblemKind =
  | 'unanswered'
  | 'rows_unanswered'
  | 'unknown_answer'
  | 'not_a_number'
  | 'too_small'
  | 'too_big'
  | 'too_long';

/** One answer to mend: of which question, at which row of a matrix, and the bound that it does not keep. */
export type AnswerProblem = {
  readonly key: string;
  readonly kind: AnswerProblemKind;
  readonly row: number | null;
  readonly of: number | null;
};

type Read = { answer?: Answer; problem?: AnswerProblem };
export type Given = { readonly answers: Answers; readonly problems: readonly AnswerProblem[] };

/**
 * What a form brings of answers, from somebody of this party. Answers to questions that are not shown are left out.
 * What was typed stays in the answers as it was, also where it has a problem: a text that is too long whole, what is no
 * number as text. That a required answer is missing is a problem only when it is final.
 */
export function answersIn(
  form: FormData,
  questionnaire: Pick<Questionnaire, 'questions'>,
  party: Party,
  isFinal = false,
): Given {
  const answers: Record<string, Answer> = {};
  const problems: AnswerProblem[] = [];
  for (const question of askedOf(party, questionnaire)) {
    if (!isShown(question, answers)) continue;
    const { answer, problem } = READ[question.type](question, form);
    if (answer !== undefined) answers[question.key] = answer;
    if (problem) problems.push(problem);
    else if (isFinal) problems.push(...missingOf(question, answer));
  }
  return { answers, problems };
}

/** The required answers that are missing, of all that this party is shown. */
export function missingIn(
  questionnaire: Pick<Questionnaire, 'questions'>,
  party: Party,
  answers: Answers,
): AnswerProblem[] {
  return askedOf(party, questionnaire)
    .filter((question) => isShown(question, answers))
    .flatMap((question) => missingOf(question, answers[question.key]));
}

/** How many questions are answered, of how many that are shown. A matrix is when all of its rows are. */
export function answered(
  questionnaire: Pick<Questionnaire, 'questions'>,
  party: Party,
  answers: Answers,
): { done: number; of: number } {
  const shown = askedOf(party, questionnaire).filter((question) => isShown(question, answers));
  const done = shown.filter((question) => rowsLeft(question, answers[question.key]).length === 0);
  return { done: done.length, of: shown.length };
}

function missingOf(question: Question, answer: Answer | undefined): AnswerProblem[] {
  const [row] = rowsLeft(question, answer);
  if (!question.isRequired || row === undefined) return [];
  if (question.type !== 'matrix') return [problemOf(question, 'unanswered')];
  return [{ ...problemOf(question, 'rows_unanswered', rowsLeft(question, answer).length), row }];
}

/** The rows that have no answer yet; of what has no rows, 0 stands for the question itself. */
function rowsLeft({ rows, type }: Question, answer: Answer | undefined): number[] {
  if (type !== 'matrix') return answer === undefined ? [0] : [];
  const given = (answer ?? {}) as Readonly<Record<string, string>>;
  return rows.flatMap((_, at) => (given[String(at)] === undefined ? [at] : []));
}

function problemOf({ key }: Question, kind: AnswerProblemKind, of: number | null = null): AnswerProblem {
  return { key, kind, row: null, of };
}

type Reader = (question: Question, form: FormData) => Read;

const one: Reader = (question, form) => {
  const given = typed(form, fieldName(question.key));
  if (given === '') return {};
  return choicesOf(question).includes(given)
    ? { answer: given }
    : { problem: problemOf(question, 'unknown_answer') };
};

const several: Reader = (question, form) => {
  const given = form.getAll(fieldName(question.key)).map(String);
  const known = choicesOf(question).filter((choice) => given.includes(choice));
  const isStrange = given.some((choice) => !known.includes(choice));
  return {
    ...(known.length > 0 ? { answer: known } : {}),
    ...(isStrange ? { problem: problemOf(question, 'unknown_answer') } : {}),
  };
};

const byRow: Reader = (question, form) => {
  const steps = question.scale === null ? [] : stepsOf(question.scale);
  const given = question.rows.map((_, at) => typed(form, fieldName(question.key, at)));
  const known = given.flatMap((step, at) => (steps.includes(step) ? [[String(at), step] as const] : []));
  const row = given.findIndex((step) => step !== '' && !steps.includes(step));
  return {
    ...(known.length > 0 ? { answer: Object.fromEntries(known) } : {}),
    ...(row >= 0 ? { problem: { ...problemOf(question, 'unknown_answer'), row } } : {}),
  };
};

const number: Reader = (question, form) => {
  const given = typed(form, fieldName(question.key));
  if (given === '') return {};
  const counted = numberIn(given, question.unit);
  if (counted === null) return { answer: given, problem: problemOf(question, 'not_a_number') };
  const { max, min } = question;
  if (min !== null && counted < min)
    return { answer: counted, problem: problemOf(question, 'too_small', min) };
  if (max !== null && counted > max) return { answer: counted, problem: problemOf(question, 'too_big', max) };
  return { answer: counted };
};

const words: Reader = (question, form) => {
  const given = typed(form, fieldName(question.key));
  if (given === '') return {};
  const answer = question.type === 'short_text' ? given.replace(/\s+/g, ' ') : given;
  const most = MOST_CHARACTERS[question.type === 'short_text' ? 'short_text' : 'long_text'];
  return answer.length > most ? { answer, problem: problemOf(question, 'too_long', most) } : { answer };
};

const READ: Readonly<Record<Question['type'], Reader>> = {
  single: one,
  multiple: several,
  scale: one,
  matrix: byRow,
  number,
  short_text: words,
  long_text: words,
  yes_no: one,
};

// Control characters but for line breaks and tabs come from pasting, are not seen, and cannot be stored.
const UNSEEN = /[^\P{Cc}\n\t]|[\u2028\u2029\ufeff]|\p{Bidi_Control}|\p{Noncharacter_Code_Point}/gu;

function typed(form: FormData, name: string): string {
  const value = form.get(name);
  if (typeof value !== 'string') return '';
  return value.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN, '').trim();
}
