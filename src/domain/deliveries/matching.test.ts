import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { matchFigures, type NumberHolder, partsOf } from './matching.ts';

const YEAR = { from: '2025-01-01', until: '2025-12-31' };
const figure = (practiceNumber: string, wish: Partial<Figure> = {}): Figure => ({
  line: 2,
  practiceNumber,
  indicatorKey: 'kol',
  period: YEAR,
  numerator: 12,
  denominator: 40,
  value: 30,
  missing: null,
  ...wish,
});
const holder = (number: string, practiceId: string, wish: Partial<NumberHolder> = {}): NumberHolder => ({
  practiceNumberId: `${number} of ${practiceId}`,
  number,
  practiceId,
  name: `Lægehuset ${practiceId}`,
  clusterId: 'fjord',
  isConfirmed: true,
  isCurrent: true,
  ...wish,
});
const matched = (figures: Figure[], holders: NumberHolder[], takesClaims = false) =>
  matchFigures(figures, new Map([[YEAR.until, holders]]), takesClaims);

const claim = { isConfirmed: false };
const over = { isCurrent: false };

test.each<[string, NumberHolder[], boolean, string]>([
  ['a confirmed number of the day', [holder('012345', 'a')], false, 'a'],
  [
    'a number that was another practice’s before',
    [holder('012345', 'a', over), holder('012345', 'b')],
    false,
    'b',
  ],
  [
    'a number that another practice only claims',
    [holder('012345', 'a', claim), holder('012345', 'b')],
    true,
    'b',
  ],
  ['a number of no practice here', [], false, 'unknown'],
  ['a number that was nobody’s at the end of the period', [holder('012345', 'a', over)], true, 'closed'],
  ['a claimed number', [holder('012345', 'a', claim)], false, 'unconfirmed'],
  ['a claimed number, to the cluster’s own source', [holder('012345', 'a', claim)], true, 'a'],
  [
    'a number that two practices claim',
    [holder('012345', 'a', claim), holder('012345', 'b', claim)],
    true,
    'claimed_twice',
  ],
])('%s', (_, holders, takesClaims, expected) => {
  const { taken, leftOut } = matched([figure('012345')], holders, takesClaims);
  expect(taken[0]?.practiceId ?? leftOut[0]?.kind).toBe(expected);
  expect(taken.length + leftOut.length).toBe(1);
});

test('a number is looked up on the last day of each period', () => {
  const holders = new Map([
    ['2024-12-31', [holder('012345', 'before')]],
    ['2025-12-31', [holder('012345', 'after')]],
  ]);
  const earlier = { period: { from: '2024-01-01', until: '2024-12-31' } };
  const { taken } = matchFigures([figure('012345', earlier), figure('012345')], holders, false);
  expect(taken.map(({ practiceId }) => practiceId)).toEqual(['before', 'after']);
});

test('codes are the same in small and large letters', () => {
  expect(matched([figure('e83027')], [holder('E83027', 'a')]).taken).toHaveLength(1);
});

test('two numbers of one practice bring no figure twice', () => {
  const holders = [holder('012345', 'a'), holder('012346', 'a'), holder('012347', 'b')];
  const figures = [
    figure('012345', { line: 2 }),
    figure('012346', { line: 3 }),
    figure('012347', { line: 4 }),
    figure('012346', { line: 5, indicatorKey: 'af' }),
  ];
  const { taken, leftOut } = matched(figures, holders);
  expect(taken.map((one) => one.figure.line)).toEqual([4, 5]);
  expect(leftOut.map(({ kind, number, line }) => [kind, number, line])).toEqual([
    ['two_numbers', '012345', 2],
    ['two_numbers', '012346', 3],
  ]);
});

test('numbers that are left out are told once, with how many figures they bring', () => {
  const { leftOut } = matched(
    [figure('012345', { line: 2 }), figure('012345', { line: 9, indicatorKey: 'af' })],
    [],
  );
  expect(leftOut).toEqual([{ kind: 'unknown', number: '012345', figures: 2, line: 2, holder: null }]);
});

test('a cluster is told how many practices have a figure, and how many lack one', () => {
  const holders = [holder('1', 'a'), holder('2', 'b'), holder('3', 'c', { clusterId: 'ås' })];
  const figures = [figure('1'), figure('2', { value: null, missing: 'suppressed' }), figure('3')];
  expect(partsOf(matched(figures, holders).taken)).toEqual([
    { clusterId: 'fjord', indicatorKey: 'kol', ...YEAR, figures: 1, missing: 1 },
    { clusterId: 'ås', indicatorKey: 'kol', ...YEAR, figures: 1, missing: 0 },
  ]);
});
