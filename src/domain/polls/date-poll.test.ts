import { expect, test } from 'vitest';
import { isOpen, MOST_DATES, refusalOfClosing, refusalOfDates } from './date-poll.ts';
import { isReminderDue, reminderDays } from './reminding.ts';
import { changesIn, fieldOf, refusalOfVotes, votesIn } from './votes.ts';

const TODAY = '2026-03-02';
const on = (heldOn: string, startsAt = '17:00') => ({ heldOn, startsAt });
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => on(`2026-04-${String(at + 1).padStart(2, '0')}`));

test.each([
  ['three days', [on('2026-04-14'), on('2026-04-15'), on('2026-04-21')], null],
  ['one day at two hours', [on('2026-04-14', '12:00'), on('2026-04-14', '17:00')], null],
  ['the most days', many(MOST_DATES), null],
  ['none', [], 'no_dates'],
  ['one more than the most', many(MOST_DATES + 1), 'too_many_dates'],
  ['today', [on(TODAY)], 'date_passed'],
  ['a day that has been', [on('2026-02-28')], 'date_passed'],
  [
    'the same twice, written in two ways',
    [on('2026-04-14', '17:00'), on('2026-04-14', '17:00:00')],
    'same_date_twice',
  ],
  ['a day that no calendar has', [on('2026-02-30')], 'not_a_date'],
  ['no hour', [on('2026-04-14', '')], 'not_a_date'],
  ['an hour that no clock has', [on('2026-04-14', '24:00')], 'not_a_date'],
] as const)('a poll about %s: %j', (_what, days, refusal) => {
  expect(refusalOfDates(days, TODAY)).toBe(refusal);
});

test('days that come later are counted with those asked about, and none may come twice', () => {
  expect(refusalOfDates([on('2026-05-01')], TODAY, many(MOST_DATES))).toBe('too_many_dates');
  expect(refusalOfDates([on('2026-04-03')], TODAY, many(5))).toBe('same_date_twice');
  expect(refusalOfDates([on('2026-05-01')], TODAY, many(5))).toBeNull();
});

test.each([
  ['2026-03-16', null],
  [TODAY, null],
  ['2026-04-13', null],
  ['2026-04-14', 'closing_after_first_date'],
  ['2026-03-01', 'closing_passed'],
  ['snart', 'not_a_closing_day'],
])('answering until %s, with 14 April as the first day: %s', (closesOn, refusal) => {
  expect(refusalOfClosing(closesOn, [on('2026-04-21'), on('2026-04-14')], TODAY)).toBe(refusal);
});

test('a poll is open until the end of its last day, unless it was closed before', () => {
  const poll = { closedAt: null, closesOn: '2026-03-16' };
  expect(isOpen(poll, '2026-03-16')).toBe(true);
  expect(isOpen(poll, '2026-03-17')).toBe(false);
  expect(isOpen({ ...poll, closedAt: new Date() }, TODAY)).toBe(false);
});

test.each([
  ['2026-03-02', '2026-03-16', ['2026-03-09', '2026-03-15']],
  ['2026-03-02', '2026-03-06', ['2026-03-04', '2026-03-05']],
  ['2026-03-02', '2026-03-05', ['2026-03-04', '2026-03-05']],
  ['2026-03-02', '2026-03-04', ['2026-03-03', '2026-03-04']],
  ['2026-03-02', '2026-03-03', ['2026-03-03']],
  ['2026-03-02', '2026-03-02', []],
  // Across the change of the clock a day is a day.
  ['2026-03-27', '2026-03-31', ['2026-03-29', '2026-03-30']],
])('a poll from %s to %s reminds on %j', (opened, closes, days) => {
  expect(reminderDays(opened, closes)).toEqual(days);
});

const DAYS = ['2026-03-09', '2026-03-15'];
const asked = { askedOn: '2026-03-02', sent: 0, sentBefore: 0, lastSentOn: null as string | null };

test.each([
  ['before the first day', asked, '2026-03-08', false],
  ['on the first day', asked, '2026-03-09', true],
  ['again on the same day', { ...asked, sent: 1, lastSentOn: '2026-03-09' }, '2026-03-09', false],
  ['between the days', { ...asked, sent: 1, lastSentOn: '2026-03-09' }, '2026-03-12', false],
  ['on the second day', { ...asked, sent: 1, lastSentOn: '2026-03-09' }, '2026-03-15', true],
  ['after both', { ...asked, sent: 2, lastSentOn: '2026-03-15' }, '2026-03-16', false],
  ['when the machine was away on the first day', asked, '2026-03-11', true],
  ['when it was away on both, one now', asked, '2026-03-16', true],
  ['and the other on the next day', { ...asked, sent: 1, lastSentOn: '2026-03-16' }, '2026-03-17', true],
  ['who was asked on the first day itself', { ...asked, askedOn: '2026-03-09' }, '2026-03-09', false],
  ['who was asked after the first day', { ...asked, askedOn: '2026-03-10' }, '2026-03-15', true],
  ['who was asked anew on that day', { ...asked, askedOn: '2026-03-10', sentBefore: 1 }, '2026-03-10', false],
  [
    'who was asked anew, on the second day',
    { ...asked, askedOn: '2026-03-10', sentBefore: 1 },
    '2026-03-15',
    true,
  ],
  ['who has had two in all', { ...asked, askedOn: '2026-03-10', sentBefore: 2 }, '2026-03-15', false],
])('a reminder %s', (_when, reminded, today, isDue) => {
  expect(isReminderDue(DAYS, reminded, today)).toBe(isDue);
});

test('a form is read for answers alone', () => {
  const form = new FormData();
  form.set('command', 'x');
  form.set(fieldOf('day', 'anna'), 'if_needed');
  form.set(fieldOf('day', 'bo'), 'maybe');
  form.set('answer:day', 'yes');
  expect(votesIn(form)).toEqual([{ dateOptionId: 'day', memberId: 'anna', answer: 'if_needed' }]);
});

const poll = {
  datePollId: 'p',
  meetingId: 'm',
  openedAt: new Date(0),
  closesOn: '2026-03-16',
  closedAt: null,
  options: [{ dateOptionId: 'day', heldOn: '2026-04-14', startsAt: '17:00:00', addedAt: new Date(0) }],
};
const vote = { dateOptionId: 'day', memberId: 'anna', answer: 'yes' } as const;

test.each([
  ['an own answer', [vote], TODAY, null],
  ['after the last day', [vote], '2026-03-17', 'poll_closed'],
  ['nothing', [], TODAY, 'nothing_answered'],
  ['a day of another poll', [{ ...vote, dateOptionId: 'other' }], TODAY, 'date_not_asked_about'],
  ['for somebody of another clinic', [vote, { ...vote, memberId: 'carl' }], TODAY, 'not_yours_to_answer'],
] as const)('voting %s', (_what, votes, today, refusal) => {
  expect(refusalOfVotes(poll, votes, new Set(['anna', 'bo']), today)).toBe(refusal);
});

test('an answer that says what stands already is no change', () => {
  const bo = { ...vote, memberId: 'bo' };
  expect(
    changesIn([vote, bo, { ...vote, memberId: 'ida', answer: 'no' }], [vote, { ...bo, answer: 'no' }]),
  ).toEqual([bo, { ...vote, memberId: 'ida', answer: 'no' }]);
});
