import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { DateOption, DatePoll } from './date-poll.ts';
import type { CastVote } from './votes.ts';

/** The date poll of a meeting with its days in order, or null. */
export async function findPoll(scope: Scope, meetingId: string): Promise<DatePoll | null> {
  return (await listPolls(scope, [meetingId]))[0] ?? null;
}

/** The date polls of some meetings, each with its days in order. */
export async function listPolls(scope: Scope, meetingIds: readonly string[]): Promise<DatePoll[]> {
  if (meetingIds.length === 0) return [];
  const polls = await scope.db
    .selectFrom('datePoll')
    .select(['datePollId', 'meetingId', 'openedAt', 'closesOn', 'closedAt'])
    .where('meetingId', 'in', meetingIds)
    .orderBy('closesOn')
    .orderBy('datePollId')
    .execute();
  const options = await listOptions(
    scope,
    polls.map(({ datePollId }) => datePollId),
  );
  return polls.map((poll) => ({
    ...poll,
    options: options.filter(({ datePollId }) => datePollId === poll.datePollId),
  }));
}

type PollOption = DateOption & { datePollId: string };

async function listOptions({ db }: Scope, datePollIds: string[]): Promise<PollOption[]> {
  if (datePollIds.length === 0) return [];
  return db
    .selectFrom('dateOption')
    .select(['dateOptionId', 'datePollId', 'heldOn', 'startsAt', 'addedAt'])
    .where('datePollId', 'in', datePollIds)
    .orderBy('heldOn')
    .orderBy('startsAt')
    .execute();
}

/** How many of a poll can on each day: members of today, and practices in which at least one can. */
export type Total = {
  dateOptionId: string;
  yes: number;
  ifNeeded: number;
  no: number;
  practices: number;
};

/** How each day of a poll stands, which everybody of the cluster sees. */
export async function listTotals({ db }: Scope, datePollId: string): Promise<Total[]> {
  const { rows } = await sql<Total>`
    select date_option_id, yes, if_needed, no, practices from poll_totals(${datePollId})`.execute(db);
  return rows;
}

/** The votes of a poll that the asker may see: all for those who arrange, those of the own clinic for others. */
export async function listVotes({ db }: Scope, datePollId: string): Promise<CastVote[]> {
  const rows = await db
    .selectFrom('dateVote as v')
    .innerJoin('dateOption as o', 'o.dateOptionId', 'v.dateOptionId')
    .select(['v.dateOptionId', 'v.memberId', 'v.answer', 'v.castBy', 'v.castAt'])
    .where('o.datePollId', '=', datePollId)
    .orderBy('v.castAt')
    .orderBy('v.memberId')
    .execute();
  return rows as CastVote[];
}

/** Without whom the meeting makes no sense, as those who arrange said. */
export async function listMusts({ db }: Scope, datePollId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('dateMust')
    .select('memberId')
    .where('datePollId', '=', datePollId)
    .orderBy('memberId')
    .execute();
  return rows.map(({ memberId }) => memberId);
}

/** Lets one transaction after the other close a poll or choose its day, when nobody is in the midst of a vote. */
export async function holdPoll({ db }: Scope, meetingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${meetingId}, 36))`.execute(db);
}

/** Keeps a poll as it is while votes are written; many may vote at the same time. */
export async function holdPollOpen({ db }: Scope, meetingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${meetingId}, 36))`.execute(db);
}
