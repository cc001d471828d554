import { exampleRecipe } from '#domain/indicators/indicators.fixtures.ts';
import { type APractice, aDelivery, anIndicator, type Somebody, sayYes, YEAR } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';

type Place = { clusterId: string; meetingId: string };

/** What a practice of the cluster counted itself for a meeting, by its doctor, with the yes that it may be shown. */
export async function fillOwnCounts(
  { clusterId, meetingId }: Place,
  { practiceId }: Pick<APractice, 'practiceId'>,
  { personId }: Pick<Somebody, 'personId'>,
): Promise<void> {
  await anIndicator({ key: 'egne', isOwnCount: true, recipe: exampleRecipe });
  const source = { sourceId: newId(), name: 'Egne tal', kind: 'own_count', isExample: false };
  await owner
    .insertInto('source')
    .values({ ...source, clusterId, createdAt: NOW })
    .execute();
  await owner
    .insertInto('sourceCluster')
    .values({ sourceId: source.sourceId, clusterId, isExample: false, valid: '[2020-01-01,)' })
    .execute();
  await sayYes(practiceId, source.sourceId);
  const deliveryId = await aDelivery(source, [{ practiceId, numerator: 7, denominator: 70 }], {
    indicatorKey: 'egne',
    delivererId: personId,
  });
  const of = { indicatorKey: 'egne', periodFrom: YEAR.from, periodUntil: YEAR.until, clusterId };
  await owner
    .insertInto('deliveryPart')
    .values({ ...of, deliveryId, practices: 1 })
    .execute();
  await owner
    .insertInto('ownCountAsk')
    .values({ ...of, meetingId, dueOn: '2026-03-24', askedAt: NOW })
    .execute();
}
