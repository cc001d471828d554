import { sql } from 'kysely';
import { asSystem, type MemberLinkScope, throughLink } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, giveRole, type Somebody } from '#test/build.ts';
import { aToken, NOW, newId, owner, web, worker } from '#test/world.ts';
import { closeDueVotes } from './close-vote.server.ts';

const DAY = 86_400_000;
export const inDays = (days: number) => new Date(NOW.getTime() + days * DAY);
export const CLOSES_ON = '2026-03-16';
export const AFTERWARDS = inDays(15);

/** A topic that stands as it says, proposed by somebody of the cluster. Answers its id. */
export async function aTopic(
  cluster: { clusterId: string },
  proposer: { memberId: string } | null,
  wish: {
    sentence?: string;
    measure?: string;
    state?: string;
    plannedFor?: string;
    turn?: number;
    answer?: string;
  } = {},
): Promise<string> {
  const topicId = newId();
  const { sentence = `Emne ${topicId}`, state = 'proposed', ...rest } = wish;
  const { clusterId } = cluster;
  const proposerId = proposer?.memberId ?? null;
  await owner
    .insertInto('topic')
    .values({ clusterId, topicId, proposerId, sentence, state, proposedAt: NOW, ...rest })
    .execute();
  return topicId;
}

/** A vote that runs until CLOSES_ON, unless told otherwise. Answers its id. */
export async function aVote(
  { clusterId }: { clusterId: string },
  topicIds: readonly string[],
  wish: { dots?: number; closesOn?: string; closedAt?: Date } = {},
): Promise<string> {
  const topicVoteId = newId();
  const { dots = 5, closesOn = CLOSES_ON, closedAt = null } = wish;
  await owner
    .insertInto('topicVote')
    .values({ clusterId, topicVoteId, dots, openedAt: NOW, closesOn, closedAt })
    .execute();
  await owner
    .insertInto('topicChoice')
    .values(topicIds.map((topicId) => ({ clusterId, topicVoteId, topicId })))
    .execute();
  return topicVoteId;
}

/** Does something as the member whose own link this is; null when the link opens nothing any more. */
export async function byLink<T>(
  cluster: { clusterId: string },
  { memberId }: Somebody,
  work: (scope: MemberLinkScope) => Promise<T>,
  now = NOW,
): Promise<T | null> {
  const link = aToken();
  await sql`insert into link (token_hash, cluster_id, purpose, member_id, made_at, expires_at)
    values (hash_of(${link}), ${cluster.clusterId}, 'member', ${memberId}, ${NOW}, ${inDays(100)})`.execute(
    owner,
  );
  return throughLink(web, { link, now }, 'member', work);
}

/**
 * A cluster with a coordinator (Anna's clinic), two doctors of other clinics, a board member, a secretary, and three
 * proposals by the first doctor.
 */
export async function aClusterWithTopics() {
  const cluster = await aCluster({ practices: 4 });
  const [, second, third, fourth] = cluster.practices;
  const doctor = second!.doctor;
  const colleague = third!.doctor;
  const board = fourth!.doctor;
  await giveRole(cluster.clusterId, 'board', board.memberId);
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Sekretær Sø' });
  const sentences = ['Opioider til ældre', 'Børn med feber', 'Attester til kommunen'];
  const topics: string[] = [];
  for (const sentence of sentences) topics.push(await aTopic(cluster, doctor, { sentence }));
  const { coordinator } = cluster;
  return {
    cluster,
    coordinator,
    doctor,
    colleague,
    board,
    secretary,
    topics: topics as [string, string, string],
  };
}

/** What stands in the tables of topics, the journal and the outbox of a cluster, as one text. */
export async function storedOf({ clusterId }: Pick<ACluster, 'clusterId'>): Promise<string> {
  const { rows } = await sql<{ stored: string }>`
    select json_build_object(
      'topics', (select json_agg(t order by topic_id) from topic t where cluster_id = ${clusterId}),
      'votes', (select json_agg(v order by topic_vote_id) from topic_vote v where cluster_id = ${clusterId}),
      'choices', (select json_agg(c order by topic_vote_id, topic_id) from topic_choice c where cluster_id = ${clusterId}),
      'dots', (select json_agg(d order by topic_vote_id, topic_id, member_id) from topic_dot d where cluster_id = ${clusterId}),
      'helpers', (select json_agg(h order by topic_id, member_id) from topic_helper h where cluster_id = ${clusterId}),
      'letters', (select json_agg(l order by letter_id) from letter l where cluster_id = ${clusterId}),
      'journal', (select json_agg(j order by journal_id) from journal j where cluster_id = ${clusterId}))::text as stored`.execute(
    owner,
  );
  return rows[0]!.stored;
}

/** The row of a topic, as the owner reads it. */
export function topicRow(topicId: string) {
  return owner
    .selectFrom('topic')
    .select(['sentence', 'measure', 'state', 'answer', 'mergedInto', 'plannedFor', 'turn', 'decidedAt'])
    .where('topicId', '=', topicId)
    .executeTakeFirstOrThrow();
}

/** All dots of a vote by sentence of their topic, whoever placed them. */
export async function dotsIn(topicVoteId: string): Promise<Record<string, number>> {
  const rows = await owner
    .selectFrom('topicDot as d')
    .innerJoin('topic as t', 't.topicId', 'd.topicId')
    .select(['t.sentence', ({ fn }) => fn.sum<number>('d.dots').as('dots')])
    .where('d.topicVoteId', '=', topicVoteId)
    .groupBy('t.sentence')
    .orderBy('t.sentence')
    .execute();
  return Object.fromEntries(rows.map(({ sentence, dots }) => [sentence, Number(dots)]));
}

/** The letters of a kind that lie in the outbox of a cluster. */
export async function lettersOf({ clusterId }: Pick<ACluster, 'clusterId'>, kind: string) {
  const rows = await owner
    .selectFrom('letter')
    .select(['personId', 'facts', 'isForDigest'])
    .where('clusterId', '=', clusterId)
    .where('kind', '=', kind)
    .orderBy('writtenAt')
    .orderBy('personId')
    .execute();
  return rows.map(({ facts, ...row }) => ({ ...row, facts: facts as Record<string, string> }));
}

/** The sweep, as the worker does it at a moment. */
export const sweep = (now: Date) => asSystem(worker, { now }, closeDueVotes);

/** What a form with these dots says. */
export const dots = (placed: Record<string, number | string>, helps: string[] = []) => ({
  dots: Object.fromEntries(Object.entries(placed).map(([topicId, n]) => [topicId, String(n)])),
  helps,
});
