import { expect, test } from 'vitest';
import type { Answer, Question } from '#domain/questionnaires/question.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { answersOf, aResult } from './results.fixtures.ts';

/*
 * Somebody writes a questionnaire that asks everybody of which clinic they are, everybody how often, and all but one
 * clinic how often once more: what is left of the one by the other is the answer of that clinic's only doctor.
 */
const CLINIC = aQuestion({ key: 'klinik', type: 'single', question: 'Hvor?', options: ['A', 'B', 'C'] });
const OFTEN = aQuestion({
  ...{ key: 'tit', type: 'single', question: 'Hvor tit?' },
  options: ['Dagligt', 'Ugentligt', 'Aldrig'],
});
const again = (stated: Partial<Question>) =>
  aQuestion({ ...OFTEN, key: 'igen', showIf: { key: 'klinik', isOneOf: ['0', '1'] }, ...stated });

const isShown = (wide: Question, narrow: Question, [all, most]: readonly [Answer[], Answer[]]) =>
  aResult([
    [CLINIC, answersOf({ 0: 5, 1: 4, 2: 1 })],
    [wide, all],
    [narrow, most],
  ]).questions[2]!.tally !== null;

test.each<[string, Partial<Question>, boolean]>([
  ['the same', {}, false],
  ['in another order', { options: ['Aldrig', 'Ugentligt', 'Dagligt'] }, false],
  ['with other capitals and signs', { options: ['dagligt.', 'ugentligt', 'aldrig'] }, false],
  ['with one more', { options: ['Dagligt', 'Ugentligt', 'Aldrig', 'Andet'] }, false],
  ['other ones', { options: ['Telefon', 'Mail', 'Besøg'] }, true],
])('what is chosen from, %s, is not shown of all but a few: %s', (_, stated, is) => {
  const answers = [answersOf({ 0: 5, 2: 5 }), answersOf({ 0: 5, 2: 4 })] as const;
  expect(isShown(OFTEN, again(stated), answers)).toBe(is);
});

test('neither is a yes or no, nor a number within other bounds', () => {
  const yesNo = { type: 'yes_no', options: [] } as const;
  const words = { type: 'single', options: ['Ja', 'Nej', 'Ved ikke'] } as const;
  const yes = [answersOf({ yes: 10 }), answersOf({ 0: 9 })] as const;
  expect(isShown(aQuestion({ ...OFTEN, ...yesNo }), again(words), yes)).toBe(false);
  const number = { type: 'number', options: [] } as const;
  const numbers = [answersOf({ 7: 10 }, true), answersOf({ 7: 9 }, true)] as const;
  const bounded = again({ ...number, min: 0, max: 99 });
  expect(isShown(aQuestion({ ...OFTEN, ...number }), bounded, numbers)).toBe(false);
});
