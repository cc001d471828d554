import { expect, test } from 'vitest';
import { closingBefore, lengthIn, sourceField, sourceIn, type TypedMeeting, wishOf } from './meeting-wish.ts';

const TODAY = '2027-03-02';
const ID = '0b9f6a52-7d0d-4f0a-9c7a-2f7c3c1f0a11';
const typed = (of: Partial<TypedMeeting> = {}): TypedMeeting => ({
  source: 'package:opioider',
  kind: 'cluster',
  title: 'Opioider',
  minutes: '150',
  topic: '',
  closes: '',
  days: [],
  ...of,
});
const day = (written: string, time = '17.00') => ({ day: written, time });

test.each([
  ['no date', [], [], null],
  ['one date', [day('14.4.2027')], ['2027-04-14 17:00'], null],
  ['one today', [day('2.3.2027')], ['2027-03-02 17:00'], null],
  [
    'three',
    [day('14.4.2027'), day(''), day('21/4 2027', '18')],
    ['2027-04-14 17:00', '2027-04-21 18:00'],
    '2027-03-09',
  ],
  ['two soon', [day('5.3.2027'), day('2027-03-08')], ['2027-03-05 17:00', '2027-03-08 17:00'], '2027-03-04'],
] as const)('with %s the form is a wish', (_, days, found, closesOn) => {
  const read = wishOf(typed({ days: [...days] }), TODAY);
  if ('refusals' in read) throw new Error(JSON.stringify(read.refusals));
  expect(read.wish.days.map(({ heldOn, startsAt }) => `${heldOn} ${startsAt}`)).toEqual(found);
  expect(read.closesOn).toBe(closesOn);
});

test.each([
  ['title', { title: '' }, 'title_missing'],
  ['title', { title: 'a'.repeat(161) }, 'title_too_long'],
  ['kind', { kind: 'fest' }, 'kind_missing'],
  ['minutes', { minutes: 'længe' }, 'minutes_not_understood'],
  ['day-1', { days: [day('31.2.2027')] }, 'day_not_understood'],
  ['day-1', { days: [day('1.3.2027')] }, 'day_past'],
  ['time-1', { days: [day('14.4.2027', 'aften')] }, 'time_not_understood'],
  ['day-2', { days: [day('14.4.2027'), day('14.4.27')] }, 'day_twice'],
  ['day-1', { days: [day('2.3.2027'), day('14.4.2027')] }, 'day_past'],
  ['closes', { closes: 'snart', days: [day('14.4.2027'), day('15.4.2027')] }, 'closes_not_understood'],
  ['closes', { closes: '14.4.2027', days: [day('14.4.2027'), day('15.4.2027')] }, 'closes_too_late'],
] as const)('at %s the form says what to mend: %3$s', (field, of, refusal) => {
  expect(wishOf(typed(of as Partial<TypedMeeting>), TODAY)).toEqual({ refusals: [{ field, refusal }] });
});

test('all is told at once', () => {
  const read = wishOf(typed({ title: '', minutes: '', days: [day('x', 'y')] }), TODAY);
  expect('refusals' in read && read.refusals.map(({ field }) => field)).toEqual([
    'title',
    'minutes',
    'day-1',
    'time-1',
  ]);
});

test.each([
  ['150', 150],
  ['150 min', 150],
  ['2.30', 150],
  ['2:30', 150],
  ['2 t 30 min', 150],
  ['2 timer', 120],
  ['10', null],
  ['721', null],
  ['', null],
  ['12,5', null],
])('"%s" is %s minutes', (written, minutes) => {
  expect(lengthIn(written)).toBe(minutes);
});

test.each([`own:${ID}`, `meeting:${ID}`, 'package:opioider', ''])(
  'the source "%s" is read back as it was',
  (written) => {
    expect(sourceField(sourceIn(written))).toBe(written);
  },
);

test.each(['own:nogen', 'meeting:', 'package:', 'noget'])('"%s" is no source', (written) => {
  expect(sourceIn(written)).toBeNull();
});

test('answers are wanted in a week, or before the first date when that comes sooner', () => {
  expect(closingBefore('2027-04-14', TODAY)).toBe('2027-03-09');
  expect(closingBefore('2027-03-04', TODAY)).toBe('2027-03-03');
});
