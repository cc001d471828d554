import type { QuestionnaireItem, QuestionnaireItemAnswerOption, QuestionnaireItemEnableWhen } from 'fhir/r4';
import { YES_NO_SCALE } from './fhir-address.ts';
import { type Extended, extended } from './fhir-extensions.ts';
import type { FhirProblem } from './fhir-problem.ts';
import { type QuestionType, type ShowIf, stepsOf, YES_NO } from './question.ts';
import { isInherited } from './written.ts';

/** A question as an item says it, with what its answers are called there. */
export type Written = {
  readonly linkId: string;
  readonly question: Readonly<Record<string, unknown>>;
  /** The answers as conditions name them there, in the order in which they are named here. */
  readonly answers: readonly string[];
  readonly values: readonly string[];
};

type Read = { written: Written | null; problems: FhirProblem[] };

const HELD = new Set(
  'answerOption code definition enableBehavior enableWhen extension id item linkId maxLength prefix repeats required text type'.split(
    ' ',
  ),
);
const TYPES: Readonly<Record<string, QuestionType>> = {
  boolean: 'single',
  choice: 'single',
  decimal: 'number',
  integer: 'number',
  string: 'short_text',
  text: 'long_text',
};

/** Reads an item as a question, given those before it; everything that there is no room for is told. */
export function questionIn(item: QuestionnaireItem, before: readonly Written[]): Read {
  const said = extended(item.extension ?? []);
  const type = typeOf(item, said);
  const problems = [...strangeIn(item, said), ...repeatedLink(item, before)];
  if (type === null) {
    const kind = item.type === 'display' ? 'loose_text' : 'other_type';
    return { written: null, problems: [...problems, problem(kind, item, item.type)] };
  }
  const rows = type === 'matrix' ? (item.item ?? []).filter(({ type }) => type === 'choice') : [];
  const offered = offeredBy(type === 'matrix' ? rows[0] : item, type, said);
  const isSame = rows.every((row) => `${offeredBy(row, type, said).answers}` === `${offered.answers}`);
  if (!offered.isKnown || !isSame) problems.push(problem('other_answers', item));
  const condition = conditionIn(item, before);
  const question = {
    ...questionOf(item, said, type),
    key: keyOf(item.linkId, before),
    showIf: 'showIf' in condition ? condition.showIf : null,
    options: type === 'single' || type === 'multiple' ? offered.words : [],
    rows: rows.map(({ text }) => text ?? ''),
  };
  const { answers, values } = offered;
  return {
    written: { linkId: item.linkId, question, answers, values },
    problems: [...problems, ...('problem' in condition ? [condition.problem] : [])],
  };
}

function questionOf(item: QuestionnaireItem, said: Extended, type: QuestionType) {
  const { highLabel, isReversed, lowLabel, max, min, partnerQuestion, scale, unit } = said;
  return {
    type,
    question: item.text ?? '',
    hint: (item.item ?? []).find((below) => below.type === 'display')?.text ?? '',
    isRequired: item.required ?? false,
    scale: scale === YES_NO_SCALE ? null : scale,
    ...{ highLabel, isReversed, lowLabel, max, min, partnerQuestion, unit },
  };
}

function problem(kind: FhirProblem['kind'], { linkId, text }: QuestionnaireItem, of = ''): FhirProblem {
  return { kind, at: text ?? linkId, of };
}

function typeOf({ repeats, type }: QuestionnaireItem, { scale }: Extended): QuestionType | null {
  if (type === 'group') return scale === null || scale === YES_NO_SCALE ? null : 'matrix';
  if (type === 'choice' && scale === YES_NO_SCALE) return 'yes_no';
  if (type === 'choice' && scale !== null) return 'scale';
  if (type === 'choice' && repeats) return 'multiple';
  return TYPES[type] ?? null;
}

