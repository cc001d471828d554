import { expect, test } from 'vitest';
import { isFor, mayUndo, type OwnDoing, pageOfAct, pageOfDoing, type Thing, threeOf } from './thing.ts';

const thing = (kind: Thing['kind'], dueOn: string): Thing => ({
  kind,
  dueOn,
  about: '',
  count: 1,
  deadline: null,
  path: '',
});

test('at most three things are to be done now, the most overdue first', () => {
  const things = [
    thing('agreement_due', '2026-03-05'),
    thing('close_meeting', '2026-03-01'),
    thing('choose_date', '2026-03-01'),
    thing('deadline', '2026-03-09'),
  ];
  expect(threeOf(things).map(({ kind }) => kind)).toEqual(['choose_date', 'close_meeting', 'agreement_due']);
  expect(threeOf([])).toEqual([]);
});

test.each([
  ['order_figures', '/figures'],
  ['venue_numbers', '/venue'],
  ['send_invitation', '/people'],
  ['task', ''],
])('a deadline of the act %s is met on the page “%s”', (act, page) => {
  expect(pageOfAct(act)).toBe(page);
});

test.each([
  ['order_without_source', ['secretary', 'member'], false],
  ['order_without_source', ['coordinator'], true],
  ['topics_voted', ['board'], true],
  ['topics_voted', ['secretary'], false],
  ['close_meeting', ['secretary'], true],
] as const)('%s is asked of %j: %s', (kind, roles, isAsked) => {
  expect(isFor({ kind }, roles)).toBe(isAsked);
});

const doing: OwnDoing = {
  ownDoingId: 'd',
  act: 'figures_ordered',
  meetingId: 'm',
  meetingTitle: 'KOL',
  meetingState: 'polling',
  facts: {},
  at: new Date(0),
  undoneAt: null,
};

test.each([
  ['an order, by a coordinator', {}, ['coordinator'], true],
  ['an order, by who may order none', {}, ['board', 'secretary'], false],
  ['an order that was called off', { undoneAt: new Date(1) }, ['coordinator'], false],
  ['a poll that closed while a day is looked for', { act: 'poll_closed' }, ['secretary'], true],
  [
    'a poll whose meeting has its day',
    { act: 'poll_closed', meetingState: 'confirmed' },
    ['secretary'],
    false,
  ],
  ['a letter that went', { act: 'measured_again' }, ['coordinator'], false],
] as const)('%s can be taken back: %o of %o: %s', (_, change, roles, may) => {
  expect(mayUndo({ ...doing, ...change }, roles)).toBe(may);
});

test.each([
  [doing, '/meetings/m/figures'],
  [{ ...doing, act: 'needs_forgotten' }, '/meetings/m'],
  [{ ...doing, act: 'topic_vote_closed', meetingId: null }, '/topics'],
  [{ ...doing, act: 'week_told', meetingId: null }, null],
] as const)('what was done is seen on a page of its own', (done, page) => {
  expect(pageOfDoing(done)).toBe(page);
});
