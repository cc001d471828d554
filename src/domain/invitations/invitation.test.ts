import { expect, test } from 'vitest';
import {
  needWith,
  type Rsvp,
  refusalOfInviting,
  refusalOfRsvps,
  rsvpReminderDays,
  rsvpsIn,
} from './invitation.ts';
import { hasChanged, isTimeForLastNumbers } from './venue.ts';

const TODAY = '2026-03-02';

test.each([
  ['reserved', '2026-04-14', null],
  ['confirmed', '2026-04-14', null],
  ['confirmed', TODAY, null],
  ['idea', null, 'day_missing'],
  ['polling', null, 'day_missing'],
  ['confirmed', '2026-03-01', 'day_passed'],
  ['held', '2026-03-01', 'meeting_held'],
  ['closed', '2026-03-01', 'meeting_closed'],
  ['cancelled', '2026-04-14', 'meeting_cancelled'],
] as const)('to a meeting that is %s on %s: %s', (state, heldOn, refusal) => {
  expect(refusalOfInviting({ state, heldOn }, TODAY)).toBe(refusal);
});

const yes: Rsvp = { memberId: 'anna', answer: 'yes', need: null };
const meeting = { state: 'confirmed', heldOn: '2026-04-14', onlineUrl: '' } as const;

test.each([
  ['yes', meeting, [yes], null],
  ['yes on the day itself', { ...meeting, heldOn: TODAY }, [yes], null],
  ['yes after the meeting', { ...meeting, heldOn: '2026-03-01' }, [yes], 'meeting_over'],
  ['yes to one called off', { ...meeting, state: 'cancelled' }, [yes], 'meeting_over'],
  ['nothing', meeting, [], 'nothing_answered'],
  ['online without a link', meeting, [{ ...yes, answer: 'online' }], 'not_online'],
  ['online with one', { ...meeting, onlineUrl: 'https://x.example' }, [{ ...yes, answer: 'online' }], null],
  ['for another clinic', meeting, [yes, { ...yes, memberId: 'carl' }], 'not_yours_to_answer'],
] as const)('answering %s', (_what, asked, rsvps, refusal) => {
  expect(refusalOfRsvps(asked, rsvps, new Set(['anna', 'bo']), TODAY)).toBe(refusal);
});

test.each([
  ['yes', { diet: 'vegan', absence: '' }],
  ['no', { diet: '', absence: 'duty' }],
  ['online', { diet: '', absence: '' }],
] as const)('with %s is kept %j', (answer, kept) => {
  expect(needWith(answer, { diet: 'vegan', absence: 'duty' })).toEqual(kept);
});

test('a form is read for answers from the short lists alone', () => {
  const form = new FormData();
  form.set('rsvp:anna', 'yes');
  form.set('diet:anna', 'vegan');
  form.set('rsvp:bo', 'no');
  form.set('rsvp:ida', 'perhaps');
  form.set('rsvp:kim', 'no');
  form.set('absence:kim', 'my knee hurts');
  expect(rsvpsIn(form)).toEqual([
    { memberId: 'anna', answer: 'yes', need: { diet: 'vegan', absence: '' } },
    { memberId: 'bo', answer: 'no', need: null },
    { memberId: 'kim', answer: 'no', need: null },
  ]);
});

test('those who have not answered are reminded 14 and 5 days before', () => {
  expect(rsvpReminderDays('2026-04-14')).toEqual(['2026-03-31', '2026-04-09']);
});

const told = { people: 20, diets: { vegan: 1 }, toldFor: 'x' };
test.each([
  ['the same', { people: 20, diets: { vegan: 1 } }, 'x', false],
  ['one more', { people: 21, diets: { vegan: 1 } }, 'x', true],
  ['another diet', { people: 20, diets: { vegetarian: 1 } }, 'x', true],
  ['no diet any more', { people: 20, diets: {} }, 'x', true],
  ['another evening', { people: 20, diets: { vegan: 1 } }, 'y', true],
])('a venue that would be told %s', (_what, now, evening, isChanged) => {
  expect(hasChanged(told, now, evening)).toBe(isChanged);
});

test.each([
  ['2026-04-10', '2026-03-20', false],
  ['2026-04-11', '2026-03-20', true],
  ['2026-04-12', '2026-03-20', true],
  ['2026-04-15', '2026-03-20', false],
  ['2026-04-11', '2026-04-11', false],
  ['2026-04-13', '2026-04-12', false],
])('three days before 14 April the last numbers go: on %s, told on %s: %s', (today, toldOn, isTime) => {
  expect(isTimeForLastNumbers({ heldOn: '2026-04-14', cancelDays: 3, toldOn }, today)).toBe(isTime);
});
