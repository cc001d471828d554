import { expect, test } from 'vitest';
import { MEETING_STATES, type MeetingState, refusalOfPlanning, refusalOfState } from './meeting.ts';
import { pagesFor } from './meeting-pages.ts';

const MAY: Record<MeetingState, MeetingState[]> = {
  idea: ['polling', 'reserved', 'confirmed', 'cancelled'],
  polling: ['idea', 'reserved', 'confirmed', 'cancelled'],
  reserved: ['polling', 'confirmed', 'held', 'closed', 'cancelled'],
  confirmed: ['reserved', 'held', 'closed', 'cancelled'],
  held: ['closed'],
  closed: [],
  cancelled: ['idea', 'polling', 'reserved', 'confirmed'],
};

test.each(MEETING_STATES)('from %s a meeting goes where it may and nowhere else', (state) => {
  const next = MEETING_STATES.filter((to) => refusalOfState({ state, heldOn: '2027-04-13' }, to) === null);
  expect(new Set(next)).toEqual(new Set(MAY[state]));
});

test.each([
  ['idea', 'reserved', 'day_missing'],
  ['polling', 'confirmed', 'day_missing'],
  ['idea', 'held', 'not_from_here'],
  ['closed', 'cancelled', 'meeting_closed'],
  ['cancelled', 'held', 'meeting_cancelled'],
  ['held', 'cancelled', 'meeting_held'],
] as const)('from %s to %s without a day: %s', (state, next, refusal) => {
  expect(refusalOfState({ state, heldOn: null }, next)).toBe(refusal);
});

test('a meeting is planned until it is closed or called off', () => {
  const planned = MEETING_STATES.filter((state) => refusalOfPlanning({ state }) === null);
  expect(planned).toEqual(['idea', 'polling', 'reserved', 'confirmed', 'held']);
});

test('a member finds fewer pages than who arranges, and both find the overview', () => {
  const [member, coordinator] = [pagesFor(['member']), pagesFor(['member', 'coordinator'])];
  expect(member.length).toBeLessThan(coordinator.length);
  expect(coordinator).toEqual(expect.arrayContaining(member));
  expect(member[0]).toEqual({ page: 'overview', path: '' });
});
