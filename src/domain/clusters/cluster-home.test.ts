import { expect, test } from 'vitest';
import { aKey } from '#domain/members/figure-access.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { findHome } from './cluster-home.server.ts';

test('the overview tells whether the own practice has a key, and not whether another one has', async () => {
  const cluster = await aCluster({ practices: 2 });
  const own = () => cluster.as(cluster.coordinator, findHome);
  expect(await own()).toMatchObject({ practices: 2, hasPractice: true, hasKey: false });
  await aKey(cluster.practices[1]!.practiceId);
  expect(await own()).toMatchObject({ hasKey: false });
  await aKey(cluster.practices[0]!.practiceId);
  expect(await own()).toMatchObject({ hasKey: true });
});
