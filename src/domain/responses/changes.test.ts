import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '#domain/questionnaires/question.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import type { Pairs } from './change.ts';
import { changesOf } from './changes.ts';
import { answersOf, aResult } from './results.fixtures.ts';
import { sidesOf } from './sides.ts';
import { trendsOf } from './trend.ts';

const YES = aQuestion({ key: 'ja' });
const SINGLE = aQuestion({ key: 'en', type: 'single', options: ['A', 'B', 'C'] });
const TWO = aQuestion({ key: 'to', type: 'single', question: 'Hvem gør det?', options: ['A', 'B'] });
const SEVERAL = aQuestion({ key: 'flere', type: 'multiple', options: ['A', 'B', 'C', 'D'] });
const SCALE = aQuestion({ key: 'skala', type: 'scale', scale: 'confidence' });
const ROWS = aQuestion({
  key: 'raekker',
  type: 'matrix',
  scale: 'knowledge',
  rows: ['Rygestop', 'KOL-hold'],
});
const NUMBER = aQuestion({ key: 'tal', type: 'number', min: 0, max: 100, unit: '%' });

type Given = Record<string, number>;
const change = (question: Question, before: readonly Answer[], after: readonly Answer[], pairs?: Pairs) =>
  changesOf({
    before: aResult([[question, before]]),
    after: aResult([[question, after]]),
    ...(pairs ? { pairs } : {}),
  }).questions[0]!;
const rows = (first: Given, second: Given): Answer[] => {
  const [one, other] = [answersOf(first), answersOf(second)];
  return one.map((step, at) => ({ 0: String(step), 1: String(other[at]) }));
};

