import { expect, test } from 'vitest';
import { type Holder, type Holding, hasCoordinator, mayHoldRoles, rolesOf } from './role-holding.ts';

const anna: Holder = { memberId: 'anna', personId: 'a', practiceId: 'fjord', kind: 'doctor' };
const bo: Holder = { ...anna, memberId: 'bo', personId: 'b' };
const ida: Holder = { ...anna, memberId: 'ida', personId: 'i', kind: 'staff' };
const byAnna: Holding = { roleHoldingId: '1', role: 'coordinator', memberId: 'anna', practiceId: null };
const byFjord: Holding = { roleHoldingId: '2', role: 'coordinator', memberId: null, practiceId: 'fjord' };
const board: Holding = { ...byAnna, roleHoldingId: '3', role: 'board' };

test.each<[string, Holder[], Holding[], boolean]>([
  ['a member who coordinates', [anna, bo], [byAnna], true],
  ['a member who coordinated and left', [bo], [byAnna], false],
  ['a clinic whose doctors coordinate', [bo, ida], [byFjord], true],
  ['a clinic with staff alone', [ida], [byFjord], false],
  ['a clinic without people', [], [byFjord], false],
  ['a board is no coordinator', [anna], [board], false],
])('%s: the cluster has a coordinator', (_, holders, holdings, has) => {
  expect(hasCoordinator(holders, holdings)).toBe(has);
});

test('a member holds the own roles and, as a doctor, those of the clinic', () => {
  const held = (holder: Holder) =>
    rolesOf(holder, [byAnna, byFjord, board]).map(({ roleHoldingId }) => roleHoldingId);
  expect([anna, bo, ida].map(held)).toEqual([['1', '2', '3'], ['2'], []]);
});

test('bought help and consultants hold no roles', () => {
  expect((['doctor', 'trainee', 'staff', 'secretary', 'consultant'] as const).filter(mayHoldRoles)).toEqual([
    'doctor',
    'trainee',
    'staff',
  ]);
});
