import { expect, test } from 'vitest';
import { byPractice } from './membership-list.ts';

const PRACTICES = [
  { practiceId: 'fjord', name: 'Lægehuset 2' },
  { practiceId: 'nord', name: 'Lægehuset 10' },
];
const MEMBERS = [
  { memberId: 'anna', personId: 'a', practiceId: 'fjord', kind: 'doctor' },
  { memberId: 'ida', personId: 'i', practiceId: 'fjord', kind: 'staff' },
  { memberId: 'finn', personId: 'f', practiceId: null, kind: 'consultant' },
  { memberId: 'else', personId: 'e', practiceId: null, kind: 'secretary' },
] as const;
const HOLDINGS = [
  { roleHoldingId: '1', role: 'board', memberId: 'anna', practiceId: null },
  { roleHoldingId: '2', role: 'coordinator', memberId: null, practiceId: 'fjord' },
] as const;
const ALL = { practices: PRACTICES, members: MEMBERS, holdings: HOLDINGS };

test('everybody stands under the own practice, with the own roles and those of the clinic', () => {
  const { practices, outside } = byPractice(ALL, true);
  expect(practices.map(({ members }) => members.map(({ memberId }) => memberId))).toEqual([
    ['anna', 'ida'],
    [],
  ]);
  expect(practices[0]?.members[0]?.roles).toEqual([
    { role: 'board', isByClinic: false },
    { role: 'coordinator', isByClinic: true },
  ]);
  expect(practices[0]?.members[1]?.roles).toEqual([]);
  expect(outside.map(({ kind }) => kind)).toEqual(['consultant', 'secretary']);
});

test('practices stand by name, with 2 before 10', () => {
  const turned = byPractice({ ...ALL, practices: PRACTICES.toReversed() }, true);
  expect(turned.practices.map(({ name }) => name)).toEqual(['Lægehuset 2', 'Lægehuset 10']);
});

test('a secretary sees the names of all, and not who prepares the figures', () => {
  const { outside } = byPractice(ALL, false);
  expect(outside.map(({ memberId, kind }) => [memberId, kind])).toEqual([
    ['finn', null],
    ['else', 'secretary'],
  ]);
});
