import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import {
  type Caller,
  type ClusterScope,
  forPerson,
  forSource,
  type PersonScope,
  type SourceScope,
  withinCluster,
} from '#platform/scope.server.ts';
import { indicatorOf } from './indicator.ts';
import { aToken, NOW, newId, owner, web } from './world.ts';

type When = Partial<Pick<Caller, 'now' | 'commandId'>>;
export type Somebody = { personId: string; memberId: string; token: string; email: string };
export type APractice = { practiceId: string; number: string; doctor: Somebody };

const SINCE = '[2020-01-01,)';
let numbers = 0;

/** A person with an address and a session. */
export async function aPerson(name = 'Anna Ærø', isExample = false): Promise<Omit<Somebody, 'memberId'>> {
  const personId = newId();
  const token = aToken();
  const email = `${randomBytes(6).toString('hex')}@klinik.example`;
  await owner.insertInto('person').values({ personId, name, isExample, createdAt: NOW }).execute();
  await owner.insertInto('personAddress').values({ personId, email }).execute();
  await sql`insert into session (token_hash, person_id, started_at, expires_at, confirmed_at)
    values (hash_of(${token}), ${personId}, ${NOW}, ${new Date(NOW.getTime() + 400 * 86_400_000)}, ${NOW})`.execute(
    owner,
  );
  return { personId, token, email };
}

/** A member of the cluster; of a practice unless a secretary or consultant. */
export async function aMember(
  cluster: { clusterId: string; isExample: boolean },
  wish: { practiceId?: string; kind?: string; name?: string; opens?: boolean } = {},
): Promise<Somebody> {
  const person = await aPerson(wish.name, cluster.isExample);
  const memberId = newId();
  const practiceId = wish.practiceId ?? null;
  const member = {
    clusterId: cluster.clusterId,
    memberId,
    personId: person.personId,
    practiceId,
    isExample: cluster.isExample,
  };
  await owner
    .insertInto('member')
    .values({ ...member, kind: wish.kind ?? 'doctor', valid: SINCE, invitedAt: NOW })
    .execute();
  if (wish.opens && practiceId) {
    await owner
      .insertInto('figureAccess')
      .values({ memberId, practiceId, openedBy: 'key', openedAt: NOW })
      .execute();
  }
  return { ...person, memberId };
}

/** A practice of the cluster with a confirmed number and one doctor who may open its figures. */
export async function aPractice(
  cluster: { clusterId: string; isExample: boolean },
  name?: string,
): Promise<APractice> {
  const practiceId = newId();
  const number = String(10_000 + ++numbers).padStart(6, '0');
  await owner
    .insertInto('practice')
    .values({ practiceId, name: name ?? `Lægehuset ${number}`, isExample: cluster.isExample, createdAt: NOW })
    .execute();
  await owner
    .insertInto('clusterPractice')
    .values({ clusterId: cluster.clusterId, isExample: cluster.isExample, practiceId, valid: SINCE })
    .execute();
  await owner
    .insertInto('practiceNumber')
    .values({ practiceId, number, valid: SINCE, enteredAt: NOW, confirmedAt: NOW })
    .execute();
  const doctor = await aMember(cluster, { practiceId, opens: true, name: `Læge i ${number}` });
  return { practiceId, number, doctor };
}

export type ACluster = Awaited<ReturnType<typeof aCluster>>;

/** A cluster of so many practices. The doctor of the first is its coordinator. */
export async function aCluster(wish: { practices?: number; isExample?: boolean; name?: string } = {}) {
  const cluster = { clusterId: newId(), isExample: wish.isExample ?? false };
  await owner
    .insertInto('cluster')
    .values({ ...cluster, name: wish.name ?? 'Prøveklyngen', municipalityCode: '0573', createdAt: NOW })
    .execute();
  const practices: APractice[] = [];
  for (let count = wish.practices ?? 2; count > 0; count -= 1) practices.push(await aPractice(cluster));
  const coordinator = practices[0]!.doctor;
  await giveRole(cluster.clusterId, 'coordinator', coordinator.memberId);
  const as = <T>(who: { token: string }, work: (scope: ClusterScope) => Promise<T>, when: When = {}) =>
    withinCluster(web, { token: who.token, now: NOW, ...when }, cluster.clusterId, work);
  return { ...cluster, practices, coordinator, as };
}

