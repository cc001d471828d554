import { isText, QUESTION_TYPES, type Question, type QuestionType } from './question.ts';
import { numberIn, typedNumber } from './typed-number.ts';

/** A question as a form holds it: everything is text, whether it can be understood or not. */
export type QuestionDraft = {
  readonly fields: Readonly<Record<(typeof FIELDS)[number], string>>;
  /** The answers that it waits for, each as `key answer`. */
  readonly waitsFor: readonly string[];
};

/** The fields of the form by name; lists are texts with a line for each. */
export const FIELDS = [
  'type',
  'question',
  'hint',
  'section',
  'isRequired',
  'scale',
  'lowLabel',
  'highLabel',
  'isReversed',
  'options',
  'rows',
  'unit',
  'min',
  'max',
  'partnerQuestion',
] as const;

/** What the form shows of a question before anything is typed; without one, an empty question of yes and no. */
export function draftOf(question?: Question): QuestionDraft {
  const text = (name: (typeof FIELDS)[number]) => textOf(question?.[name]);
  const fields = Object.fromEntries(FIELDS.map((name) => [name, text(name)])) as QuestionDraft['fields'];
  if (!question) return { fields: { ...fields, type: 'yes_no', isRequired: 'yes' }, waitsFor: [] };
  const { showIf } = question;
  return { fields, waitsFor: showIf ? showIf.isOneOf.map((answer) => `${showIf.key} ${answer}`) : [] };
}

function textOf(value: Question[(typeof FIELDS)[number]] | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : '';
  if (typeof value === 'number') return typedNumber(value);
  return typeof value === 'string' ? value : (value ?? []).join('\n');
}

/** The draft that a form brings. */
export function draftIn(form: FormData): QuestionDraft {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .replace(/\r\n?/g, '\n')
      .trim();
  const fields = Object.fromEntries(FIELDS.map((name) => [name, text(name)])) as QuestionDraft['fields'];
  return { fields, waitsFor: form.getAll('waitsFor').map(String) };
}

/** Whether a draft waits for answers to more than one question, which no question can. */
export function waitsForSeveral({ waitsFor }: QuestionDraft): boolean {
  return new Set(waitsFor.map((wish) => wish.split(' ')[0])).size > 1;
}

/**
 * The fields of a question that a draft stands for, with only what its type has room for. What cannot be understood
 * stays text, and is refused as such.
 */
export function questionFrom({ fields, waitsFor }: QuestionDraft, key: string): Record<string, unknown> {
  const { question, hint, isRequired, partnerQuestion, section } = fields;
  const type = QUESTION_TYPES.find((known) => known === fields.type);
  return {
    key,
    type: type ?? fields.type,
    question,
    hint,
    section,
    isRequired: isRequired === 'yes',
    partnerQuestion,
    showIf: conditionOf(waitsFor),
    ...(type ? partOf(type, fields) : {}),
  };
}

function conditionOf(waitsFor: readonly string[]): unknown {
  const [key] = waitsFor[0]?.split(' ') ?? [];
  return key ? { key, isOneOf: waitsFor.map((wish) => wish.split(' ')[1] ?? '') } : null;
}

function partOf(type: QuestionType, fields: QuestionDraft['fields']): Record<string, unknown> {
  const { highLabel, lowLabel, max, min, options, rows, scale, unit } = fields;
  const isReversed = fields.isReversed === 'yes';
  if (type === 'single' || type === 'multiple') return { options: linesIn(options) };
  if (type === 'number') return { unit, min: boundIn(min), max: boundIn(max), isReversed };
  if (type === 'yes_no' || isText({ type })) return {};
  const ends = /^(one|zero)_to_/.test(scale) ? { lowLabel, highLabel } : {};
  return {
    scale: scale === '' ? null : scale,
    isReversed,
    ...ends,
    ...(type === 'matrix' ? { rows: linesIn(rows) } : {}),
  };
}

function boundIn(text: string): number | string | null {
  return text === '' ? null : (numberIn(text) ?? text);
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-–•]\s+/, '').trim())
    .filter(Boolean);
}
