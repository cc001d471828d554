import { expect, test } from 'vitest';
import { monthsOf, type YearEntry, yearAround } from './year.ts';

const entry = (day: string, of: Partial<YearEntry> = {}): YearEntry => ({
  key: `${day} ${of.kind ?? 'meeting'}`,
  kind: 'meeting',
  day,
  title: 'Opioider',
  about: '',
  meetingId: 'm',
  isSettled: false,
  ...of,
});

test('the year reaches twelve months back and forward', () => {
  expect(yearAround('2027-03-31')).toEqual({ from: '2026-03-01', until: '2028-04-01' });
});

test('every month to come is there, and of those that were only the ones with something in them', () => {
  const months = monthsOf([entry('2026-11-03')], '2027-03-02').map(({ first }) => first);
  expect(months).toEqual([
    '2026-11-01',
    ...Array.from(
      { length: 13 },
      (_, at) => `${at < 10 ? 2027 : 2028}-${String(((at + 2) % 12) + 1).padStart(2, '0')}-01`,
    ),
  ]);
});

test('within a month all stands by day, a meeting first', () => {
  const months = monthsOf(
    [
      entry('2027-04-14', { kind: 'deadline' }),
      entry('2027-04-20'),
      entry('2027-04-14'),
      entry('2027-04-02', { kind: 'measured_again' }),
    ],
    '2027-03-02',
  );
  const april = months.find(({ first }) => first === '2027-04-01');
  expect(april?.entries.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    '2027-04-02 measured_again',
    '2027-04-14 meeting',
    '2027-04-14 deadline',
    '2027-04-20 meeting',
  ]);
});
