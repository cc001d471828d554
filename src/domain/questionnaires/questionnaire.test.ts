import { expect, test } from 'vitest';
import { questionProblemText } from './question-problem.text.ts';
import { QUESTION_PROBLEMS } from './question-problem.ts';
import { parseQuestionnaire } from './questionnaire.ts';
import { aQuestion, aQuestionnaire } from './questionnaires.fixtures.ts';

const problemsOf = (...questions: unknown[]) => {
  const reading = parseQuestionnaire({ title: 'Prøve', questions });
  return 'problems' in reading ? reading.problems.map(({ field, kind }) => `${field} ${kind}`) : [];
};
const first = aQuestion();
const next = (stated: object) => aQuestion({ key: 'naeste', question: 'Og så?', ...stated });

test('a question of each type is sound', () => {
  expect(parseQuestionnaire(aQuestionnaire())).toEqual({ questionnaire: aQuestionnaire() });
});

test('key, type and question are enough; what is chosen must be answered, and words need not be', () => {
  const reading = parseQuestionnaire({
    title: 'Kort',
    questions: [
      { key: 'nummer', type: 'yes_no', question: 'Kender du nummeret?' },
      { key: 'mere', type: 'long_text', question: 'Mere?' },
    ],
  });
  expect(reading).toEqual({
    questionnaire: aQuestionnaire({
      title: 'Kort',
      questions: [
        aQuestion(),
        aQuestion({ key: 'mere', type: 'long_text', question: 'Mere?', isRequired: false }),
      ],
    }),
  });
});

test.each<[string, unknown[], string]>([
  ['a field nobody knows', [{ ...first, colour: 'red' }], 'questions.0.colour unknown_field'],
  ['a type nobody knows', [{ ...first, type: 'dance' }], 'questions.0.type not_one_of'],
  ['no question', [{ ...first, question: ' ' }], 'questions.0.question empty'],
  ['HTML', [{ ...first, hint: '<b>x</b>' }], 'questions.0.hint html'],
  ['a CPR number', [{ ...first, question: 'Hvad med 010190-1234?' }], 'questions.0.question cpr'],
  ['a character nobody sees', [{ ...first, question: 'A\u0000?' }], 'questions.0.question odd_characters'],
  ['a question over two lines', [{ ...first, question: 'A\nB?' }], 'questions.0.question several_lines'],
  ['a question that is too long', [{ ...first, question: 'x'.repeat(301) }], 'questions.0.question too_long'],
  ['a key with a capital', [{ ...first, key: 'Nummer' }], 'questions.0.key malformed_key'],
  ['the same key twice', [first, { ...first, question: 'B?' }], 'questions.1.key twice'],
  ['the same question twice', [first, { ...first, key: 'b1' }], 'questions.1.question twice'],
  [
    'too many questions',
    Array.from({ length: 61 }, (_, at) => ({ ...first, key: `k${at}`, question: `${at}?` })),
    'questions too_many',
  ],
  ['a scale that is not chosen', [next({ type: 'scale' })], 'questions.0.scale scale_needed'],
  ['a scale beside yes and no', [next({ scale: 'agreement' })], 'questions.0.scale scale_not_asked'],
  [
    'numbers without words for their ends',
    [next({ type: 'scale', scale: 'one_to_ten', lowLabel: 'Lidt' })],
    'questions.0.highLabel ends_needed',
  ],
  [
    'ends of a scale that has words',
    [next({ type: 'scale', scale: 'agreement', lowLabel: 'Lidt' })],
    'questions.0.lowLabel ends_not_asked',
  ],
  [
    'a text that is reversed',
    [next({ type: 'short_text', isReversed: true })],
    'questions.0.isReversed reversed_not_asked',
  ],
  ['a choice of one', [next({ type: 'single', options: ['A'] })], 'questions.0.options options_needed'],
  ['options beside yes and no', [next({ options: ['A', 'B'] })], 'questions.0.options options_not_asked'],
  ['the same option twice', [next({ type: 'single', options: ['A', 'a'] })], 'questions.0.options.1 twice'],
  ['a matrix of nothing', [next({ type: 'matrix', scale: 'agreement' })], 'questions.0.rows rows_needed'],
  ['rows beside yes and no', [next({ rows: ['A'] })], 'questions.0.rows rows_not_asked'],
  ['a unit of a text', [next({ type: 'short_text', unit: 'kr.' })], 'questions.0.unit unit_not_asked'],
  ['bounds that cross', [next({ type: 'number', min: 2, max: 1 })], 'questions.0.max bounds_crossed'],
  [
    'a condition upon a later question',
    [next({ showIf: { key: 'nummer', isOneOf: ['yes'] } }), first],
    'questions.0.showIf.key condition_not_earlier',
  ],
  [
    'a condition upon itself',
    [next({ showIf: { key: 'naeste', isOneOf: ['yes'] } })],
    'questions.0.showIf.key condition_not_earlier',
  ],
  [
    'a condition upon a number',
    [{ ...first, type: 'number' }, next({ showIf: { key: 'nummer', isOneOf: ['1'] } })],
    'questions.1.showIf.key condition_not_choice',
  ],
  [
    'a condition upon an answer that is not there',
    [first, next({ showIf: { key: 'nummer', isOneOf: ['yes', 'maybe'] } })],
    'questions.1.showIf.isOneOf condition_unknown_answer',
  ],
  [
    'a condition upon no answer',
    [first, next({ showIf: { key: 'nummer', isOneOf: [] } })],
    'questions.1.showIf.isOneOf too_few',
  ],
  [
    'partners asked by a condition that they are not asked',
    [first, next({ showIf: { key: 'nummer', isOneOf: ['yes'] }, partnerQuestion: 'Og I?' })],
    'questions.1.showIf.key condition_not_for_partner',
  ],
])('%s is refused, naming the field', (_, questions, problem) => {
  expect(problemsOf(...questions)).toContain(problem);
});

test('how people are is not asked in their own words', () => {
  const words = { ...first, type: 'long_text' };
  expect(parseQuestionnaire({ title: 'Trivsel', isWellbeing: true, questions: [words] })).toEqual({
    problems: [{ kind: 'text_in_wellbeing', field: 'questions.0.type', of: '' }],
  });
  expect(parseQuestionnaire({ title: 'Trivsel', questions: [words] })).toHaveProperty('questionnaire');
});

test('all problems are told at once', () => {
  expect(
    problemsOf(next({ scale: 'agreement', options: ['A', 'B'], rows: ['A'], unit: 'kr.' })),
  ).toHaveLength(4);
});

test('every problem says in both languages what to do', () => {
  for (const locale of ['da', 'en'] as const)
    for (const kind of QUESTION_PROBLEMS)
      expect(questionProblemText[locale][kind]('7')).toMatch(/^[A-ZÆØÅ].+\.$/);
});
