import { sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { exampleRecipe } from '#domain/indicators/indicators.fixtures.ts';
import { type ACluster, aMember, anIndicator, type Somebody } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { keepOwnCount } from './keep-own-count.server.ts';
import type { TypedCount } from './own-count.ts';
import { listKeptCounts } from './own-counts.server.ts';

/** Loads `egne`, which practices count themselves, and `leveret`, which they do not. */
export async function ownCountIndicators(): Promise<Indicator> {
  await anIndicator({ key: 'leveret' });
  return anIndicator({ key: 'egne', isOwnCount: true, recipe: exampleRecipe });
}

/** What a doctor types: 34 of 120 in 2025, with a yes to the spread. */
export function typedBy(practiceId: string, wish: Partial<TypedCount> = {}): TypedCount {
  const days = { from: '1.1.2025', until: '31.12.2025' };
  return { practice: practiceId, ...days, numerator: '34', denominator: '120', answer: 'yes', ...wish };
}

type Counter = Pick<Somebody, 'token'>;

/** Keeps a count of `egne` as somebody. */
export function counted(
  cluster: ACluster,
  who: Counter,
  practiceId: string,
  wish: Partial<TypedCount> = {},
  now = NOW,
) {
  return cluster.as(who, (scope) => keepOwnCount(scope, 'egne', typedBy(practiceId, wish)), { now });
}

/** What somebody sees of the counts of their practices: `34/120 Bo`, with stars for numbers they may not see. */
export async function seenBy(cluster: ACluster, who: Counter): Promise<string[]> {
  const kept = (await cluster.as(who, (scope) => listKeptCounts(scope))) ?? [];
  return kept.map((one) => `${one.numerator ?? '*'}/${one.denominator ?? '*'} ${one.countedBy}`);
}

/** A practice that a coordinator entered, without a number or a key, and its doctors, who have opened nothing. */
export async function anUnopenedPractice(cluster: ACluster, doctors: readonly string[]) {
  const practiceId = newId();
  const { clusterId, isExample } = cluster;
  await owner
    .insertInto('practice')
    .values({ practiceId, name: 'Lægerne uden nøgle', isExample, createdAt: NOW })
    .execute();
  await owner
    .insertInto('clusterPractice')
    .values({ clusterId, isExample, practiceId, valid: '[2020-01-01,)' })
    .execute();
  const people: Somebody[] = [];
  for (const name of doctors) people.push(await aMember(cluster, { practiceId, name }));
  return { practiceId, people };
}

/** Ends a membership as of the day of the tests. */
export async function endMembership({ memberId }: Somebody): Promise<void> {
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('memberId', '=', memberId)
    .execute();
}

/** How much of own counts is stored, for what a refusal must leave alone. */
export async function storedCounts(): Promise<string> {
  const { rows } = await sql<{ stored: string }>`select json_build_object(
    'deliveries', (select count(*) from delivery), 'measurements', (select count(*) from measurement),
    'answers', (select count(*) from source_answer), 'asks', (select count(*) from own_count_ask),
    'journal', (select count(*) from journal))::text as stored`.execute(owner);
  return rows[0]!.stored;
}
