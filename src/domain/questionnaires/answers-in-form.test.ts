import { expect, test } from 'vitest';
import { problemLinks } from './answer.text.ts';
import { answered, answersIn, missingIn } from './answers-in-form.ts';
import { waitingIn } from './asked.ts';
import { MOST_CHARACTERS } from './question.ts';
import { ALL_TYPES, aQuestion, aQuestionnaire } from './questionnaires.fixtures.ts';

const whole = aQuestionnaire();
function formOf(...pairs: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(`q:${name}`, value);
  return form;
}
const read = (...pairs: [string, string][]) => answersIn(formOf(...pairs), whole, 'member');

test('one answer of each type is read from the form', () => {
  const { answers, problems } = read(
    ['nummer', 'yes'],
    ['udfoerer', '1'],
    ['opgaver', '2'],
    ['opgaver', '0'],
    ['tryg', '5'],
    ['tilfreds', '10'],
    ['tilbud:0', '4'],
    ['tilbud:1', '1'],
    ['antal', '1.0'],
    ['kort', '  Et  ord '],
    ['mere', 'To\r\nlinjer\u0000'],
  );
  expect(problems).toEqual([]);
  expect(answers).toEqual({
    nummer: 'yes',
    udfoerer: '1',
    opgaver: ['0', '2'],
    tryg: '5',
    tilfreds: '10',
    tilbud: { '0': '4', '1': '1' },
    antal: 1,
    kort: 'Et ord',
    mere: 'To\nlinjer',
  });
});

test.each([
  ['an option that is not there', ['udfoerer', '2'], 'unknown_answer', undefined],
  ['an answer of another scale', ['tryg', '6'], 'unknown_answer', undefined],
  ['what is neither yes nor no', ['nummer', 'ja'], 'unknown_answer', undefined],
  ['a step of a row that is not there', ['tilbud:1', '9'], 'unknown_answer', undefined],
  ['no number', ['antal', 'mange'], 'not_a_number', 'mange'],
  ['a number below the least', ['antal', '-1'], 'too_small', -1],
  ['a number above the most', ['antal', '201'], 'too_big', 201],
  ['a text that is too long', ['mere', 'x'.repeat(2001)], 'too_long', 'x'.repeat(2001)],
] as const)('%s is to be mended, and what was typed stays', (_, pair, kind, kept) => {
  const { answers, problems } = read([pair[0], pair[1]]);
  expect(problems).toEqual([expect.objectContaining({ key: pair[0].split(':')[0], kind })]);
  expect(answers[pair[0]]).toEqual(kept);
});

test('an answer to what is not shown is left out, and so is what hangs upon it', () => {
  const chain = {
    questions: [
      aQuestion({ key: 'a1' }),
      aQuestion({ key: 'b1', question: 'B?', showIf: { key: 'a1', isOneOf: ['yes'] } }),
      aQuestion({ key: 'c1', question: 'C?', showIf: { key: 'b1', isOneOf: ['yes'] } }),
    ],
  };
  const form = formOf(['a1', 'no'], ['b1', 'yes'], ['c1', 'yes']);
  expect(answersIn(form, chain, 'member', true)).toEqual({ answers: { a1: 'no' }, problems: [] });
  expect(answered(chain, 'member', { a1: 'no' })).toEqual({ done: 1, of: 1 });
  const waiting = waitingIn(chain.questions);
  expect(chain.questions.map(waiting.waitsFor)).toEqual([[], [0], [0, 1]]);
  expect(waiting.meets(chain.questions[0]!, 'yes')).toEqual([0]);
  expect(waiting.meets(chain.questions[0]!, 'no')).toEqual([]);
});

test('what is missing counts only when it is final, and a matrix misses the rows that are left', () => {
  expect(read(['tilbud:0', '4']).problems).toEqual([]);
  const { answers, problems } = answersIn(formOf(['tilbud:0', '4']), whole, 'member', true);
  expect(problems.map(({ key, kind, row }) => [key, kind, row])).toEqual([
    ['nummer', 'unanswered', null],
    ['udfoerer', 'unanswered', null],
    ['tryg', 'unanswered', null],
    ['tilfreds', 'unanswered', null],
    ['tilbud', 'rows_unanswered', 1],
    ['antal', 'unanswered', null],
  ]);
  expect(missingIn(whole, 'member', answers)).toEqual(problems);
  expect(answered(whole, 'member', answers)).toEqual({ done: 0, of: ALL_TYPES.length - 1 });
  expect(problemLinks('da', whole, 'member', problems)).toContainEqual({
    field: 'q:tilbud:1',
    message: 'Hvor godt kender du disse tilbud? Svar på den linje, der mangler.',
  });
});

test('a partner is asked only what has words for partners', () => {
  const { answers, problems } = answersIn(formOf(['tryg', '5'], ['nummer', 'no']), whole, 'partner', true);
  expect({ answers, problems }).toEqual({ answers: { nummer: 'no' }, problems: [] });
  expect(problemLinks('da', whole, 'partner', missingIn(whole, 'partner', {}))).toEqual([
    { field: 'q:nummer', message: 'Kender lægerne nummeret? Svar på spørgsmålet.' },
  ]);
});

test('there is room for a text of just the length that is told', () => {
  expect(read(['mere', 'x'.repeat(MOST_CHARACTERS.long_text)]).problems).toEqual([]);
});
