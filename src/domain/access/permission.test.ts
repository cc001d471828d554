import { expect, test } from 'vitest';
import { NOW } from '#test/world.ts';
import { CONFIRMATION_MINUTES, PERMISSIONS, type Permission, refusalOf } from './permission.ts';

const ROLES = ['member', 'coordinator', 'board', 'treasurer', 'secretary', 'consultant'] as const;
const inCluster = (role: string, minutesAgo = 0) => ({
  kind: 'cluster',
  roles: [role],
  confirmedAt: new Date(NOW.getTime() - minutesAgo * 60_000),
  now: NOW,
});
const mayBy = (permission: Permission) => ROLES.filter((role) => !refusalOf(permission, inCluster(role)));

test.each([
  ['spread.publish', ['coordinator']],
  ['source.invite', ['coordinator']],
  ['member.invite', ['coordinator']],
  ['role.give', ['coordinator']],
  ['practice.decide', ['member']],
  ['source.answer', ['member']],
  ['figure.look', ['member']],
  ['figure.deliver', []],
  ['installation.operate', []],
] as const)('%s is for %j of a cluster', (permission, roles) => {
  expect(mayBy(permission)).toEqual(roles);
});

test('no permission is for a secretary or consultant that reaches a figure', () => {
  const theirs = (Object.keys(PERMISSIONS) as Permission[]).filter((permission) =>
    mayBy(permission).some((role) => role === 'secretary' || role === 'consultant'),
  );
  expect(theirs.filter((permission) => /^(figure|spread|source|practice)\./.test(permission))).toEqual([]);
});

test('a permission belongs to one kind of scope, and the installation itself may all', () => {
  expect(refusalOf('figure.deliver', { kind: 'source', now: NOW })).toBeNull();
  expect(refusalOf('figure.deliver', { kind: 'person', now: NOW })).toBe('not_permitted');
  expect(refusalOf('session.start', { kind: 'cluster', roles: ['coordinator'], now: NOW })).toBe(
    'not_permitted',
  );
  expect(refusalOf('spread.publish', { kind: 'system', now: NOW })).toBeNull();
});

test('publishing asks for the mailbox again after half an hour', () => {
  expect(refusalOf('spread.publish', inCluster('coordinator', CONFIRMATION_MINUTES))).toBeNull();
  expect(refusalOf('spread.publish', inCluster('coordinator', CONFIRMATION_MINUTES + 1))).toBe(
    'confirm_again',
  );
  expect(refusalOf('role.give', inCluster('coordinator', CONFIRMATION_MINUTES + 1))).toBeNull();
});
