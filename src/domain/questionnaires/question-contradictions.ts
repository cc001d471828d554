import { hasWords, isText, type Question, type Questionnaire, stepsOf, YES_NO } from './question.ts';
import type { Contradiction, QuestionProblem } from './question-problem.ts';
import { repeatsIn } from './written-problem.ts';

type Asked = Pick<Questionnaire, 'isWellbeing' | 'questions'>;

/**
 * What questions say against themselves or each other, though each field alone is in order: the same key twice, a scale
 * where none is used, a condition upon a later question. Empty when they are sound.
 */
export function contradictionsInQuestions({ isWellbeing, questions }: Asked): QuestionProblem[] {
  return [
    ...repeatsIn(
      'questions',
      questions.map(({ key }) => key),
      '.key',
    ),
    ...repeatsIn(
      'questions',
      questions.map(({ question }) => question),
      '.question',
    ),
    ...questions.flatMap((question, at) => [
      ...fieldsOf(question, `questions.${at}`),
      ...conditionOf(question, questions.slice(0, at), `questions.${at}.showIf`),
      ...(isWellbeing && isText(question) ? [problem('text_in_wellbeing', `questions.${at}.type`)] : []),
    ]),
  ];
}

function problem(kind: Contradiction, field: string, of = ''): QuestionProblem {
  return { kind, field, of };
}

function fieldsOf(question: Question, field: string): QuestionProblem[] {
  return [
    ...scaleOf(question, field),
    ...listsOf(question, field),
    ...numbersOf(question, field),
    ...repeatsIn(`${field}.options`, question.options),
    ...repeatsIn(`${field}.rows`, question.rows),
  ];
}

function scaleOf(question: Question, field: string): QuestionProblem[] {
  const { highLabel, isReversed, lowLabel, scale, type } = question;
  const isScaled = type === 'scale' || type === 'matrix';
  const problems: QuestionProblem[] = [];
  if (isScaled && scale === null) problems.push(problem('scale_needed', `${field}.scale`));
  if (!isScaled && scale !== null) problems.push(problem('scale_not_asked', `${field}.scale`));
  const hasEnds = isScaled && scale !== null && !hasWords(scale);
  if (hasEnds && (lowLabel === '' || highLabel === ''))
    problems.push(problem('ends_needed', `${field}.${lowLabel === '' ? 'lowLabel' : 'highLabel'}`));
  if (!hasEnds && (lowLabel !== '' || highLabel !== ''))
    problems.push(problem('ends_not_asked', `${field}.${lowLabel === '' ? 'highLabel' : 'lowLabel'}`));
  const hasOrder = isScaled || type === 'number' || type === 'yes_no';
  if (isReversed && !hasOrder) problems.push(problem('reversed_not_asked', `${field}.isReversed`));
  return problems;
}

function listsOf({ options, rows, type }: Question, field: string): QuestionProblem[] {
  const isChosen = type === 'single' || type === 'multiple';
  const problems: QuestionProblem[] = [];
  if (isChosen && options.length < 2) problems.push(problem('options_needed', `${field}.options`));
  if (!isChosen && options.length > 0) problems.push(problem('options_not_asked', `${field}.options`));
  if (type === 'matrix' && rows.length === 0) problems.push(problem('rows_needed', `${field}.rows`));
  if (type !== 'matrix' && rows.length > 0) problems.push(problem('rows_not_asked', `${field}.rows`));
  return problems;
}

function numbersOf({ max, min, type, unit }: Question, field: string): QuestionProblem[] {
  if (type === 'number')
    return min !== null && max !== null && min > max ? [problem('bounds_crossed', `${field}.max`)] : [];
  const stray = unit !== '' ? 'unit' : min !== null ? 'min' : max !== null ? 'max' : null;
  return stray ? [problem('unit_not_asked', `${field}.${stray}`)] : [];
}

function conditionOf(question: Question, before: readonly Question[], field: string): QuestionProblem[] {
  const { partnerQuestion, showIf } = question;
  if (!showIf) return [];
  const source = before.find(({ key }) => key === showIf.key);
  if (!source) return [problem('condition_not_earlier', `${field}.key`, showIf.key)];
  const known = choicesOf(source);
  if (known.length === 0) return [problem('condition_not_choice', `${field}.key`, source.question)];
  const problems: QuestionProblem[] = repeatsIn(`${field}.isOneOf`, showIf.isOneOf);
  const strange = showIf.isOneOf.filter((answer) => !known.includes(answer));
  if (strange.length > 0)
    problems.push(problem('condition_unknown_answer', `${field}.isOneOf`, strange.join(', ')));
  if (partnerQuestion !== '' && source.partnerQuestion === '')
    problems.push(problem('condition_not_for_partner', `${field}.key`, source.question));
  return problems;
}

/** The answers that a condition can name; none of what is written, counted, or asked of several things. */
export function choicesOf({ options, scale, type }: Question): readonly string[] {
  if (type === 'yes_no') return YES_NO;
  if (type === 'scale') return scale === null ? [] : stepsOf(scale);
  return type === 'single' || type === 'multiple' ? options.map((_, at) => String(at)) : [];
}
