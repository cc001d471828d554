import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { listAsked, personsOf } from './asked-members.server.ts';
import { listPollGuests } from './poll-guests.server.ts';

type Round = { clusterId: string; meetingId: string; roundId: string };

/** Writes to all members, each person once, and to the guests of the meeting, which days they can. */
export async function askForDates(
  scope: ClusterScope | SystemScope,
  { clusterId, meetingId, roundId }: Round,
): Promise<void> {
  const letter = { clusterId, meetingId, roundId };
  for (const personId of personsOf(await listAsked(scope, clusterId)))
    await writeMeetingLetter(scope, { ...letter, kind: 'date_poll', to: { personId } });
  for (const { guestId } of await listPollGuests(scope, meetingId))
    await writeMeetingLetter(scope, { ...letter, kind: 'guest_dates', to: { guestId } });
}
