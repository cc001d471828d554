import type { MeetingLetterKind } from '#domain/notices/meeting-letter.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { standingOf } from './guest.ts';
import { type Guest, listGuests } from './guests.server.ts';

type GuestLetterKind = Extract<MeetingLetterKind, `guest_${string}`>;
type Occasion = { clusterId: string; meetingId: string; roundId?: string | undefined };

/**
 * Writes a letter of this kind to each guest of a meeting who has been asked, is not called off and has not said
 * no: that the meeting is cancelled, or what they took home. Answers how many there were.
 */
export async function tellGuests(
  scope: ClusterScope | SystemScope,
  occasion: Occasion,
  kind: GuestLetterKind,
): Promise<number> {
  const asked = (await listGuests(scope, occasion.meetingId)).filter((guest) =>
    ['asked', 'comes'].includes(standingOf(guest)),
  );
  await writeTo(scope, asked, occasion, kind);
  return asked.length;
}

/**
 * Asks all guests again who were asked to a meeting before its day was found or moved, also those who could not come
 * then; what they answered about another day no longer counts. Answers how many there were.
 */
export async function askGuestsAgain(
  scope: ClusterScope,
  occasion: Occasion,
  kind: 'guest_invitation' | 'guest_moved',
): Promise<number> {
  const asked = (await listGuests(scope, occasion.meetingId)).filter((guest) =>
    ['asked', 'comes', 'declined'].includes(standingOf(guest)),
  );
  if (asked.length > 0)
    await scope.db
      .updateTable('guest')
      .set({ answer: '', answeredAt: null })
      .where(
        'guestId',
        'in',
        asked.map(({ guestId }) => guestId),
      )
      .execute();
  await writeTo(scope, asked, occasion, kind);
  return asked.length;
}

async function writeTo(
  scope: ClusterScope | SystemScope,
  guests: readonly Guest[],
  { clusterId, meetingId, roundId }: Occasion,
  kind: GuestLetterKind,
): Promise<void> {
  for (const { guestId } of guests)
    await writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { guestId }, roundId });
}