/** Gives a member a role in the cluster. */
export async function giveRole(clusterId: string, role: string, memberId: string): Promise<void> {
  await owner
    .insertInto('roleHolding')
    .values({ clusterId, role, memberId, valid: SINCE, givenAt: NOW })
    .execute();
}

/** What a person does across clusters. */
export function asPerson<T>(
  who: { token: string },
  work: (scope: PersonScope) => Promise<T>,
  when: When = {},
) {
  return forPerson(web, { token: who.token, now: NOW, ...when }, work);
}

export type ASource = Awaited<ReturnType<typeof aSource>>;

/** A data source that serves the clusters, with one person, to whom every practice has said yes unless told otherwise. */
export async function aSource(
  clusters: ACluster[],
  wish: { isTrusted?: boolean; answers?: 'yes' | 'none' } = {},
) {
  const isExample = clusters[0]?.isExample ?? false;
  const source = { sourceId: newId(), name: 'Kvalitetsenheden', kind: 'quality_unit', isExample };
  const person = await aPerson('Dorte Datakilde', isExample);
  await owner
    .insertInto('source')
    .values({ ...source, isTrusted: wish.isTrusted ?? true, createdAt: NOW })
    .execute();
  await owner
    .insertInto('sourcePerson')
    .values({ sourceId: source.sourceId, personId: person.personId, isExample, valid: SINCE })
    .execute();
  for (const cluster of clusters) {
    await owner
      .insertInto('sourceCluster')
      .values({ sourceId: source.sourceId, clusterId: cluster.clusterId, isExample, valid: SINCE })
      .execute();
    if (wish.answers !== 'none')
      for (const practice of cluster.practices) await sayYes(practice.practiceId, source.sourceId);
  }
  const as = <T>(work: (scope: SourceScope) => Promise<T>, when: When = {}) =>
    forSource(web, { token: person.token, now: NOW, ...when }, source.sourceId, work);
  return { ...source, person, as };
}

/** The practice's yes, or its no, to a source. */
export async function sayYes(
  practiceId: string,
  sourceId: string,
  answer: 'yes' | 'no' = 'yes',
  at = NOW,
): Promise<void> {
  await owner.insertInto('sourceAnswer').values({ practiceId, sourceId, answer, answeredAt: at }).execute();
}

export const YEAR = { from: '2025-01-01', until: '2025-12-31' };
export type AFigure = { practiceId: string; numerator: number; denominator: number };

/** A confirmed delivery of one indicator and period, put straight into the tables. Answers its id. */
export async function aDelivery(
  source: { sourceId: string },
  figures: AFigure[],
  wish: {
    indicatorKey?: string;
    period?: typeof YEAR;
    scale?: number;
    confirmedAt?: Date;
    delivererId?: string;
  } = {},
): Promise<string> {
  const deliveryId = newId();
  const state = {
    state: 'confirmed',
    fileHash: randomBytes(32),
    fileBytes: 1,
    startedAt: NOW,
    confirmedAt: wish.confirmedAt ?? NOW,
    delivererId: wish.delivererId ?? null,
  };
  await owner
    .insertInto('delivery')
    .values({ deliveryId, sourceId: source.sourceId, extractedOn: '2026-02-01', ...state })
    .execute();
  const { from, until } = wish.period ?? YEAR;
  const rows = figures.map(({ numerator, denominator, practiceId }, index) => ({
    deliveryId,
    practiceId,
    indicatorKey: wish.indicatorKey ?? 'prove',
    periodFrom: from,
    periodUntil: until,
    numerator,
    denominator,
    value: ((wish.scale ?? 100) * numerator) / denominator,
    line: index + 2,
  }));
  if (rows.length > 0) await owner.insertInto('measurement').values(rows).execute();
  return deliveryId;
}

/** Loads the indicator into the database. */
export async function anIndicator(wish: Partial<Indicator> = {}): Promise<Indicator> {
  const indicator = indicatorOf(wish);
  await owner
    .insertInto('indicator')
    .values({ indicatorKey: indicator.key, definition: JSON.stringify(indicator), loadedAt: NOW })
    .onConflict((earlier) =>
      earlier.column('indicatorKey').doUpdateSet({ definition: JSON.stringify(indicator) }),
    )
    .execute();
  return indicator;
}
