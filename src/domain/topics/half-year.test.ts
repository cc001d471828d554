import { expect, test } from 'vitest';
import { halfYearOf, halfYearsFrom, planOf } from './half-year.ts';

test.each([
  ['2026-01-01', '2026-01-01'],
  ['2026-06-30', '2026-01-01'],
  ['2026-07-01', '2026-07-01'],
  ['2026-12-31', '2026-07-01'],
])('%s lies in the half-year of %s', (day, halfYear) => {
  expect(halfYearOf(day)).toBe(halfYear);
});

test('two years are four half-years, this one first', () => {
  expect(halfYearsFrom('2026-03-02')).toEqual(['2026-01-01', '2026-07-01', '2027-01-01', '2027-07-01']);
  expect(halfYearsFrom('2026-11-30')).toEqual(['2026-07-01', '2027-01-01', '2027-07-01', '2028-01-01']);
});

const topic = (sentence: string, plannedFor: string, turn: number, hour = 10) => ({
  sentence,
  plannedFor,
  turn,
  proposedAt: new Date(Date.UTC(2026, 0, 1, hour)),
});

test('the plan has topics in turn, empty half-years, and first what was not reached', () => {
  const plan = planOf(
    [
      topic('Falder', '2026-07-01', 2),
      topic('Opioider', '2026-07-01', 1),
      topic('Attester', '2025-07-01', 1),
      topic('KOL', '2029-01-01', 1),
      topic('Feber', '2026-07-01', 2, 8),
    ],
    '2026-03-02',
  );
  expect(
    plan.map(({ halfYear, isPast, topics }) => [halfYear, isPast, topics.map(({ sentence }) => sentence)]),
  ).toEqual([
    ['2025-07-01', true, ['Attester']],
    ['2026-01-01', false, []],
    ['2026-07-01', false, ['Opioider', 'Feber', 'Falder']],
    ['2027-01-01', false, []],
    ['2027-07-01', false, []],
    ['2029-01-01', false, ['KOL']],
  ]);
});
