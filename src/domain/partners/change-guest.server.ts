import { command } from '#domain/access/command.server.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type Brief, changesToTell, isPreMeetingMoved, standingOf } from './guest.ts';
import { findGuestToChange } from './guests.server.ts';
import { listSlots } from './meeting-package.server.ts';

/**
 * Changes what a guest is asked and told. A guest who has been asked gets a letter about it when it concerns them;
 * whether they did is what it makes.
 */
export const changeGuest = command(
  { permission: 'guest.invite', event: 'guest.changed' },
  async (scope: ClusterScope, guestId: string, brief: Brief) => {
    const guest = await findGuestToChange(scope, guestId);
    if (!guest) return refused('no_such_guest');
    if (guest.cancelledAt) return refused('called_off_already');
    const { meetingId } = guest;
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting || refusalOfPlanning(meeting)) return refused('meeting_over');
    const slots = await listSlots(scope, meetingId);
    const isSlotKnown = slots.some(({ agendaItemId }) => agendaItemId === brief.agendaItemId);
    if (brief.agendaItemId && !isSlotKnown) return refused('no_such_slot');
    const answers = isPreMeetingMoved(guest, brief) ? { preMeetingAnswer: '' } : {};
    await scope.db
      .updateTable('guest')
      .set({ ...brief, ...answers })
      .where('guestId', '=', guestId)
      .execute();
    const changes = changesToTell(guest, brief);
    const isTold = ['asked', 'comes'].includes(standingOf(guest)) && changes.length > 0;
    const letter = { kind: 'guest_changed', clusterId: scope.clusterId, meetingId, to: { guestId } } as const;
    if (isTold) {
      await writeMeetingLetter(scope, { ...letter, facts: { change: changes.join(' ') } });
      if (brief.problem !== '') await settleAct(scope, meetingId, 'guest_brief');
    }
    return made({ isTold });
  },
);

/** Writes down what a guest answered by telephone, or takes the answer out again. */
export const noteGuestAnswer = command(
  { permission: 'guest.invite', event: 'guest.changed' },
  async (scope: ClusterScope, guestId: string, answer: '' | 'yes' | 'no') => {
    const guest = await findGuestToChange(scope, guestId);
    if (!guest) return refused('no_such_guest');
    if (standingOf(guest) === 'called_off') return refused('called_off_already');
    if (standingOf(guest) === 'listed') return refused('not_invited');
    await scope.db
      .updateTable('guest')
      .set({ answer, answeredAt: answer === '' ? null : scope.now })
      .where('guestId', '=', guestId)
      .execute();
    return done;
  },
);
