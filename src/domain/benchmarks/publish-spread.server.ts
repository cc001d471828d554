import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import {
  type Contributor,
  listContributors,
  listPublished,
  openFigures,
  type Subject,
} from './contributions.server.ts';
import { type Disclosure, disclose, type Picture, totalsOf } from './disclosure.ts';
import { refreshReferences } from './refresh-references.server.ts';

/**
 * Turns the figures of one cluster, indicator, period and source into a frozen spread, or says why not.
 * Runs in the worker alone; a publication that is finished already is left as it is.
 */
export async function publishSpread(scope: SystemScope, publicationId: string): Promise<void> {
  const subject = await claimed(scope, publicationId);
  if (!subject) return;
  await openFigures(scope, subject.indicatorKey);
  const indicator = await findIndicator(scope, subject.indicatorKey);
  if (!indicator) return finish(scope, publicationId, 'nothing_delivered');
  await refreshReferences(scope, subject, indicator);
  const today = await listContributors(scope, subject, indicator);
  const answer = disclose({ today, ...(await listPublished(scope, subject, indicator)) });
  if ('refuse' in answer) return finish(scope, publicationId, answer.refuse);
  if (await isBlankAgain(scope, subject, answer))
    return finish(scope, publicationId, 'waits_for_next_period');
  if ('restore' in answer) await putUpAgain(scope, subject, answer.restore, today);
  else await freeze(scope, subject, answer, today);
  await finish(scope, publicationId, null);
}

// A picture that shows nothing is not made anew for each newcomer: its count would tell whose denominator sufficed.
async function isBlankAgain(scope: SystemScope, subject: Subject, answer: Disclosure): Promise<boolean> {
  if (!('publish' in answer) || answer.version > 0) return false;
  const up = await ofSubject(scope, subject).where('takenDownAt', 'is', null).executeTakeFirst();
  return up !== undefined;
}

// One at a time for each subject, so that two requests cannot make two first versions.
async function claimed(scope: SystemScope, publicationId: string): Promise<Subject | undefined> {
  const subject = await scope.db
    .selectFrom('publication')
    .select(['clusterId', 'indicatorKey', 'periodFrom', 'periodUntil', 'sourceId'])
    .where('publicationId', '=', publicationId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  if (!subject) return undefined;
  await sql`select pg_advisory_xact_lock(hashtextextended(${subject.clusterId + subject.indicatorKey}, 8))`.execute(
    scope.db,
  );
  // A delivery that is withdrawn meanwhile waits until this spread is there to be taken down.
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${subject.sourceId}, 9))`.execute(scope.db);
  return subject;
}

async function freeze(
  scope: SystemScope,
  subject: Subject,
  { publish, version }: { publish: Picture; version: number },
  today: readonly Contributor[],
): Promise<void> {
  await clearTheWay(scope, subject);
  const spreadId = randomUUID();
  const practices = await countPractices(scope, subject.clusterId);
  await scope.db
    .insertInto('spread')
    .values({
      ...subject,
      spreadId,
      version,
      picture: JSON.stringify(publish),
      contributors: today.length,
      practices,
      extractedOn: await latestExtract(scope, today),
      publishedAt: scope.now,
    })
    .execute();
  const stood = today.map(({ practiceId, deliveryId }) => ({ spreadId, practiceId, deliveryId }));
  await scope.db.insertInto('spreadContributor').values(stood).execute();
  const totals = totalsOf(
    today.map(({ numerator, denominator }) => ({ numerator: numerator ?? 0, denominator: denominator ?? 0 })),
  );
  if (totals)
    await scope.db
      .insertInto('spreadTotal')
      .values({ spreadId, ...totals })
      .execute();
}

// A version that showed nothing gives way; one that showed something makes room for its successor.
async function clearTheWay(scope: SystemScope, subject: Subject): Promise<void> {
  const same = ofSubject(scope, subject);
  const blank = (await same.where('version', '=', 0).execute()).map(({ spreadId }) => spreadId);
  if (blank.length > 0) {
    await scope.db.deleteFrom('spreadContributor').where('spreadId', 'in', blank).execute();
    await scope.db.deleteFrom('spread').where('spreadId', 'in', blank).execute();
  }
  await scope.db
    .updateTable('spread')
    .set({ takenDownAt: scope.now })
    .where('spreadId', 'in', same)
    .where('takenDownAt', 'is', null)
    .execute();
}

function ofSubject({ db }: SystemScope, subject: Subject) {
  return db
    .selectFrom('spread')
    .select('spreadId')
    .where('clusterId', '=', subject.clusterId)
    .where('indicatorKey', '=', subject.indicatorKey)
    .where('periodFrom', '=', subject.periodFrom)
    .where('periodUntil', '=', subject.periodUntil)
    .where('sourceId', '=', subject.sourceId);
}

// The same figures may stand in later deliveries by now, and a withdrawal of those must find the spread.
async function putUpAgain(
  scope: SystemScope,
  subject: Subject,
  spreadId: string,
  today: readonly Contributor[],
): Promise<void> {
  await clearTheWay(scope, subject);
  await scope.db.updateTable('spread').set({ takenDownAt: null }).where('spreadId', '=', spreadId).execute();
  await sql`
    update spread_contributor c set delivery_id = t.delivery_id
    from unnest(${today.map(({ practiceId }) => practiceId)}::uuid[], ${today.map(({ deliveryId }) => deliveryId)}::uuid[])
      as t (practice_id, delivery_id)
    where c.spread_id = ${spreadId} and c.practice_id = t.practice_id`.execute(scope.db);
}

async function countPractices(scope: SystemScope, clusterId: string): Promise<number> {
  const { practices } = await scope.db
    .selectFrom('clusterPractice')
    .select(({ fn }) => fn.countAll<number>().as('practices'))
    .where('clusterId', '=', clusterId)
    .where(sql<boolean>`valid @> current_day()`)
    .executeTakeFirstOrThrow();
  return practices;
}

async function latestExtract(scope: SystemScope, today: readonly Contributor[]): Promise<string | null> {
  const deliveries = [...new Set(today.map(({ deliveryId }) => deliveryId))];
  const { latest } = await scope.db
    .selectFrom('delivery')
    .select(({ fn }) => fn.max('extractedOn').as('latest'))
    .where('deliveryId', 'in', deliveries)
    .executeTakeFirstOrThrow();
  return latest;
}

async function finish(scope: SystemScope, publicationId: string, refusal: string | null): Promise<void> {
  await scope.db
    .updateTable('publication')
    .set({ state: refusal ? 'refused' : 'published', refusal, finishedAt: scope.now })
    .where('publicationId', '=', publicationId)
    .execute();
}
