/** What a questionnaire asks, and how it is answered. Nothing here says who answered, or when. */
export const QUESTION_TYPES = [
  'single',
  'multiple',
  'scale',
  'matrix',
  'number',
  'short_text',
  'long_text',
  'yes_no',
] as const;
/**
 * The standard rows of answers: how much somebody agrees, how often, how well they know it, how confident they are,
 * and steps from 1 or 0 whose ends the question names itself.
 */
export const QUESTION_SCALES = [
  'agreement',
  'frequency',
  'knowledge',
  'confidence',
  'one_to_five',
  'one_to_ten',
  'zero_to_ten',
] as const;
export const YES_NO = ['yes', 'no', 'dont_know'] as const;

export type QuestionType = (typeof QUESTION_TYPES)[number];
export type QuestionScale = (typeof QUESTION_SCALES)[number];

/** A question is asked only of whoever gave one of these answers to an earlier one. */
export type ShowIf = { readonly key: string; readonly isOneOf: readonly string[] };

/**
 * One question. Every field is always there, so that two questions can be compared; what a type does not use is empty
 * or null. Plain text throughout.
 */
export type Question = {
  /** Names the question within its questionnaire, and stays the same from round to round. */
  readonly key: string;
  readonly type: QuestionType;
  readonly question: string;
  readonly hint: string;
  /** The heading of a section that begins with this question, or empty. */
  readonly section: string;
  readonly isRequired: boolean;
  readonly showIf: ShowIf | null;
  /** Of `scale` and `matrix`, null of all others. */
  readonly scale: QuestionScale | null;
  /** What the ends of a numbered scale mean. */
  readonly lowLabel: string;
  readonly highLabel: string;
  /** Whether much is less good here. */
  readonly isReversed: boolean;
  /** Of `single` and `multiple`. An answer is the place of the option, from '0'. */
  readonly options: readonly string[];
  /** Of `matrix`: what it is asked of. */
  readonly rows: readonly string[];
  /** Of `number`. */
  readonly unit: string;
  readonly min: number | null;
  readonly max: number | null;
  /** The same question as a partner's people are asked it; empty where they are not asked. */
  readonly partnerQuestion: string;
};

/** A questionnaire as it is written and sent; `isWellbeing` raises the fewest answers and allows no text. */
export type Questionnaire = {
  readonly title: string;
  readonly intro: string;
  readonly isWellbeing: boolean;
  readonly questions: readonly Question[];
};

/** The longest answer in words, in characters. */
export const MOST_CHARACTERS = { short_text: 200, long_text: 2000 } as const;

/** Who answers: a member of the cluster, or one of a partner's people. */
export const PARTIES = ['member', 'partner'] as const;
export type Party = (typeof PARTIES)[number];

/**
 * The answer to one question. `single`, `scale`, `yes_no` and texts: a string (the option's place from '0', the
 * step's number as '1', one of YES_NO, the text). `multiple`: the places of the options, in order. `matrix`: the step
 * chosen for each row, by the row's place. `number`: the number.
 */
export type Answer = string | number | readonly string[] | Readonly<Record<string, string>>;

/** What somebody has answered, by the key of the question; what is not answered is not in it. */
export type Answers = Readonly<Record<string, Answer>>;

/** The steps of a scale from least to most, as answers name them: '1' to '5', or '0' to '10'. */
export function stepsOf(scale: QuestionScale): string[] {
  const [from, until] = BOUNDS[scale];
  return Array.from({ length: until - from + 1 }, (_, at) => String(from + at));
}

const BOUNDS: Readonly<Record<QuestionScale, readonly [number, number]>> = {
  agreement: [1, 5],
  frequency: [1, 5],
  knowledge: [1, 4],
  confidence: [1, 5],
  one_to_five: [1, 5],
  one_to_ten: [1, 10],
  zero_to_ten: [0, 10],
};

/** Whether the steps of a scale have words of their own; of the others only the ends are named, by the question. */
export function hasWords(scale: QuestionScale): boolean {
  return WORDED.includes(scale);
}

const WORDED: readonly QuestionScale[] = ['agreement', 'frequency', 'knowledge', 'confidence'];

/** Whether the question is answered in words of one's own. */
export function isText({ type }: Pick<Question, 'type'>): boolean {
  return type === 'short_text' || type === 'long_text';
}

/** Whether the question is put to somebody of this party. */
export function isAskedOf(party: Party, { partnerQuestion }: Question): boolean {
  return party === 'member' || partnerQuestion !== '';
}

/** Whether a question is shown, going by what was answered before it. A condition upon nothing answered hides it. */
export function isShown({ showIf }: Question, answers: Answers): boolean {
  if (!showIf) return true;
  const given = answers[showIf.key];
  if (given === undefined) return false;
  const chosen = Array.isArray(given) ? given : [String(given)];
  return chosen.some((answer) => showIf.isOneOf.includes(answer));
}

const SECONDS: Readonly<Record<QuestionType, number>> = {
  single: 10,
  multiple: 12,
  scale: 8,
  matrix: 6,
  number: 15,
  short_text: 20,
  long_text: 35,
  yes_no: 7,
};

/** How many minutes it takes to answer, at least 1: seconds by type, a matrix by its rows. */
export function expectedMinutes(questions: readonly Question[]): number {
  const seconds = questions.reduce(
    (sum, { rows, type }) => sum + SECONDS[type] * Math.max(1, type === 'matrix' ? rows.length : 1),
    10,
  );
  return Math.max(1, Math.ceil(seconds / 60));
}
