import { sql } from 'kysely';
import { listMembers } from '#domain/members/members.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type AskedMember, listAsked } from './asked-members.server.ts';
import type { Answer, DatePoll } from './date-poll.ts';
import { listPollGuests } from './poll-guests.server.ts';
import { findPoll, listMusts, listVotes } from './polls.server.ts';
import { type GuestVoter, type Suggestion, suggestDate, type Voter } from './suggestion.ts';
import { type CastVote, hasAnsweredAll } from './votes.ts';

/** A poll as those who arrange see it: who said what, who has not answered, and which day is suggested. */
export type PollOverview = {
  poll: DatePoll;
  asked: AskedMember[];
  votes: CastVote[];
  musts: string[];
  guests: GuestVoter[];
  silent: AskedMember[];
  practices: number;
  suggestion: Suggestion | null;
  /** The names of all members of the cluster: of those who answered for others too. */
  names: Record<string, string>;
};

/** The poll of a meeting with all its answers, for those who arrange; null when there is none. */
export async function findOverview(scope: ClusterScope, meetingId: string): Promise<PollOverview | null> {
  const poll = await findPoll(scope, meetingId);
  if (!poll) return null;
  const asked = await listAsked(scope, scope.clusterId);
  const votes = await listVotes(scope, poll.datePollId);
  const musts = await listMusts(scope, poll.datePollId);
  const guests = await listPollGuests(scope, meetingId);
  const voters = await votersOf(scope, meetingId, { asked, votes, musts });
  return {
    poll,
    asked,
    votes,
    musts,
    guests,
    silent: asked.filter(({ memberId }) => !hasAnsweredAll(poll, memberId, votes)),
    practices: new Set(asked.map(({ practiceId }) => practiceId)).size,
    suggestion: suggestDate(poll.options, voters, guests),
    names: Object.fromEntries((await listMembers(scope)).map(({ memberId, name }) => [memberId, name])),
  };
}

type Known = { asked: readonly AskedMember[]; votes: readonly CastVote[]; musts: readonly string[] };

async function votersOf(
  scope: ClusterScope,
  meetingId: string,
  { asked, votes, musts }: Known,
): Promise<Voter[]> {
  const chairs = new Set(await listChairs(scope, meetingId));
  const leftOut = new Set(await listLeftOut(scope));
  return asked.map(({ memberId, name, personId, practiceId }) => ({
    memberId,
    name,
    practiceId,
    isMust: musts.includes(memberId),
    isChair: chairs.has(memberId),
    wasLeftOut: leftOut.has(personId),
    answers: answersOf(memberId, votes),
  }));
}

function answersOf(memberId: string, votes: readonly CastVote[]): Record<string, Answer> {
  const own = votes.filter((vote) => vote.memberId === memberId);
  return Object.fromEntries(own.map(({ dateOptionId, answer }) => [dateOptionId, answer]));
}

async function listChairs({ db }: ClusterScope, meetingId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('meetingPerson')
    .select('memberId')
    .where('meetingId', '=', meetingId)
    .where('part', '=', 'chair')
    .execute();
  return rows.map(({ memberId }) => memberId);
}

/**
 * The persons who could not be at the last meeting that was held: they said no to it, or to its day when days were
 * asked about and nothing since.
 */
async function listLeftOut({ db, clusterId }: ClusterScope): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    with last as (
      select meeting_id, held_on from meeting
      where cluster_id = ${clusterId} and state in ('confirmed', 'held', 'closed') and held_on < current_day()
      order by held_on desc, meeting_id limit 1)
    select distinct m.person_id from last l join member m on m.cluster_id = ${clusterId}
    left join rsvp r on r.meeting_id = l.meeting_id and r.member_id = m.member_id
    where r.answer = 'no' or r.answer is null and exists (
      select from date_poll p join date_option o using (date_poll_id) join date_vote v using (date_option_id)
      where p.meeting_id = l.meeting_id and o.held_on = l.held_on and v.member_id = m.member_id and v.answer = 'no')`.execute(
    db,
  );
  return rows.map(({ personId }) => personId);
}