describe('From one round to the next', () => {
  test.each<[string, Question, readonly Answer[], readonly Answer[], string]>([
    ['yes from 5 to 17 of 20', YES, answersOf({ yes: 5, no: 15 }), answersOf({ yes: 17, no: 3 }), 'clear'],
    ['yes from 8 to 11 of 20', YES, answersOf({ yes: 8, no: 12 }), answersOf({ yes: 11, no: 9 }), 'chance'],
    ['yes before too few', YES, answersOf({ yes: 4 }), answersOf({ yes: 17, no: 3 }), 'too_few'],
    [
      'one of three options',
      SINGLE,
      answersOf({ 0: 14, 1: 3, 2: 3 }),
      answersOf({ 0: 3, 1: 14, 2: 3 }),
      'clear',
    ],
    ['options that stay', SINGLE, answersOf({ 0: 8, 1: 8, 2: 4 }), answersOf({ 0: 9, 1: 6, 2: 5 }), 'chance'],
    [
      'a scale that rises',
      SCALE,
      answersOf({ 1: 4, 2: 8, 3: 6, 4: 2 }),
      answersOf({ 2: 2, 3: 5, 4: 9, 5: 4 }),
      'clear',
    ],
    ['a scale that stays', SCALE, answersOf({ 2: 6, 3: 9, 4: 5 }), answersOf({ 2: 5, 3: 8, 4: 7 }), 'chance'],
    ['all equal', SCALE, answersOf({ 3: 9 }), answersOf({ 3: 12 }), 'chance'],
    [
      'numbers that fall',
      NUMBER,
      answersOf({ 72: 6, 65: 6 }, true),
      answersOf({ 12: 5, 31: 6 }, true),
      'clear',
    ],
    ['one row of two', ROWS, rows({ 1: 10, 2: 5 }, { 2: 15 }), rows({ 3: 5, 4: 10 }, { 2: 15 }), 'clear'],
  ])('%s is judged', (_, question, before, after, verdict) => {
    expect(change(question, before, after).verdict).toBe(verdict);
  });

  test('the share of the upper two steps is told, and the ranks judge', () => {
    const { parts } = change(
      SCALE,
      answersOf({ 1: 4, 2: 8, 3: 6, 4: 2 }),
      answersOf({ 2: 2, 3: 5, 4: 9, 5: 4 }),
    );
    expect(parts).toHaveLength(1);
    expect(parts[0]!.share).toMatchObject({ before: { count: 2, of: 20 }, after: { count: 13, of: 20 } });
    expect(parts[0]!.rank!.lower).toBeGreaterThan(0.5);
  });

  test('of two options that exclude each other one is judged', () => {
    const { parts } = change(TWO, answersOf({ 0: 4, 1: 10 }), answersOf({ 0: 9, 1: 5 }));
    expect(parts.map(({ part, share }) => [part, share!.change.confidence])).toEqual([['0', 0.95]]);
  });

  test('of several options it is told which have changed, and the others are judged more mildly', () => {
    const before = answersOf({ 0: 12, 1: 4 }).map((one): Answer => [String(one)]);
    const after = answersOf({ 0: 1, 1: 15 }).map((one): Answer => [String(one), '3']);
    const { parts } = change(SEVERAL, before, after);
    expect(parts.map(({ verdict }) => verdict)).toEqual(['clear', 'clear', 'chance', 'clear']);
    expect(parts.map(({ share }) => share!.change.confidence)).toEqual([0.983333, 0.975, 0.95, 0.9875]);
  });

  test('a question put in other words, or of others, is not compared', () => {
    const answers = answersOf({ yes: 9 });
    const before = aResult([
      [YES, answers],
      [SCALE, answersOf({ 3: 9 })],
      [TWO, answersOf({ 0: 9 })],
    ]);
    const after = aResult([
      [aQuestion({ key: 'ja', question: 'Kender du det nye nummer?' }), answers],
      [aQuestion({ ...SCALE, hint: 'Tænk på den sidste uge.', isRequired: false }), answersOf({ 3: 9 })],
      [aQuestion({ key: 'ny', question: 'Hvad er nyt?' }), answers],
    ]);
    const { notCompared, questions } = changesOf({ before, after });
    expect(questions.map(({ key }) => key)).toEqual(['skala']);
    expect(notCompared).toEqual(['Kender du det nye nummer?', 'Hvem gør det?', 'Hvad er nyt?']);
  });

  test('texts have no change, and parties are not mixed', () => {
    const text = aQuestion({ key: 't', type: 'long_text' });
    const round = aResult([[text, answersOf({ ord: 9 })]]);
    expect(changesOf({ before: round, after: round })).toEqual({
      version: 1,
      questions: [],
      notCompared: [],
    });
    expect(() => changesOf({ before: round, after: { ...round, party: 'partner' } })).toThrow(RangeError);
  });
});

