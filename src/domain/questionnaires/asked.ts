import { isAskedOf, type Party, type Question, type Questionnaire } from './question.ts';

/** The questions that somebody of this party is asked, in order. */
export function askedOf(party: Party, { questions }: Pick<Questionnaire, 'questions'>): Question[] {
  return questions.filter((question) => isAskedOf(party, question));
}

/** A question as somebody of this party is asked it. */
export function wordsTo(party: Party, { partnerQuestion, question }: Question): string {
  return party === 'partner' ? partnerQuestion : question;
}

/** The name of a question's field in a form, and the id of its first control; a matrix has one for each row. */
export function fieldName(key: string, row?: number | string): string {
  return row === undefined ? `q:${key}` : `q:${key}:${row}`;
}

/** What a question waits for, by number, so that a page can show it without a script. */
export type Waiting = {
  /** The numbers of the conditions that must all hold before a question is shown. */
  readonly waitsFor: (question: Question) => readonly number[];
  /** The numbers of the conditions that an answer to a question meets. */
  readonly meets: (question: Question, answer: string) => readonly number[];
};

/**
 * The conditions of a questionnaire, numbered from 0 in the order in which they come. A question waits for what its
 * source waits for too, since whoever was not asked has not answered.
 */
export function waitingIn(questions: readonly Question[]): Waiting {
  const conditions = [...new Set(questions.flatMap(({ showIf }) => (showIf ? [nameOf(showIf)] : [])))];
  const waitsFor = (question: Question): number[] => {
    if (!question.showIf) return [];
    const source = questions.find(({ key }) => key === question.showIf?.key);
    return [...(source ? waitsFor(source) : []), conditions.indexOf(nameOf(question.showIf))];
  };
  const meets = (question: Question, answer: string) =>
    conditions.flatMap((name, number) => (isMetBy(name, question.key, answer) ? [number] : []));
  return { waitsFor, meets };
}

function nameOf({ isOneOf, key }: NonNullable<Question['showIf']>): string {
  return [key, ...[...isOneOf].sort()].join(' ');
}

function isMetBy(condition: string, key: string, answer: string): boolean {
  const [source, ...answers] = condition.split(' ');
  return source === key && answers.includes(answer);
}
