import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '#domain/questionnaires/question.ts';
import { ALL_TYPES, aQuestion, aQuestionnaire } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { mayReleaseTexts, resultOf } from './result.ts';
import { leastOf } from './result-disclosure.ts';
import { answersOf, aResult } from './results.fixtures.ts';

const SCALE = aQuestion({ key: 'tryg', type: 'scale', scale: 'confidence', question: 'Hvor tryg er du?' });
const only = (question: Question, answers: readonly Answer[], stated = {}) =>
  aResult([[question, answers]], stated).questions[0]!;
const countsIn = (result: ReturnType<typeof only>) =>
  result.tally && 'cells' in result.tally ? result.tally.cells.map(({ count }) => count) : null;

describe('The distribution', () => {
  test('of a yes/no has all three answers, their shares and intervals', () => {
    const { answered, tally } = only(aQuestion(), answersOf({ yes: 6, no: 3, dont_know: 1 }));
    expect(answered).toBe(10);
    expect(tally).toEqual({
      kind: 'options',
      cells: [
        { key: 'yes', count: 6, share: 0.6, lower: 0.312674, upper: 0.83182 },
        { key: 'no', count: 3, share: 0.3, lower: 0.107791, upper: 0.603222 },
        { key: 'dont_know', count: 1, share: 0.1, lower: 0.017876, upper: 0.40415 },
      ],
    });
  });

  test('of several choices counts each of those who answered', () => {
    const question = aQuestion({ type: 'multiple', options: ['A', 'B', 'C'] });
    const result = only(question, [['0', '1'], ['0'], ['1', '0', '0'], ['2'], ['0'], []]);
    expect([result.answered, countsIn(result)]).toEqual([5, [4, 2, 1]]);
  });

  test('of a scale keeps the steps nobody chose', () => {
    expect(countsIn(only(SCALE, answersOf({ 3: 5 })))).toEqual([0, 0, 5, 0, 0]);
  });

  test('of a matrix is made per row, and a row that few answered is left out', () => {
    const matrix = aQuestion({ type: 'matrix', scale: 'knowledge', rows: ['Rygestop', 'KOL-hold'] });
    const answers = [...Array<Answer>(4).fill({ 0: '4', 1: '1' }), ...Array<Answer>(2).fill({ 0: '2' })];
    const { tally } = only(matrix, answers);
    expect(tally).toMatchObject({
      kind: 'rows',
      rows: [
        { row: '0', answered: 6 },
        { row: '1', answered: null, cells: null },
      ],
    });
  });

  test('of a number has fixed bins and the middle, and neither the least nor the most', () => {
    const number = aQuestion({ type: 'number', min: 0, max: 200, unit: 'gange' });
    const { tally } = only(number, answersOf({ 13: 2, 57: 3, 197: 1 }, true));
    expect(countsIn(only(number, answersOf({ 13: 2, 57: 3, 197: 1 }, true)))).toEqual([
      2, 0, 3, 0, 0, 0, 0, 0, 0, 1,
    ]);
    expect(JSON.stringify(tally)).not.toMatch(/13|197/);
  });

  test('of texts is their number', () => {
    const { answered, tally } = only(aQuestion({ type: 'long_text' }), ['a', 'b', 'c', 'd', 'e', ' ']);
    expect([answered, tally]).toEqual([5, { kind: 'text' }]);
  });

  test('leaves out what is no answer to the question', () => {
    const result = only(SCALE, [...answersOf({ 1: 5 }), '9', 3, ['1'], {}]);
    expect([result.answered, countsIn(result)]).toEqual([5, [5, 0, 0, 0, 0]]);
  });

  test('of a mirror has the words and the questions of the partner', () => {
    const asked = aQuestion({ partnerQuestion: 'Kender lægerne nummeret?' });
    const answers = answersOf({ yes: 5 });
    const { questions } = aResult(
      [
        [asked, answers],
        [SCALE, answersOf({ 1: 5 })],
      ],
      { party: 'partner' },
    );
    expect(questions.map(({ wording }) => wording)).toEqual(['Kender lægerne nummeret?']);
  });
});

