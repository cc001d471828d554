import { command } from '#domain/access/command.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { standingOf } from './guest.ts';
import { findGuestToChange } from './guests.server.ts';

/** Calls a guest off. Whoever has been asked, and has not said no, is told; whether they were is what it makes. */
export const cancelGuest = command(
  { permission: 'guest.invite', event: 'guest.cancelled' },
  async (scope: ClusterScope, guestId: string) => {
    const guest = await findGuestToChange(scope, guestId);
    if (!guest) return refused('no_such_guest');
    const standing = standingOf(guest);
    if (standing === 'called_off') return refused('called_off_already');
    const { clusterId, now } = scope;
    await scope.db.updateTable('guest').set({ cancelledAt: now }).where('guestId', '=', guestId).execute();
    const isTold = standing === 'asked' || standing === 'comes';
    const { meetingId } = guest;
    if (isTold)
      await writeMeetingLetter(scope, { kind: 'guest_cancelled', clusterId, meetingId, to: { guestId } });
    return made({ isTold });
  },
);
