import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { type AgendaItem, timetable } from '#domain/meetings/agenda.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { MeetingHead } from '#domain/meetings/meeting.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { listOwnActions, type OwnAction } from '#domain/meetings/own-actions.server.ts';
import { isOnPaper } from '#domain/notices/on-paper.ts';
import { type ClinicPerson, listClinic, namesBehindAnswers } from '#domain/polls/clinic.server.ts';
import { type DatePoll, isOpen } from '#domain/polls/date-poll.ts';
import { listPolls, listTotals, listVotes, type Total } from '#domain/polls/polls.server.ts';
import type { CastVote } from '#domain/polls/votes.ts';
import type { Ballot } from '#domain/topics/ballot.ts';
import { findBallot, listOpenVotes, type OpenVote } from '#domain/topics/votes.server.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { listNeeds, listReplies, type MemberNeed, type Reply } from './invitations.server.ts';

/** A poll to be answered, with what the own clinic has answered and how each day stands. */
export type AskedDates = {
  meetingId: string;
  title: string;
  poll: DatePoll;
  votes: CastVote[];
  totals: Total[];
};

type Programme = (Pick<AgendaItem, 'agendaItemId' | 'title' | 'minutes'> & { beginsAt: string | null })[];

/** A meeting that one is invited to, or whose day is reserved; of the latter nothing is asked. Needs are null by a link on paper. */
export type AskedMeeting = Pick<
  MeetingHead,
  'meetingId' | 'kind' | 'title' | 'heldOn' | 'startsAt' | 'minutes' | 'place' | 'address' | 'onlineUrl'
> & { isAsked: boolean; programme: Programme; replies: Reply[]; needs: MemberNeed[] | null };

/** All there is to answer now in a cluster. */
export type OwnPage = {
  clusterName: string;
  people: ClinicPerson[];
  names: Record<string, string>;
  dates: AskedDates[];
  meetings: AskedMeeting[];
  vote: OpenVote | null;
  ballot: Ballot;
  actions: OwnAction[];
  today: string;
};

/** Gathers what somebody can answer now, signed in or by the link of a mail. Nothing in it is a figure. */
export async function gatherOwnPage(scope: AnsweringScope): Promise<OwnPage> {
  const today = dayOf(scope.now);
  const meetings = await listMeetings(scope);
  const [vote = null] = await listOpenVotes(scope);
  return {
    clusterName: scope.clusterName,
    people: await listClinic(scope),
    names: await namesBehindAnswers(scope),
    dates: await gatherDates(scope, meetings, today),
    meetings: await gatherMeetings(scope, meetings, today),
    vote,
    ballot: vote ? await findBallot(scope, vote.topicVoteId) : new Map(),
    actions: await listOwnActions(scope),
    today,
  };
}

async function gatherDates(
  scope: AnsweringScope,
  meetings: readonly MeetingHead[],
  today: string,
): Promise<AskedDates[]> {
  const searching = meetings.filter(({ state }) => state === 'polling');
  const polls = await listPolls(
    scope,
    searching.map(({ meetingId }) => meetingId),
  );
  const asked: AskedDates[] = [];
  for (const poll of polls) {
    const title = searching.find(({ meetingId }) => meetingId === poll.meetingId)?.title ?? '';
    if (isOpen(poll, today)) asked.push(await withVotes(scope, poll, title));
  }
  return asked;
}

async function withVotes(scope: AnsweringScope, poll: DatePoll, title: string): Promise<AskedDates> {
  const { datePollId, meetingId } = poll;
  const votes = await listVotes(scope, datePollId);
  return { meetingId, title, poll, votes, totals: await listTotals(scope, datePollId) };
}

/** The days of a poll with what the own clinic has answered, also of one that is closed; null when there is none. */
export async function findAskedDates(scope: AnsweringScope, meetingId: string): Promise<AskedDates | null> {
  const [poll] = await listPolls(scope, [meetingId]);
  return poll ? withVotes(scope, poll, '') : null;
}

async function gatherMeetings(
  scope: AnsweringScope,
  meetings: readonly MeetingHead[],
  today: string,
): Promise<AskedMeeting[]> {
  const ahead = meetings
    .filter(
      ({ heldOn, state }) => heldOn && heldOn >= today && (state === 'reserved' || state === 'confirmed'),
    )
    .toReversed();
  const ids = ahead.map(({ meetingId }) => meetingId);
  const [replies, needs] = [await listReplies(scope, ids), await listNeeds(scope, ids)];
  const asked: AskedMeeting[] = [];
  for (const meeting of ahead) {
    const { meetingId } = meeting;
    const isAsked = meeting.invitedAt !== null;
    const programme = isAsked ? await programmeOf(scope, meeting) : [];
    asked.push({
      ...meeting,
      isAsked,
      programme,
      replies: replies.filter((reply) => reply.meetingId === meetingId),
      needs: isOnPaper(scope) ? null : needs.filter((need) => need.meetingId === meetingId),
    });
  }
  return asked;
}

async function programmeOf(scope: AnsweringScope, { meetingId, startsAt }: MeetingHead): Promise<Programme> {
  return timetable(startsAt, await listAgenda(scope, meetingId)).map(
    ({ agendaItemId, title, minutes, beginsAt }) => ({ agendaItemId, title, minutes, beginsAt }),
  );
}

/** What topics are about that somebody had put dots on, also when the vote is over. */
export async function listSentences(
  { db }: AnsweringScope,
  topicIds: readonly string[],
): Promise<{ topicId: string; sentence: string }[]> {
  if (topicIds.length === 0) return [];
  return db
    .selectFrom('topic')
    .select(['topicId', 'sentence'])
    .where('topicId', 'in', topicIds)
    .orderBy('sentence')
    .execute();
}