describe('What too few answered', () => {
  test.each([
    ['nobody', 0, false, false],
    ['four', 4, false, false],
    ['five', 5, false, true],
    ['nine about wellbeing', 9, true, false],
    ['ten about wellbeing', 10, true, true],
  ])('is shown of %s: %i, wellbeing %s: %s', (_, count, isWellbeing, isShown) => {
    const result = only(SCALE, answersOf({ 2: count }), { isWellbeing, respondents: 20 });
    expect(result.answered).toBe(isShown ? count : null);
    expect(result.asked).toBe(isShown ? 20 : null);
    expect(result.tally === null).toBe(!isShown);
  });

  const parent = aQuestion({ key: 'a' });
  const followUp = { key: 'b', question: 'Hvordan?', showIf: { key: 'a', isOneOf: ['yes'] } };
  const follow = aQuestion({ ...followUp, type: 'single', options: ['X', 'Y'] });

  test.each([
    ['is hidden where four were asked', { yes: 4, no: 16 }, 4, null],
    ['is shown where six were asked', { yes: 6, no: 14 }, 6, 6],
    ['is hidden where six were asked and four answered', { yes: 6, no: 14 }, 4, null],
    [
      'is shown though all but one were asked: the one is told by the answer itself',
      { yes: 19, no: 1 },
      19,
      19,
    ],
  ])('of a question that follows another %s', (_, given, answered, shown) => {
    const result = aResult([
      [parent, answersOf(given)],
      [follow, answersOf({ 0: answered })],
    ]);
    expect(result.questions[1]!.answered).toBe(shown);
    expect(result.questions[1]!.asked).toBe(shown === null ? null : given.yes);
  });

  test('is hidden too where the question before it is hidden', () => {
    const last = aQuestion({
      key: 'c',
      type: 'single',
      options: ['P', 'Q'],
      showIf: { key: 'b', isOneOf: ['0'] },
    });
    const asked = [
      [parent, answersOf({ yes: 4 })],
      [follow, answersOf({ 0: 4 })],
      [last, answersOf({ 0: 7 })],
    ] as const;
    expect(aResult(asked, { respondents: 9 }).questions.map(({ tally }) => tally)).toEqual([
      null,
      null,
      null,
    ]);
  });

  const mood = { type: 'scale', scale: 'agreement' } as const;
  test.each([
    ['all but two', 18, null],
    ['half', 10, 10],
    ['all', 20, 20],
  ])('is not found by asking the same again of %s', (_, yes, shown) => {
    const everybody = aQuestion({ ...mood, key: 'm', question: 'Har du det godt?' });
    const again = aQuestion({ ...mood, key: 'n', question: 'Har du det godt nu?', showIf: followUp.showIf });
    const result = aResult([
      [everybody, answersOf({ 3: 20 })],
      [parent, answersOf({ yes, no: 20 - yes })],
      [again, answersOf({ 3: yes })],
    ]);
    expect(result.questions[2]!.answered).toBe(shown);
  });

  test('is no text, where the questionnaire is about wellbeing', () => {
    const text = aQuestion({ type: 'short_text' });
    const words = Array<Answer>(30).fill('træt');
    const [plain, wellbeing] = [false, true].map((isWellbeing) => aResult([[text, words]], { isWellbeing }));
    expect(plain!.questions[0]!.answered).toBe(30);
    expect(wellbeing!.questions[0]!.answered).toBeNull();
    expect([plain!, wellbeing!].map((result) => mayReleaseTexts(result, result.questions[0]!))).toEqual([
      true,
      false,
    ]);
  });

  test.each([
    ['raised', { answers: 8 }, false, 8],
    ['raised, for wellbeing too', { answers: 12 }, true, 12],
    ['raised for wellbeing', { wellbeing: 15 }, true, 15],
    ['left alone', {}, false, 5],
  ])('may be %s by an installation', (_, wished, isWellbeing, least) => {
    expect(leastOf(isWellbeing, wished)).toBe(least);
  });

  test.each([{ answers: 4 }, { wellbeing: 9 }, { answers: 5.5 }])('may not be lowered: %j', (wished) => {
    expect(() => leastOf(false, wished)).toThrow(RangeError);
  });
});

describe('Whatever is answered', () => {
  const answerTo = ({ options, rows, type }: Question): fc.Arbitrary<Answer> => {
    const step = fc.integer({ min: 0, max: 5 }).map(String);
    if (type === 'number') return fc.double({ min: -10, max: 300, noNaN: true });
    if (type === 'yes_no') return fc.constantFrom('yes', 'no', 'dont_know');
    if (type === 'multiple') return fc.subarray(options.map((_, at) => String(at)));
    if (type === 'matrix') return fc.dictionary(fc.constantFrom(...rows.map((_, at) => String(at))), step);
    return type.endsWith('text') ? fc.constantFrom('', 'hemmeligt') : step;
  };
  const rounds = fc.record({
    isWellbeing: fc.boolean(),
    answers: fc.tuple(...ALL_TYPES.map((question) => fc.array(answerTo(question), { maxLength: 14 }))),
  });
  const resultFrom = ({ answers, isWellbeing }: { answers: Answer[][]; isWellbeing: boolean }) =>
    resultOf({
      questionnaire: aQuestionnaire({ isWellbeing }),
      party: 'member',
      answers: new Map(ALL_TYPES.map(({ key }, at) => [key, answers[at]!])),
      respondents: 14,
    });

  test('nothing is told that fewer than the fewest answered, and no text', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const result = resultFrom(round);
        const least = round.isWellbeing ? 10 : 5;
        for (const { answered, asked, tally } of result.questions) {
          if (answered === null) expect([asked, tally]).toEqual([null, null]);
          else expect(Math.min(answered, asked!)).toBeGreaterThanOrEqual(least);
          if (tally?.kind !== 'rows') continue;
          for (const row of tally.rows)
            if (row.answered === null) expect(row.cells).toBeNull();
            else expect(row.answered).toBeGreaterThanOrEqual(least);
        }
        expect(JSON.stringify(result)).not.toContain('hemmeligt');
      }),
    );
  });

  test('a number stands in the bins and nowhere else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2001, max: 2_000_000_000 }), { minLength: 5, maxLength: 9 }),
        (values) => {
          const number = aQuestion({ type: 'number', question: 'Hvor mange?' });
          const { tally } = only(number, values);
          for (const value of values)
            if (value !== Number(value.toPrecision(2)) && value !== 5000)
              expect(JSON.stringify(tally)).not.toContain(String(value));
        },
      ),
    );
  });

  test('the order of the answers leaves no trace', () => {
    fc.assert(
      fc.property(rounds, fc.integer(), ({ answers, isWellbeing }, turn) => {
        const turned = answers.map((list) => {
          const at = list.length === 0 ? 0 : Math.abs(turn) % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        });
        expect(JSON.stringify(resultFrom({ answers: turned, isWellbeing }))).toBe(
          JSON.stringify(resultFrom({ answers, isWellbeing })),
        );
      }),
    );
  });

  test('a frozen result reads back as it was', () => {
    fc.assert(
      fc.property(rounds, (round) => {
        const result = resultFrom(round);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      }),
    );
  });
});
