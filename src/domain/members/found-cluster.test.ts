import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { withinCluster } from '#platform/scope.server.ts';
import { aCluster, aPerson, asPerson } from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import { aRow } from './enrolment.fixtures.ts';
import type { Row } from './enrolment.ts';
import { foundCluster } from './found-cluster.server.ts';
import type { Founding } from './founding.ts';
import { listHoldings, listMembers, listPractices } from './members.server.ts';

function aFounding(rows: Row[], wish: Partial<Founding> = {}): Founding {
  return { name: 'Nordklyngen', municipalityCode: '0573', rows, own: 0, ...wish };
}

const countClusters = async () =>
  (await owner.selectFrom('cluster').select(owner.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;

test('a list becomes a cluster with its practices and people, and its founder coordinates it', async () => {
  const founder = await aPerson('Anna Ærø');
  const shared = { practice: 'Lægehuset Fjord', number: '012345' };
  const rows = [
    aRow({ ...shared, name: 'Anna Ærø', email: founder.email, isMarked: true }),
    aRow({
      ...shared,
      isMarked: true,
      practice: 'Lægehuset Fjjord',
      name: 'Bo Dam',
      email: 'bo@fjord.example',
    }),
    aRow({ practice: 'Klinikken Torvet', number: '', name: 'Carl Rask', email: 'carl@torvet.example' }),
    aRow({ name: 'Uden Mail', email: '', practice: 'Klinikken Torvet', number: '' }),
    aRow({ kind: 'secretary', practice: '', number: '', name: 'Else Holm', email: 'else@kontor.example' }),
    aRow({ isLeftOut: true }),
  ];
  const founded = await asPerson(founder, (scope) => foundCluster(scope, newId(), aFounding(rows)));
  expect(founded).toMatchObject({ done: true, made: { practices: 1, people: 3 } });
  const clusterId = founded?.done ? founded.made.clusterId : '';
  const seen = await withinCluster(web, { token: founder.token, now: NOW }, clusterId, async (scope) => ({
    roles: scope.roles,
    practices: await listPractices(scope),
    members: await listMembers(scope),
    holdings: await listHoldings(scope),
  }));
  expect(seen?.roles).toEqual(['coordinator', 'member']);
  expect(seen?.practices.map(({ name, numbers }) => ({ name, numbers }))).toEqual([
    { name: 'Klinikken Torvet', numbers: [] },
    { name: 'Lægehuset Fjord', numbers: [{ number: '012345', isConfirmed: false }] },
  ]);
  expect(seen?.members.map(({ name, kind }) => `${name}: ${kind}`)).toEqual([
    'Anna Ærø: doctor',
    'Bo Dam: doctor',
    'Carl Rask: doctor',
    'Else Holm: secretary',
  ]);
  expect(seen?.holdings).toHaveLength(1);
  // The second coordinator of the list is told of, the founder is one already.
  const marked = founded?.done ? founded.made.marked : [];
  expect(seen?.members.filter(({ memberId }) => marked.includes(memberId)).map(({ name }) => name)).toEqual([
    'Bo Dam',
  ]);
  const letters = await owner
    .selectFrom('letter')
    .select(['kind', 'facts'])
    .where('clusterId', '=', clusterId)
    .execute();
  expect(letters).toEqual(Array(3).fill({ kind: 'invitation', facts: { inviter: 'Anna Ærø' } }));
});

test('founding twice with one command founds once', async () => {
  const founder = await aPerson();
  const again = { commandId: newId() };
  const founding = aFounding([aRow()]);
  const first = await asPerson(founder, (scope) => foundCluster(scope, newId(), founding), again);
  const second = await asPerson(founder, (scope) => foundCluster(scope, newId(), founding), again);
  expect(second).toEqual(first);
});

const refusals: [string, string, Partial<Founding>][] = [
  ['a name too short', 'name_missing', { name: 'N' }],
  ['a municipality that is none', 'municipality_unknown', { municipalityCode: '9999' }],
  ['a municipality of the example world', 'municipality_unknown', { municipalityCode: 'x001' }],
  ['nobody on the list', 'nothing_understood', { rows: [aRow({ isLeftOut: true })] }],
  ['no row of the founder’s', 'own_practice_missing', { own: null }],
  ['a row that is not there', 'own_practice_missing', { own: 7 }],
  ['a founder without a practice', 'own_practice_missing', { rows: [aRow({ practice: '' })] }],
  ['a broken address', 'rows_to_mend', { rows: [aRow(), aRow({ email: 'bo@fjord' })] }],
];
test.each(refusals)('%s: refused as %s, and nothing is stored', async (_, reason, wish) => {
  const founder = await aPerson();
  const before = await countClusters();
  const founded = await asPerson(founder, (scope) => foundCluster(scope, newId(), aFounding([aRow()], wish)));
  expect(founded).toEqual({ done: false, reason });
  expect(await countClusters()).toBe(before);
});

test('a practice whose number is confirmed in another cluster stays there', async () => {
  const other = await aCluster();
  const founder = await aPerson();
  const rows = [aRow(), aRow({ number: other.practices[0]!.number })];
  const founded = await asPerson(founder, (scope) => foundCluster(scope, newId(), aFounding(rows)));
  expect(founded).toEqual({ done: false, reason: 'rows_to_mend' });
});

test('a number that somebody only claims keeps nobody from entering it', async () => {
  const [first, second] = [await aPerson(), await aPerson()];
  const number = '044444';
  const claim = (who: typeof first) =>
    asPerson(who, (scope) => foundCluster(scope, newId(), aFounding([aRow({ number })])));
  expect((await claim(first))?.done).toBe(true);
  expect((await claim(second))?.done).toBe(true);
});

test('an example person founds an example cluster, with example addresses and numbers alone', async () => {
  const founder = await aPerson('Eva Eksempel', true);
  const real = await aPerson('Rigtig Person');
  const found = (row: Partial<Row>) =>
    asPerson(founder, (scope) =>
      foundCluster(scope, newId(), aFounding([aRow({ number: '900101' }), aRow(row)])),
    );
  const mend = { done: false, reason: 'rows_to_mend' };
  expect(await found({ number: '012345' })).toEqual(mend);
  expect(await found({ number: '', email: 'anna@rigtigklinik.dk' })).toEqual(mend);
  expect(await found({ number: '', email: real.email })).toEqual(mend);
  const founded = await found({ number: '900102' });
  expect(founded?.done).toBe(true);
  const { rows } =
    await sql`select distinct is_example from member where person_id = ${founder.personId}`.execute(owner);
  expect(rows).toEqual([{ isExample: true }]);
});

test('not even by hand does an example cluster make a person of a real address', async () => {
  const cluster = await aCluster({ isExample: true });
  const made = await cluster.as(cluster.coordinator, async ({ db }) => {
    const { rows } = await sql<{ who: string | null }>`
      select person_for_invitation('anna@rigtigklinik.dk', 'Anna', ${newId()}::uuid) as who`.execute(db);
    return rows;
  });
  expect(made).toEqual([{ who: null }]);
});

test('an example person’s address is not to be had for a real cluster', async () => {
  const example = await aPerson('Eva Eksempel', true);
  const founder = await aPerson();
  const rows = [aRow(), aRow({ email: example.email })];
  const founded = await asPerson(founder, (scope) => foundCluster(scope, newId(), aFounding(rows)));
  expect(founded).toEqual({ done: false, reason: 'rows_to_mend' });
});

test('whoever founds cluster after cluster has to wait', async () => {
  const founder = await aPerson();
  const found = () => asPerson(founder, (scope) => foundCluster(scope, newId(), aFounding([aRow()])));
  const outcomes = [await found(), await found(), await found(), await found()];
  expect(outcomes.map((outcome) => outcome?.done)).toEqual([true, true, true, false]);
});
