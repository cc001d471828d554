import { command } from '#domain/access/command.server.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { suggestionFor } from './meeting-package.server.ts';
import { findPartnerPerson } from './partners.server.ts';

/**
 * Puts one of the directory's people on the list of a meeting's guests, with what the meeting's package suggests.
 * They are not asked yet. Whoever was called off before is on the list again, as if for the first time.
 */
export const addGuest = command(
  { permission: 'guest.invite', event: 'guest.added' },
  async (scope: ClusterScope, guestId: string, meetingId: string, partnerPersonId: string) => {
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (refusalOfPlanning(meeting)) return refused('meeting_over');
    const person = await findPartnerPerson(scope, partnerPersonId);
    if (!person || person.isEnded) return refused('no_such_person');
    const earlier = await findEarlier(scope, meetingId, partnerPersonId);
    if (earlier) return earlier.cancelledAt ? listAnew(scope, earlier.guestId) : refused('guest_already');
    const { problem, agendaItemId } = await suggestionFor(scope, meetingId);
    const { clusterId } = scope;
    await scope.db
      .insertInto('guest')
      .values({
        clusterId,
        guestId,
        meetingId,
        partnerPersonId,
        problem: problem.slice(0, 4000),
        agendaItemId,
        addedAt: scope.now,
      })
      .execute();
    return made({ guestId });
  },
);

function findEarlier({ db }: ClusterScope, meetingId: string, partnerPersonId: string) {
  return db
    .selectFrom('guest')
    .select(['guestId', 'cancelledAt'])
    .where('meetingId', '=', meetingId)
    .where('partnerPersonId', '=', partnerPersonId)
    .executeTakeFirst();
}

async function listAnew({ db }: ClusterScope, guestId: string) {
  await db
    .updateTable('guest')
    .set({ cancelledAt: null, invitedAt: null, answer: '', answeredAt: null, preMeetingAnswer: '' })
    .where('guestId', '=', guestId)
    .execute();
  return made({ guestId });
}
