import { expect, test } from 'vitest';
import { anIndicator } from '#domain/indicators/indicators.fixtures.ts';
import { lastBefore, periodInWord, proposedPeriod } from './count-page.ts';
import { areAlike, lastMonths, monthsOf } from './count-period.ts';
import { tellCount } from './count-words.text.ts';
import { countIn, doubtsAbout, fieldOf, type TypedCount, wholeIn } from './own-count.ts';

const indicator = anIndicator({ isOwnCount: true, smallestDenominator: 20 });
const aCount = anIndicator({ kind: 'count', scale: 1, smallestDenominator: null });
const plain = (text: string) => text.replace(/\s/g, ' ');
const TODAY = '2026-03-02';
const YEAR = { from: '2025-01-01', until: '2025-12-31' };
const typed = (wish: Partial<TypedCount> = {}): TypedCount => ({
  practice: 'p',
  from: '1.1.2025',
  until: '31.12.2025',
  numerator: '34',
  denominator: '120',
  answer: 'yes',
  ...wish,
});

test.each([
  ['34', 34],
  ['0', 0],
  ['1.234', 1234],
  ['1 234', 1234],
  ['1234', 1234],
  ['1.000.000', 1_000_000],
  ['1.000.001', null],
  ['12,5', null],
  ['1.23', null],
  ['12.5', null],
  ['-3', null],
  ['3e2', null],
  ['', null],
  ['ca. 30', null],
  ['0x10', null],
])('%s is the whole number %s', (text, whole) => {
  expect(wholeIn(text)).toBe(whole);
});

test.each([
  [{ numerator: '' }, ['numerator_missing']],
  [{ numerator: '12,5' }, ['numerator_not_whole']],
  [{ denominator: '' }, ['denominator_missing']],
  [{ numerator: 'x', denominator: 'y' }, ['denominator_not_whole', 'numerator_not_whole']],
  [{ numerator: '121' }, ['numerator_above_denominator']],
  [{ from: '31.2.2025' }, ['day_not_understood']],
  [{ from: '31.12.2025', until: '1.1.2025' }, ['days_the_wrong_way']],
  [{ until: '31.3.2026' }, ['period_not_over']],
  [{ from: '1.1.2019' }, ['period_too_long']],
  [{ from: 'x', numerator: '' }, ['day_not_understood', 'numerator_missing']],
] as const)('what is typed as %j is to be mended: %j', (wish, refusals) => {
  expect(countIn(indicator, typed(wish), TODAY)).toEqual({ refusals });
});

test('a count is read with Danish thousands, and one of no group needs no denominator', () => {
  const read = countIn(indicator, typed({ numerator: '1.034', denominator: '2 120' }), TODAY);
  expect(read).toEqual({ count: { period: YEAR, numerator: 1034, denominator: 2120 } });
  expect(countIn(aCount, typed({ denominator: '' }), TODAY)).toEqual({
    count: { period: YEAR, numerator: 34, denominator: null },
  });
});

test('a rate may count more events than patients, but none of nobody', () => {
  const rate = anIndicator({ kind: 'rate', scale: 1000, unit: { da: 'pr. 1.000', en: 'per 1,000' } });
  expect(countIn(rate, typed({ numerator: '300' }), TODAY)).toHaveProperty('count');
  expect(countIn(rate, typed({ numerator: '3', denominator: '0' }), TODAY)).toEqual({
    refusals: ['nothing_to_count_of'],
  });
});

const of = (numerator: number, denominator: number, period = YEAR) => ({ numerator, denominator, period });
const BEFORE = { from: '2024-01-01', until: '2024-12-31' };
test.each([
  ['as last time', of(34, 120), of(30, 118, BEFORE), []],
  ['the first time', of(34, 120), null, []],
  ['more than double', of(62, 100), of(30, 100, BEFORE), ['far_from_last']],
  ['just double', of(60, 100), of(30, 100, BEFORE), []],
  ['less than half', of(14, 100), of(30, 100, BEFORE), ['far_from_last']],
  ['nothing after something', of(0, 100), of(30, 100, BEFORE), ['far_from_last', 'off_the_axis']],
  ['at the edge', of(99, 100), null, ['off_the_axis']],
  [
    'half a year after a year',
    of(34, 120, { from: '2025-07-01', until: '2025-12-31' }),
    of(30, 100, BEFORE),
    ['other_length'],
  ],
  ['too few', of(5, 19), null, ['too_few_to_show']],
  ['nobody', of(0, 0), of(30, 100, BEFORE), ['nobody_to_count']],
] as const)('about a count %s one asks %j', (_, count, last, doubts) => {
  expect(doubtsAbout(indicator, count, last)).toEqual(doubts);
});

test('the last whole months end with the month before, also over a new year and in February', () => {
  expect(lastMonths('2026-03-02', 12)).toEqual({ from: '2025-03-01', until: '2026-02-28' });
  expect(lastMonths('2026-01-31', 6)).toEqual({ from: '2025-07-01', until: '2025-12-31' });
  expect(lastMonths('2028-03-01', 24)).toEqual({ from: '2026-03-01', until: '2028-02-29' });
});

test('a period is as long as one that has a leap day in it', () => {
  expect(monthsOf(YEAR)).toBe(12);
  expect(monthsOf({ from: '2025-01-15', until: '2025-12-31' })).toBeNull();
  expect(areAlike(YEAR, { from: '2023-03-01', until: '2024-02-29' })).toBe(true);
  expect(areAlike(YEAR, { from: '2025-07-01', until: '2025-12-31' })).toBe(false);
});

test('what a meeting asks goes before the length of last time, and that before the recipe', () => {
  const asked = { from: '2025-02-01', until: '2026-01-31' };
  const half = { from: '2025-01-01', until: '2025-06-30' };
  expect(proposedPeriod(asked, half, { today: TODAY, months: 12 })).toEqual(asked);
  expect(proposedPeriod(null, half, { today: TODAY, months: 12 })).toEqual({
    from: '2025-09-01',
    until: '2026-02-28',
  });
  expect(proposedPeriod(null, null, { today: TODAY, months: 24 }).from).toBe('2024-03-01');
});

test('beside a count stands the newest earlier one of that practice that the reader may see', () => {
  const known = (practiceId: string, period: typeof YEAR, isShown = true) => ({
    practiceId,
    period,
    isShown,
    numerator: 1,
    denominator: 2,
  });
  const older = known('p', { from: '2023-01-01', until: '2023-12-31' });
  const kept = [known('p', YEAR), known('p', BEFORE, false), older, known('q', BEFORE)];
  expect(lastBefore(kept, 'p', YEAR)).toBe(older);
});

test('an address names a period or none', () => {
  expect(periodInWord('2025-01-01.2025-12-31')).toEqual(YEAR);
  for (const word of [null, '', '2025', '2025-12-31.2025-01-01', '2025-01-01.2025-12-31;']) {
    expect(periodInWord(word)).toBeNull();
  }
});

test('every refusal about a field leads to it', () => {
  expect(fieldOf('numerator_above_denominator')).toBe('numerator');
  expect(fieldOf('answer_missing')).toBe('answer');
  expect(fieldOf('counted_by_colleague')).toBeUndefined();
});

test('a count is told with its value, and of how many of whom', () => {
  expect(plain(tellCount('da', indicator, { numerator: 34, denominator: 1200 }))).toBe(
    'Jeres tal er 3 %: 34 patienter set ud af 1.200 patienter.',
  );
  expect(tellCount('da', indicator, { numerator: 0, denominator: 0 })).toBe(
    'Der var ingen at tælle i perioden.',
  );
});
