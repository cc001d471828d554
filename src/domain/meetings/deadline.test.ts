import { expect, test } from 'vitest';
import {
  byUrgency,
  type Deadline,
  movedTo,
  offsetOf,
  plannedFor,
  urgencyOf,
  withWhatAllNeed,
} from './deadline.ts';

const deadline = (of: Partial<Deadline> = {}): Deadline => ({
  deadlineId: 'd',
  meetingId: 'm',
  act: 'order_figures',
  title: '',
  offsetDays: -60,
  dueOn: '2027-02-12',
  isPinned: false,
  state: 'open',
  settledAt: null,
  ...of,
});

test.each([
  ['what is open', {}, '2027-02-19'],
  ['what had no day', { dueOn: null }, '2027-02-19'],
  ['what comes after', { act: 'minutes', offsetDays: 2, dueOn: '2027-04-15' }, '2027-04-22'],
  ['what is done', { state: 'done' }, null],
  ['what is skipped', { state: 'skipped' }, null],
  ['what is pinned', { isPinned: true }, null],
] as const)('with the meeting to 20 April moves %s: %3$s', (_, of, day) => {
  const [moved] = movedTo('2027-04-20', [deadline(of)]);
  expect(moved?.to ?? null).toBe(day);
});

test('what stays on its day has not moved', () => {
  expect(movedTo('2027-04-13', [deadline()])).toEqual([]);
});

test.each([
  ['2027-03-01', 'overdue'],
  ['2027-03-02', 'this_week'],
  ['2027-03-09', 'this_week'],
  ['2027-03-10', 'this_month'],
  ['2027-04-02', 'this_month'],
  ['2027-04-03', 'later'],
  [null, 'undated'],
] as const)('on 2 March something due %s is %s', (day, urgency) => {
  expect(urgencyOf(day, '2027-03-02')).toBe(urgency);
});

test('what presses most comes first, what has no day last, and what is settled not at all', () => {
  const of = (deadlineId: string, dueOn: string | null, state: Deadline['state'] = 'open') =>
    deadline({ deadlineId, dueOn, state });
  const list = [of('c', null), of('b', '2027-04-01'), of('x', '2027-01-01', 'done'), of('a', '2027-03-01')];
  expect(byUrgency(list).map(({ deadlineId }) => deadlineId)).toEqual(['a', 'b', 'c']);
});

test.each([
  ['2027-04-13', '2027-02-12', -60],
  ['2027-04-13', '2029-06-21', 800],
  ['2027-04-13', '2029-06-22', null],
  ['2027-04-13', '2026-03-08', null],
])('from a meeting on %s the day %s is %j days', (heldOn, day, offset) => {
  expect(offsetOf(heldOn, day)).toBe(offset);
});

test('a cluster meeting orders figures 60 days before, sends minutes after 2, and measures again after 6 and 12 months', () => {
  const days = (act: string) =>
    plannedFor('cluster').flatMap((one) => (one.act === act ? one.offsetDays : []));
  expect([days('order_figures'), days('minutes'), days('measure_again')]).toEqual([[-60], [2], [182, 365]]);
  expect(plannedFor('board').map(({ act }) => act)).toEqual(['send_invitation', 'minutes']);
});

test('a package gets what every meeting needs, and keeps its own days for it', () => {
  const own = [{ act: 'order_figures', title: 'Bestil hos KAP-H', offsetDays: -75 }] as const;
  const acts = (isMeasured: boolean) =>
    withWhatAllNeed(own, isMeasured).map(({ act, offsetDays }) => `${act} ${offsetDays}`);
  expect(acts(true)).toEqual(['order_figures -75', 'minutes 2', 'measure_again 182', 'measure_again 365']);
  expect(acts(false)).toEqual(['order_figures -75', 'minutes 2']);
});
