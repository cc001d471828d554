import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { asSystem, forLink } from '#platform/scope.server.ts';
import { aCluster, aDelivery, aMember, anIndicator, aSource } from '#test/build.ts';
import { NOW, owner, web } from '#test/world.ts';
import { announceFigures } from './announce-figures.server.ts';

async function aDeliveredCluster() {
  await anIndicator();
  const cluster = await aCluster({ practices: 3 });
  const source = await aSource([cluster]);
  const [first, second] = cluster.practices;
  const figures = [first!, second!].map(({ practiceId }) => ({ practiceId, numerator: 7, denominator: 40 }));
  return { cluster, source, deliveryId: await aDelivery(source, figures) };
}

const lettersOf = (deliveryId: string) =>
  owner
    .selectFrom('letter')
    .select(['personId', 'clusterId', 'facts', 'messageId', 'letterId'])
    .where('kind', '=', 'figures_ready')
    .where(sql`facts ->> 'delivery'`, '=', deliveryId)
    .execute();

test('every doctor of a practice in the delivery is told once, and nobody else is', async () => {
  const { cluster, source, deliveryId } = await aDeliveredCluster();
  const [first, second] = cluster.practices;
  const colleague = await aMember(cluster, { practiceId: first!.practiceId, name: 'Ida Ås' });
  await aMember(cluster, { practiceId: first!.practiceId, kind: 'staff' });
  await aMember(cluster, { kind: 'secretary' });

  await source.as((scope) => announceFigures(scope, deliveryId));
  await source.as((scope) => announceFigures(scope, deliveryId));

  const letters = await lettersOf(deliveryId);
  const told = [first!.doctor, second!.doctor, colleague].map(({ personId }) => personId);
  expect(letters.map(({ personId }) => personId).sort()).toEqual(told.sort());
  expect(letters[0]).toMatchObject({
    clusterId: cluster.clusterId,
    messageId: `<${letters[0]?.letterId}@localhost>`,
    facts: { source: 'Kvalitetsenheden', target: `/c/${cluster.clusterId}/practice` },
  });
  expect(JSON.stringify(letters.map(({ facts }) => facts))).not.toMatch(/\b(7|40)\b/);
});

test('a source can tell of no delivery but its own, and only while it confirms it', async () => {
  const { cluster, deliveryId, source } = await aDeliveredCluster();
  const other = await aSource([cluster]);
  await other.as((scope) => announceFigures(scope, deliveryId));
  await source.as((scope) => announceFigures(scope, deliveryId), { now: new Date(NOW.getTime() + 1000) });
  expect(await lettersOf(deliveryId)).toEqual([]);
});

test('the operator’s tool tells the doctors of what it delivered', async () => {
  const { cluster, deliveryId } = await aDeliveredCluster();
  await asSystem(owner, { now: NOW }, (scope) => announceFigures(scope, deliveryId));
  const told = cluster.practices.slice(0, 2).map(({ doctor }) => doctor.personId);
  expect((await lettersOf(deliveryId)).map(({ personId }) => personId).sort()).toEqual(told.sort());
});

test('web cannot pass by the source', async () => {
  const { deliveryId } = await aDeliveredCluster();
  const around = forLink(web, { token: null, now: NOW }, ({ db }) =>
    sql`select tell_the_doctors(${deliveryId}::uuid, 'localhost')`.execute(db),
  );
  await expect(around).rejects.toThrow('permission denied');
});
