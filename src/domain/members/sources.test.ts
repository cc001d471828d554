import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, aPerson, aSource } from '#test/build.ts';
import { newId, owner } from '#test/world.ts';
import { isServedByKnown, listClusterSources } from './cluster-sources.server.ts';
import { dismissSource } from './dismiss-source.server.ts';
import { introduceSource, type NewSource } from './introduce-source.server.ts';
import { inviteSource } from './invite-source.server.ts';

let sources = 0;
function aNewSource(wish: Partial<NewSource> = {}): NewSource {
  const number = ++sources;
  return {
    name: `Kvalitetsenhed ${number}`,
    kind: 'quality_unit',
    personName: 'Dorte Datakilde',
    email: `dorte${number}@enhed.example`,
    ...wish,
  };
}

const servingNow = async (cluster: ACluster) =>
  (await cluster.as(cluster.coordinator, listClusterSources))?.filter(({ isServing }) => isServing) ?? [];

test('a source that the operator knows is asked, dismissed and asked again, on one day', async () => {
  const cluster = await aCluster();
  const known = await aSource([]);
  const lead = <T>(work: (scope: ClusterScope) => Promise<T>) => cluster.as(cluster.coordinator, work);
  for (let round = 0; round < 3; round += 1) {
    expect(await lead((scope) => inviteSource(scope, known.sourceId))).toMatchObject({ done: true });
    expect(await lead((scope) => inviteSource(scope, known.sourceId))).toEqual({
      done: false,
      reason: 'serves_already',
    });
    expect((await servingNow(cluster)).map(({ sourceId }) => sourceId)).toEqual([known.sourceId]);
    expect(await lead((scope) => dismissSource(scope, known.sourceId))).toMatchObject({ done: true });
    expect(await servingNow(cluster)).toEqual([]);
  }
  const letters = await owner
    .selectFrom('letter')
    .select(['kind', 'facts'])
    .where('personId', '=', known.person.personId)
    .execute();
  expect(letters).toHaveLength(3);
  expect(letters[0]).toEqual({
    kind: 'source_invitation',
    facts: { source: known.name, inviter: expect.any(String), target: `/source/${known.sourceId}` },
  });
});

test('a source of one’s own finding serves the cluster, and nobody vouches for it', async () => {
  const cluster = await aCluster();
  const source = aNewSource();
  const made = await cluster.as(cluster.coordinator, (scope) => introduceSource(scope, newId(), source));
  expect(made).toMatchObject({ done: true });
  expect(await servingNow(cluster)).toMatchObject([
    { name: source.name, isTrusted: false, people: ['Dorte Datakilde'], kind: 'quality_unit' },
  ]);
});

test('keys can come from a source that the operator knows, while it serves the cluster', async () => {
  const cluster = await aCluster();
  const lead = <T>(work: (scope: ClusterScope) => Promise<T>) => cluster.as(cluster.coordinator, work);
  const known = await aSource([]);
  await lead((scope) => introduceSource(scope, newId(), aNewSource()));
  expect(await lead(isServedByKnown)).toBe(false);
  await lead((scope) => inviteSource(scope, known.sourceId));
  expect(await lead(isServedByKnown)).toBe(true);
  await lead((scope) => dismissSource(scope, known.sourceId));
  expect(await lead(isServedByKnown)).toBe(false);
});

const refusals: [string, Partial<NewSource>][] = [
  ['name_missing', { name: 'X' }],
  ['kind_missing', { kind: null }],
  ['person_missing', { personName: '' }],
  ['email_malformed', { email: 'dorte@enhed' }],
];
test.each(refusals)('%s: nothing is stored', async (reason, wish) => {
  const cluster = await aCluster();
  const count = async () => (await owner.selectFrom('source').select('sourceId').execute()).length;
  const before = await count();
  const made = await cluster.as(cluster.coordinator, (scope) =>
    introduceSource(scope, newId(), aNewSource(wish)),
  );
  expect(made).toEqual({ done: false, reason });
  expect(await count()).toBe(before);
});

test('a source that serves already is not introduced a second time under its name', async () => {
  const cluster = await aCluster();
  const known = await aSource([cluster]);
  const again = aNewSource({ name: known.name.toUpperCase() });
  const made = await cluster.as(cluster.coordinator, (scope) => introduceSource(scope, newId(), again));
  expect(made).toEqual({ done: false, reason: 'source_known' });
});

test('an example person delivers for no real cluster', async () => {
  const cluster = await aCluster();
  const example = await aPerson('Eva Eksempel', true);
  const made = await cluster.as(cluster.coordinator, (scope) =>
    introduceSource(scope, newId(), aNewSource({ email: example.email })),
  );
  expect(made).toEqual({ done: false, reason: 'email_unusable' });
});

test('a source that another cluster found is not there to be asked', async () => {
  const [first, second] = [await aCluster(), await aCluster()];
  const sourceId = newId();
  await first.as(first.coordinator, (scope) => introduceSource(scope, sourceId, aNewSource()));
  const asked = await second.as(second.coordinator, (scope) => inviteSource(scope, sourceId));
  expect(asked).toEqual({ done: false, reason: 'no_such_source' });
});

test('whose role does not allow it asks no source and dismisses none', async () => {
  const cluster = await aCluster();
  const [serving, known] = [await aSource([cluster]), await aSource([])];
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const tries: ((scope: ClusterScope) => Promise<unknown>)[] = [
    (scope) => inviteSource(scope, known.sourceId),
    (scope) => introduceSource(scope, newId(), aNewSource()),
    (scope) => dismissSource(scope, serving.sourceId),
  ];
  for (const who of [cluster.practices[1]!.doctor, secretary])
    for (const attempt of tries) await expect(cluster.as(who, attempt)).rejects.toThrow(NotPermitted);
  expect((await servingNow(cluster)).map(({ sourceId }) => sourceId)).toEqual([serving.sourceId]);
});
