import { randomUUID } from 'node:crypto';
import { messageIdOf } from '#platform/message-id.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import type { LetterFacts } from './letter.ts';
import type { MeetingLetterKind } from './meeting-letter.ts';
import { minutesUntilMorning } from './morning.ts';
import { sendSoon } from './write-letter.server.ts';

/** To whom a letter about a meeting goes. Of the venue the address stands with the meeting. */
export type To = { personId: string } | { guestId: string } | { respondentId: string } | 'venue';

/**
 * A letter to be written. `roundId` ties the letters of one act together, which then wait two minutes unless
 * `delayMinutes` says otherwise; what the worker writes at night waits until seven. `meetingId` is null for what is about no meeting.
 */
export type NewMeetingLetter = {
  kind: MeetingLetterKind;
  clusterId: string;
  meetingId: string | null;
  to: To;
  facts?: LetterFacts | undefined;
  /** Of a letter about a questionnaire. */
  questionnaireRoundId?: string | undefined;
  roundId?: string | undefined;
  isForDigest?: boolean | undefined;
  delayMinutes?: number | undefined;
};

const MINUTES_TO_RECALL = 2;

/**
 * Lays a letter about a meeting in the outbox. Facts that letters tell of, ids unless said otherwise: `order`,
 * `resolution`, `agreement`, `topic`, `vote`, `colleague` (a name), `line1` to `line3` (sentences of the week),
 * `target` (the path of the page that its link leads to), `change` (`place` where only that is new; to a guest
 * the parts of the brief that are).  All else is read
 * when it is sent.
 */
export async function writeMeetingLetter(
  scope: ClusterScope | SystemScope,
  letter: NewMeetingLetter,
): Promise<void> {
  const letterId = randomUUID();
  const { roundId, facts = {} } = letter;
  const delayMinutes = delayOf(scope, letter);
  const row = {
    letterId,
    kind: letter.kind,
    ...receiverIn(letter.to),
    clusterId: letter.clusterId,
    meetingId: letter.meetingId,
    figureOrderId: facts.order ?? null,
    questionnaireRoundId: letter.questionnaireRoundId ?? null,
    facts: JSON.stringify(facts),
    messageId: messageIdOf(letterId),
    writtenAt: scope.now,
    dueAt: new Date(scope.now.getTime() + delayMinutes * 60_000),
    roundId: roundId ?? null,
    isForDigest: letter.isForDigest ?? false,
    replyToId: scope.kind === 'cluster' ? scope.personId : null,
  };
  await scope.db.insertInto('letter').values(row).execute();
  // What waits is found by the sweep.
  if (delayMinutes === 0 && !row.isForDigest) await sendSoon(scope, letterId);
}

// What the worker writes by itself at night wakes nobody.
function delayOf(scope: ClusterScope | SystemScope, { delayMinutes, roundId }: NewMeetingLetter): number {
  if (delayMinutes !== undefined) return delayMinutes;
  if (roundId) return MINUTES_TO_RECALL;
  return scope.kind === 'system' ? minutesUntilMorning(scope.now) : 0;
}

type Receiving = Record<'personId' | 'guestId' | 'respondentId', string | null>;

function receiverIn(to: To): Receiving {
  const receiving = { personId: null, guestId: null, respondentId: null };
  if (to === 'venue') return receiving;
  if ('personId' in to) return { ...receiving, personId: to.personId };
  return 'guestId' in to
    ? { ...receiving, guestId: to.guestId }
    : { ...receiving, respondentId: to.respondentId };
}
