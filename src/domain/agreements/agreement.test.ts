import { expect, test } from 'vitest';
import { firstDays, nextMeasure, type TypedAgreement, wishOf } from './agreement.ts';

const typed: TypedAgreement = {
  what: 'Slutdato på alle nye recepter',
  who: 'Alle praksisser',
  byOn: '14-05-2026',
  measure: 'Andel langtidsbrugere',
  indicator: 'op2',
  measuredAgainOn: '14-10-2026',
  secondMeasureOn: '14-04-2027',
};
const HELD = '2026-04-14';

test('an agreement is read with days as Danes write them', () => {
  expect(wishOf(typed, HELD)).toEqual({
    what: 'Slutdato på alle nye recepter',
    who: 'Alle praksisser',
    byOn: '2026-05-14',
    measure: 'Andel langtidsbrugere',
    indicatorKey: 'op2',
    measuredAgainOn: '2026-10-14',
    secondMeasureOn: '2027-04-14',
  });
  expect(wishOf({ ...typed, secondMeasureOn: '', indicator: '' }, HELD)).toMatchObject({
    secondMeasureOn: null,
    indicatorKey: null,
  });
});

test.each([
  ['what', '', ['what_missing']],
  ['what', 'a'.repeat(601), ['what_too_long']],
  ['who', '', ['who_missing']],
  ['byOn', 'snart', ['by_not_understood']],
  ['byOn', '13-04-2026', ['by_before_meeting']],
  ['measure', '', ['measure_missing']],
  ['measuredAgainOn', '', ['again_not_understood']],
  ['measuredAgainOn', '13-05-2026', ['again_before_by']],
  ['secondMeasureOn', '31-02-2027', ['second_not_understood']],
  ['secondMeasureOn', '14-10-2026', ['second_before_again']],
] as const)('%s as “%s” is refused', (field, value, refusals) => {
  expect(wishOf({ ...typed, [field]: value }, HELD)).toEqual(refusals);
});

test('everything that is missing is said at once, in the order of the fields', () => {
  const empty = Object.fromEntries(Object.keys(typed).map((key) => [key, ''])) as TypedAgreement;
  expect(wishOf(empty, HELD)).toEqual([
    'what_missing',
    'who_missing',
    'by_not_understood',
    'measure_missing',
    'again_not_understood',
  ]);
});

test('an agreement begins with a month to begin, and is measured after six and twelve', () => {
  expect(firstDays('2026-08-31')).toEqual({
    byOn: '2026-09-30',
    measuredAgainOn: '2027-02-28',
    secondMeasureOn: '2027-08-31',
  });
});

test.each([
  ['2026-10-14', 'open', '2026-10-14'],
  ['2026-10-15', 'open', '2027-04-14'],
  ['2027-04-15', 'open', null],
  ['2026-10-14', 'kept', null],
] as const)('from %s an agreement that is %s is measured on %s', (from, state, day) => {
  const wish = wishOf(typed, HELD);
  if (Array.isArray(wish)) throw new Error('refused');
  expect(nextMeasure({ agreementId: 'a', meetingId: 'm', outcome: '', ...wish, state }, from)).toBe(day);
});
