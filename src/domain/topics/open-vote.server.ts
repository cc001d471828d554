import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { daysBetween, type NewVote, refusalOfOpening, URGENT_DAYS } from './ballot.ts';
import { closeOverdue } from './close-vote.server.ts';
import { oneAtATime } from './standing.server.ts';

/**
 * Opens a vote on proposals that stand from now on as they are, and writes to everybody who can vote but the one who
 * opens it: at once when it closes within ten days, else with the weekly letter. One vote runs at a time. What it
 * makes is how many it is told to.
 */
export const openVote = command(
  { permission: 'topic.decide', event: 'topic_vote.opened' },
  async (scope: ClusterScope, topicVoteId: string, wish: NewVote) => {
    await oneAtATime(scope, `vote ${scope.clusterId}`);
    await closeOverdue(scope);
    if (await isVoteOpen(scope)) return refused('vote_is_open');
    const refusal = refusalOfOpening(wish, { today: dayAt(scope.now), proposed: await listProposed(scope) });
    if (refusal) return refused(refusal);
    await store(scope, topicVoteId, wish);
    return made({ told: await tellVoters(scope, topicVoteId, wish) });
  },
);

async function isVoteOpen({ db }: ClusterScope): Promise<boolean> {
  const found = await db
    .selectFrom('topicVote')
    .select('topicVoteId')
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

async function listProposed({ db }: ClusterScope): Promise<string[]> {
  const rows = await db.selectFrom('topic').select('topicId').where('state', '=', 'proposed').execute();
  return rows.map(({ topicId }) => topicId);
}

async function store(
  { db, clusterId, now }: ClusterScope,
  topicVoteId: string,
  wish: NewVote,
): Promise<void> {
  const closesOn = wish.closesOn!;
  await db
    .insertInto('topicVote')
    .values({ clusterId, topicVoteId, dots: wish.dots, openedAt: now, closesOn })
    .execute();
  const choices = [...new Set(wish.topicIds)].map((topicId) => ({ clusterId, topicVoteId, topicId }));
  await db.insertInto('topicChoice').values(choices).execute();
}

async function tellVoters(scope: ClusterScope, topicVoteId: string, wish: NewVote): Promise<number> {
  const { clusterId } = scope;
  const voters = await listVoters(scope);
  const isForDigest = daysBetween(dayAt(scope.now), wish.closesOn!) > URGENT_DAYS;
  const facts = { vote: topicVoteId };
  for (const personId of voters)
    await writeMeetingLetter(scope, {
      kind: 'topic_vote',
      clusterId,
      meetingId: null,
      to: { personId },
      facts,
      isForDigest,
    });
  return voters.length;
}

async function listVoters({ db, clusterId, personId }: ClusterScope): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('personId')
    .distinct()
    .where('clusterId', '=', clusterId)
    .where('practiceId', 'is not', null)
    .where('personId', '<>', personId)
    .where(sql<boolean>`valid @> current_day()`)
    .execute();
  return rows.map((row) => row.personId);
}