function strangeIn(item: QuestionnaireItem, said: Extended): FhirProblem[] {
  const fields = Object.keys(item).filter((name) => !HELD.has(name));
  const repeated = item.repeats && item.type !== 'choice' ? ['repeats'] : [];
  const rows = item.type === 'group' ? ['choice', 'display'] : ['display'];
  const below = (item.item ?? []).filter(({ type }) => !rows.includes(type));
  const hints = (item.item ?? []).filter(({ type }) => type === 'display').slice(1);
  return [
    ...said.strange.map((url) => problem('other_extension', item, url)),
    ...[...fields, ...repeated].map((name) => problem('other_field', item, name)),
    ...below.map((inner) => problem('question_in_question', inner)),
    ...hints.map((inner) => problem('loose_text', inner)),
  ];
}

function repeatedLink(item: QuestionnaireItem, before: readonly Written[]): FhirProblem[] {
  return before.some(({ linkId }) => linkId === item.linkId) ? [problem('same_link', item, item.linkId)] : [];
}

type Offered = { answers: string[]; values: string[]; words: string[]; isKnown: boolean };

function offeredBy(item: QuestionnaireItem | undefined, type: QuestionType, { scale }: Extended): Offered {
  if (item?.type === 'boolean')
    return { answers: ['true', 'false'], values: ['0', '1'], words: ['Ja', 'Nej'], isKnown: true };
  const options = item?.answerOption ?? [];
  const answers = options.map(nameOf);
  const words = options.map(wordsOf);
  if (type === 'single' || type === 'multiple')
    return { answers, values: options.map((_, at) => String(at)), words, isKnown: !answers.includes('') };
  const known = type === 'yes_no' ? [...YES_NO] : scale && scale !== YES_NO_SCALE ? stepsOf(scale) : [];
  return { answers, values: known, words, isKnown: `${answers}` === `${known}` };
}

function nameOf({ valueCoding, valueInteger, valueString }: QuestionnaireItemAnswerOption): string {
  return valueCoding?.code ?? valueCoding?.display ?? valueString ?? String(valueInteger ?? '');
}

function wordsOf({ valueCoding, valueInteger, valueString }: QuestionnaireItemAnswerOption): string {
  return valueCoding?.display ?? valueCoding?.code ?? valueString ?? String(valueInteger ?? '');
}

function conditionIn(
  item: QuestionnaireItem,
  before: readonly Written[],
): { showIf: ShowIf | null } | { problem: FhirProblem } {
  const conditions = item.enableWhen ?? [];
  const [first] = conditions;
  if (!first) return { showIf: null };
  const other = conditions.find(({ operator }) => operator !== '=');
  if (other) return { problem: problem('other_operator', item, other.operator) };
  const isOfOne = conditions.every(({ question }) => question === first.question);
  if (!isOfOne || (conditions.length > 1 && item.enableBehavior !== 'any'))
    return { problem: problem('several_conditions', item) };
  const source = before.find(({ linkId }) => linkId === first.question);
  if (!source) return { problem: problem('condition_not_earlier', item, first.question) };
  const places = conditions.map((condition) => source.answers.indexOf(answerIn(condition)));
  if (places.includes(-1)) return { problem: problem('condition_unknown_answer', item) };
  const isOneOf = places.map((place) => source.values[place] ?? '');
  return { showIf: { key: String(source.question.key), isOneOf } };
}

function answerIn(condition: QuestionnaireItemEnableWhen): string {
  const { answerBoolean, answerCoding, answerInteger, answerString } = condition;
  return (
    answerCoding?.code ??
    answerCoding?.display ??
    answerString ??
    String(answerInteger ?? answerBoolean ?? '')
  );
}

const KEY = /^[a-z][a-z0-9-]{1,40}$/;

/** The id of an item where it can be a key, else one made of it that no question before bears. */
function keyOf(linkId: string, before: readonly Written[]): string {
  const taken = new Set(before.map(({ question }) => question.key));
  if (KEY.test(linkId) && !isInherited(linkId) && !taken.has(linkId)) return linkId;
  const plain = `q-${linkId.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`.slice(0, 35).replace(/-+$/, '');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? plain : `${plain}-${number}`;
    if (key.length > 1 && !taken.has(key)) return key;
  }
}
