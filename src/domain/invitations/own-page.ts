import type { DatePoll } from '#domain/polls/date-poll.ts';
import { hasAnsweredAll, type Vote } from '#domain/polls/votes.ts';

type Asked = { meetingId: string; poll: Pick<DatePoll, 'options'>; votes: readonly Vote[] };
type Invited = { meetingId: string; replies: readonly { memberId: string }[] };
type ToAnswer = { dates: readonly Asked[]; meetings: readonly Invited[]; hasOpenBallot: boolean };

/**
 * What somebody has not answered yet, as the ids of the parts of their page in its order: polls with a day left open,
 * invitations, and a vote on topics.
 */
export function listUnanswered(
  own: readonly string[],
  { dates, meetings, hasOpenBallot }: ToAnswer,
): string[] {
  const open = dates.filter(
    ({ poll, votes }) => !own.every((memberId) => hasAnsweredAll(poll as DatePoll, memberId, votes)),
  );
  const silent = meetings.filter(
    ({ replies }) => !own.every((memberId) => replies.some((reply) => reply.memberId === memberId)),
  );
  return [
    ...open.map(({ meetingId }) => `dates-${meetingId}`),
    ...silent.map(({ meetingId }) => `rsvp-${meetingId}`),
    ...(hasOpenBallot ? ['ballot'] : []),
  ];
}

/** How many things somebody has not answered yet. */
export function countUnanswered(own: readonly string[], asked: ToAnswer): number {
  return listUnanswered(own, asked).length;
}

type Page = {
  people: readonly { memberId: string; isSelf: boolean }[];
  dates: readonly Asked[];
  meetings: readonly (Invited & { isAsked: boolean })[];
  vote: object | null;
  ballot: { size: number };
};

/** How many things of somebody's own page they have not answered yet. */
export function countWaiting({ ballot, dates, meetings, people, vote }: Page): number {
  const own = people.filter(({ isSelf }) => isSelf).map(({ memberId }) => memberId);
  const hasOpenBallot = vote !== null && ballot.size === 0;
  return countUnanswered(own, { dates, meetings: meetings.filter(({ isAsked }) => isAsked), hasOpenBallot });
}

type AskedBeside = {
  rounds: readonly { answeredOn: string | null }[];
  counts: readonly { hasCounted: boolean }[];
};

/** How many questionnaires, and counts of the own practice, wait beside what the own page asks. */
export function countWaitingBeside({ counts, rounds }: AskedBeside): number {
  const open = rounds.filter(({ answeredOn }) => answeredOn === null);
  return open.length + counts.filter(({ hasCounted }) => !hasCounted).length;
}

/** The latest moment among some, or null of none. */
export function latestOf(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>(
    (latest, moment) => (latest && latest >= moment ? latest : moment),
    null,
  );
}

/** The acts of the own page that can have been saved just now, as its address says after a form. */
export const SAVED = ['dates', 'rsvp', 'ballot', 'topic', 'joined', 'action'] as const;
export type Saved = (typeof SAVED)[number];

/** What the address says was saved, or null. */
export function savedIn(word: string | null): Saved | null {
  return SAVED.find((saved) => saved === word) ?? null;
}
