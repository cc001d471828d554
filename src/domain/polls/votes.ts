import { type Answer, answerIn, type DatePoll, isOpen } from './date-poll.ts';

/** What one member answers to one day. */
export type Vote = { dateOptionId: string; memberId: string; answer: Answer };

/** A vote as it stands: `castBy` is another than the member when somebody answered for them. */
export type CastVote = Vote & { castBy: string; castAt: Date };

export type VoteRefusal =
  | 'no_such_poll'
  | 'poll_closed'
  | 'nothing_answered'
  | 'date_not_asked_about'
  | 'not_yours_to_answer';

/** The name of the field for one member and day; the value is an answer. */
export function fieldOf(dateOptionId: string, memberId: string): string {
  return `answer:${dateOptionId}:${memberId}`;
}

/** Reads the fields of a voting form and ignores all else. */
export function votesIn(form: FormData): Vote[] {
  const votes: Vote[] = [];
  for (const [field, value] of form) {
    const [word, dateOptionId, memberId] = field.split(':');
    const answer = answerIn(value);
    if (word === 'answer' && dateOptionId && memberId && answer)
      votes.push({ dateOptionId, memberId, answer });
  }
  return votes;
}

/** Why these votes cannot be cast by somebody who may answer for these members, or null when they can. */
export function refusalOfVotes(
  poll: DatePoll,
  votes: readonly Vote[],
  mayAnswerFor: ReadonlySet<string>,
  today: string,
): VoteRefusal | null {
  if (!isOpen(poll, today)) return 'poll_closed';
  if (votes.length === 0) return 'nothing_answered';
  const asked = new Set(poll.options.map(({ dateOptionId }) => dateOptionId));
  if (!votes.every(({ dateOptionId }) => asked.has(dateOptionId))) return 'date_not_asked_about';
  return votes.every(({ memberId }) => mayAnswerFor.has(memberId)) ? null : 'not_yours_to_answer';
}

/**
 * Those of the votes that say something other than what stands, so that a colleague's answer that was only sent
 * along keeps saying whose it is.
 */
export function changesIn(votes: readonly Vote[], standing: readonly Vote[]): Vote[] {
  const known = new Map(standing.map((vote) => [fieldOf(vote.dateOptionId, vote.memberId), vote.answer]));
  return votes.filter(
    ({ dateOptionId, memberId, answer }) => known.get(fieldOf(dateOptionId, memberId)) !== answer,
  );
}

/** Whether a member has answered every day that is asked about. */
export function hasAnsweredAll(poll: DatePoll, memberId: string, votes: readonly Vote[]): boolean {
  const answered = new Set(
    votes.filter((vote) => vote.memberId === memberId).map(({ dateOptionId }) => dateOptionId),
  );
  return poll.options.every(({ dateOptionId }) => answered.has(dateOptionId));
}
