import { expect, test } from 'vitest';
import { draftIn, draftOf, questionFrom, waitsForSeveral } from './question-draft.ts';
import { arrangedQuestions, keyFor, withQuestion } from './question-order.ts';
import { parseQuestionnaire } from './questionnaire.ts';
import { titleApart } from './questionnaire-title.ts';
import { ALL_TYPES, aQuestion } from './questionnaires.fixtures.ts';

const formOf = ({ fields, waitsFor }: ReturnType<typeof draftOf>) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const wish of waitsFor) form.append('waitsFor', wish);
  return form;
};

test.each(ALL_TYPES.map((question) => [question.type, question] as const))(
  'a question of %s, sent as it was shown, is as it was',
  (_, question) => {
    const written = questionFrom(draftIn(formOf(draftOf(question))), question.key);
    const questions = withQuestion(ALL_TYPES, written);
    expect(parseQuestionnaire({ title: 'X', questions })).toMatchObject({
      questionnaire: { questions: ALL_TYPES },
    });
  },
);

test('what a type has no room for is left behind when the type is changed', () => {
  const before = draftOf(ALL_TYPES.find(({ type }) => type === 'number'));
  const draft = { ...before, fields: { ...before.fields, type: 'short_text' } };
  const questions = [questionFrom(draft, 'antal')];
  expect(parseQuestionnaire({ title: 'X', questions })).toHaveProperty('questionnaire');
});

test('a bound that is no number is refused, not left out', () => {
  const before = draftOf(aQuestion({ type: 'number' }));
  const questions = [questionFrom({ ...before, fields: { ...before.fields, min: 'mange' } }, 'antal')];
  expect(parseQuestionnaire({ title: 'X', questions })).toEqual({
    problems: [{ kind: 'not_a_number', field: 'questions.0.min', of: '' }],
  });
});

test('a question waits for answers to one question alone', () => {
  const draft = draftOf(aQuestion());
  expect(waitsForSeveral({ ...draft, waitsFor: ['a1 yes', 'a1 no'] })).toBe(false);
  expect(waitsForSeveral({ ...draft, waitsFor: ['a1 yes', 'b1 no'] })).toBe(true);
});

test.each([
  ['Hvor tryg er du?', 'hvor-tryg-er-du'],
  ['Åbner I på søndage – ærligt?', 'aabner-i-paa-soendage-aerligt'],
  ['1 til 10?', 'til-10'],
  ['?', 'qq'],
  ['x'.repeat(300), 'x'.repeat(30)],
  ['Nummer', 'nummer-2'],
])('the key of %s is %s', (words, key) => {
  expect(keyFor(words, [aQuestion()])).toBe(key);
});

const keysOf = (questions: readonly { key: string }[]) => questions.map(({ key }) => key).join('');
const abc = ['a', 'b', 'c'].map((key) => aQuestion({ key }));
test.each([
  ['b', 'up', 'bac'],
  ['a', 'up', 'abc'],
  ['b', 'down', 'acb'],
  ['c', 'down', 'abc'],
  ['b', 'out', 'ac'],
  ['z', 'out', 'abc'],
] as const)('moving %s %s gives %s', (key, act, keys) => {
  expect(keysOf(arrangedQuestions(abc, key, act))).toBe(keys);
});

test('a title that is taken gets a number', () => {
  expect(titleApart('KOL', new Set(['KOL', 'KOL (2)']))).toBe('KOL (3)');
});
