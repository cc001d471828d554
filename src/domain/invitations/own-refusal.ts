import type { PollRefusal } from '#domain/polls/date-poll.text.ts';
import type { DatePoll } from '#domain/polls/date-poll.ts';
import type { CastVote, Vote } from '#domain/polls/votes.ts';
import type { TypedBallot } from '#domain/topics/ballot.ts';
import type { Proposal } from '#domain/topics/topic.ts';
import type { topicBallotText } from '#domain/topics/topic-ballot.text.ts';
import type { ProposingRefusal, topicProposalText } from '#domain/topics/topic-proposal.text.ts';
import type { EarlierTopic } from '#domain/topics/topics.server.ts';
import type { Rsvp, RsvpRefusal } from './invitation.ts';

/** A poll that closed while somebody answered it, with what had been saved before. */
export type LatePoll = { poll: DatePoll; votes: CastVote[] };

/** What of the own page could not be saved, why, and what had been typed, so that it stands again. */
export type OwnRefusal =
  | { act: 'dates'; meeting: string; refusal: PollRefusal; typed: Vote[]; late: LatePoll | null }
  | { act: 'rsvp'; meeting: string; refusal: RsvpRefusal; typed: Rsvp[] }
  | {
      act: 'ballot';
      refusal: keyof typeof topicBallotText.da.refusal;
      typed: TypedBallot;
      topics: { topicId: string; sentence: string }[];
    }
  | { act: 'topic'; refusal: ProposingRefusal; typed: Proposal; similar: EarlierTopic[] }
  | { act: 'action' }
  | { act: 'joined'; refusal: keyof typeof topicProposalText.da.joining };

/** What was refused of an act, or null when it was another act or none. */
export function refusedOf<Act extends OwnRefusal['act']>(
  act: Act,
  refused: OwnRefusal | null,
): Extract<OwnRefusal, { act: Act }> | null {
  return refused?.act === act ? (refused as Extract<OwnRefusal, { act: Act }>) : null;
}