describe('By pairs', () => {
  const pairsOf = (question: Question, pairs: readonly (readonly [Answer, Answer])[]): Pairs =>
    new Map([[question.key, pairs]]);
  const times = (count: number, pair: readonly [Answer, Answer]) =>
    Array(count).fill(pair) as (typeof pair)[];
  const before = answersOf({ 3: 12, 4: 4 });
  const after = answersOf({ 3: 4, 4: 12 });

  test.each<[string, number, readonly Answer[], boolean]>([
    ['all sixteen', 16, before, true],
    ['eleven, five left over', 11, before, true],
    ['thirteen: three left over could be told', 13, before, false],
    ['seven of sixteen: all answers say more', 7, before, false],
    ['four', 4, answersOf({ 3: 5 }), false],
  ])('a question is judged of %s', (_, count, first, isPaired) => {
    const pairs = pairsOf(SCALE, times(count, ['3', '4']));
    expect(change(SCALE, first, count === 16 ? after : first, pairs).isPaired).toBe(isPaired);
  });

  test('what everybody moved by one step is clear, where all answers were not', () => {
    const [first, second] = [answersOf({ 2: 5, 3: 5 }), answersOf({ 2: 2, 3: 6, 4: 2 })];
    expect(change(SCALE, first, second).verdict).toBe('chance');
    const moved = [
      ...times(3, ['2', '3']),
      ...times(2, ['2', '2']),
      ...times(3, ['3', '3']),
      ...times(2, ['3', '4']),
    ];
    expect(change(SCALE, first, second, pairsOf(SCALE, moved))).toMatchObject({
      isPaired: true,
      verdict: 'chance',
    });
    const all = [...times(8, ['3', '4'])];
    const { parts, verdict } = change(SCALE, answersOf({ 3: 8 }), answersOf({ 4: 8 }), pairsOf(SCALE, all));
    expect(verdict).toBe('clear');
    expect(parts[0]!.paired).toMatchObject({ pairs: 8, step: { value: 1, lower: 1, upper: 1 } });
  });

  test('a yes is judged by those who changed their mind', () => {
    const pairs = [...times(9, ['no', 'yes']), ...times(1, ['yes', 'no']), ...times(6, ['yes', 'yes'])];
    const [first, second] = [answersOf({ yes: 7, no: 9 }), answersOf({ yes: 15, no: 1 })];
    const { parts, verdict } = change(YES, first, second, pairsOf(YES, pairs));
    expect(verdict).toBe('clear');
    expect(parts[0]!.paired!.share).toMatchObject({ value: 0.5, confidence: 0.95 });
  });

  test('about wellbeing ten are needed', () => {
    const round = aResult([[SCALE, answersOf({ 3: 18 })]], { isWellbeing: true });
    const by = (count: number) =>
      changesOf({ before: round, after: round, pairs: pairsOf(SCALE, times(count, ['3', '3'])) })
        .questions[0]!;
    expect([by(9).isPaired, by(18).isPaired]).toEqual([false, true]);
  });

  test('numbers are not paired: differences would be somebody’s numbers', () => {
    const numbers = answersOf({ 20: 8 }, true);
    expect(change(NUMBER, numbers, numbers, pairsOf(NUMBER, times(8, [20, 20]))).isPaired).toBe(false);
  });
});

describe('Side by side', () => {
  const mirrored = aQuestion({ ...SCALE, partnerQuestion: 'Hvor trygge er lægerne?' });
  const members = aResult([
    [mirrored, answersOf({ 4: 8, 5: 7 })],
    [YES, answersOf({ yes: 15 })],
  ]);
  const partner = aResult([[mirrored, answersOf({ 1: 4, 2: 6 })]], { party: 'partner' });

  test('stand the questions that both were asked, each in its words', () => {
    const { questions } = sidesOf(members, partner);
    expect(questions.map(({ member, partner: other }) => [member.wording, other.wording])).toEqual([
      ['Kender du nummeret?', 'Hvor trygge er lægerne?'],
    ]);
    expect(questions[0]!.verdict).toBe('clear');
    expect(questions[0]!.parts[0]!.share!.change.value).toBe(1);
  });

  test('a side of too few gives no difference, and two of the same party are refused', () => {
    const few = aResult([[mirrored, answersOf({ 1: 4 })]], { party: 'partner' });
    expect(sidesOf(members, few).questions[0]).toMatchObject({ verdict: 'too_few', parts: [] });
    expect(() => sidesOf(members, members)).toThrow(RangeError);
  });
});

describe('Over the meetings', () => {
  test('a question is followed by its upper two steps, earliest first, with a gap where too few answered', () => {
    const at = (heldOn: string, given: Given) => ({ heldOn, result: aResult([[SCALE, answersOf(given)]]) });
    const rounds = [
      at('2027-09-01', { 4: 8, 5: 2 }),
      at('2026-09-01', { 3: 5, 4: 5 }),
      at('2027-03-01', { 4: 3 }),
    ];
    const [trend] = trendsOf(rounds);
    expect(trend!.part).toBe('whole');
    expect(trend!.points.map(({ heldOn, share }) => [heldOn, share?.share])).toEqual([
      ['2026-09-01', 0.5],
      ['2027-03-01', undefined],
      ['2027-09-01', 1],
    ]);
  });

  test('what was asked once is not followed', () => {
    expect(trendsOf([{ heldOn: '2027-03-01', result: aResult([[YES, answersOf({ yes: 9 })]]) }])).toEqual([]);
  });
});
