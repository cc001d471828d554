import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { isFixedAhead } from '#domain/meetings/meeting.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { settleAct } from '#domain/meetings/settle-deadline.server.ts';
import { recallRound } from '#domain/meetings/told-people.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { countHeads, findTold } from './venue.server.ts';
import { eveningOf, type Headcount, hasChanged } from './venue.ts';

/**
 * Tells the venue of a meeting how many come and what they eat, as counts, with a link by which it says that it has
 * it. The same numbers are not told twice. Answers the round of the letter, by which it can be taken back.
 */
export const tellVenue = command(
  { permission: 'meeting.plan', event: 'venue.told' },
  async (scope: ClusterScope, meetingId: string) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (!isFixedAhead(meeting) || !meeting.heldOn || meeting.heldOn < dayOf(scope.now))
      return refused('not_ahead');
    if (!meeting.venueEmail) return refused('no_address');
    const [numbers, told] = [await countHeads(scope, meetingId), await findTold(scope, meetingId)];
    const evening = eveningOf(meeting);
    if (told && !hasChanged(told, numbers, evening)) return refused('told_already');

    const roundId = randomUUID();
    const { clusterId } = scope;
    await tellNumbers(scope, { clusterId, meetingId, evening, numbers, isAgain: told !== null, roundId });
    await scope.db
      .updateTable('meeting')
      .set({ venueConfirmedAt: null })
      .where('meetingId', '=', meetingId)
      .execute();
    for (const act of ['book_venue', 'venue_numbers'] as const) await settleAct(scope, meetingId, act);
    return made({ roundId, people: numbers.people });
  },
);

/** Takes a letter to the venue back while it has not gone, and what it told with it. */
export const takeNumbersBack = command(
  { permission: 'meeting.plan', event: 'round.recalled' },
  async (scope: ClusterScope, meetingId: string, roundId: string) => {
    const told = await findTold(scope, meetingId);
    if (!told || !(await recallRound(scope, meetingId, roundId))) return refused('too_late_to_undo');
    await scope.db.deleteFrom('venueTold').where('venueToldId', '=', told.venueToldId).execute();
    // What it had said yes to before stands again.
    await sql`update meeting set venue_confirmed_at = venue_yes(meeting_id) where meeting_id = ${meetingId}`.execute(
      scope.db,
    );
    return done;
  },
);

type Telling = {
  clusterId: string;
  meetingId: string;
  evening: string;
  numbers: Headcount;
  isAgain: boolean;
  roundId?: string;
};

/** Keeps what the venue is told and writes to it. Part of another command, or of what the worker does by itself. */
export async function tellNumbers(
  scope: ClusterScope | SystemScope,
  { numbers, evening, isAgain, ...letter }: Telling,
): Promise<void> {
  const { clusterId, meetingId } = letter;
  await scope.db
    .insertInto('venueTold')
    .values({
      clusterId,
      meetingId,
      venueToldId: randomUUID(),
      people: numbers.people,
      diets: JSON.stringify(numbers.diets),
      toldFor: evening,
      toldAt: scope.now,
    })
    .execute();
  const kind = isAgain ? 'venue_numbers_again' : 'venue_numbers';
  await writeMeetingLetter(scope, { ...letter, kind, to: 'venue' });
}
