import { expect, test } from 'vitest';
import { asSystem, forLink } from '#platform/scope.server.ts';
import { NOW, owner, web, worker } from '#test/world.ts';
import { findHealth, showSignOfLife } from './health.server.ts';

const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const healthAt = (now: Date) => forLink(web, { token: null, now }, (scope) => findHealth(scope));

test('an installation is well while its worker speaks, and not when it has been silent', async () => {
  expect(await healthAt(NOW)).toEqual({ database: true, migrations: true, worker: false });
  await asSystem(worker, { now: NOW }, (scope) => showSignOfLife(scope));
  expect(await healthAt(later(60))).toMatchObject({ worker: true });
  expect(await healthAt(later(120))).toMatchObject({ worker: false });
  await asSystem(worker, { now: later(110) }, (scope) => showSignOfLife(scope));
  expect(await healthAt(later(120))).toMatchObject({ worker: true });
});

test('a database of another release is told of', async () => {
  await owner
    .insertInto('migration' as never)
    .values({ name: '9999_later.sql', checksum: 'x', appliedAt: NOW } as never)
    .execute();
  expect(await healthAt(NOW)).toMatchObject({ migrations: false });
});
