import type { DatePoll } from '#domain/polls/date-poll.ts';
import { hasAnsweredAll, type Vote } from '#domain/polls/votes.ts';

type Asked = { poll: Pick<DatePoll, 'options'>; votes: readonly Vote[] };
type Invited = { replies: readonly { memberId: string }[] };

/** How many things somebody has not answered yet: polls with a day left open, invitations, and a vote on topics. */
export function countUnanswered(
  own: readonly string[],
  {
    dates,
    meetings,
    hasOpenBallot,
  }: { dates: readonly Asked[]; meetings: readonly Invited[]; hasOpenBallot: boolean },
): number {
  const open = dates.filter(
    ({ poll, votes }) => !own.every((memberId) => hasAnsweredAll(poll as DatePoll, memberId, votes)),
  );
  const silent = meetings.filter(
    ({ replies }) => !own.every((memberId) => replies.some((reply) => reply.memberId === memberId)),
  );
  return open.length + silent.length + (hasOpenBallot ? 1 : 0);
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
