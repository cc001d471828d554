import { listAgreements } from '#domain/agreements/agreements.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { isAhead } from '#domain/meetings/meeting.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Occasions } from './occasion.ts';

const MOST_MEETINGS = 5;

/** The meetings ahead at which something can be asked, the nearest first and those without a day last. */
export async function listMeetingsToAskAt(scope: ClusterScope): Promise<Occasions['meetings']> {
  return (await listMeetings(scope))
    .filter(isAhead)
    .toReversed()
    .map(({ heldOn, meetingId, title }) => ({ meetingId, title, heldOn }));
}

/** The occasions on which a meeting's questionnaire can be asked again; meetings that follow the meeting come first. */
export async function listOccasions(scope: ClusterScope, meetingId: string): Promise<Occasions> {
  const today = dayOf(scope.now);
  const ahead = (await listMeetings(scope))
    .filter(
      (one) => isAhead(one) && one.meetingId !== meetingId && (one.heldOn === null || one.heldOn > today),
    )
    .toReversed()
    .toSorted((a, b) => Number(b.followsId === meetingId) - Number(a.followsId === meetingId));
  const agreements = (await listAgreements(scope, meetingId)).flatMap(
    ({ agreementId, measuredAgainOn, secondMeasureOn, what }) =>
      [measuredAgainOn, secondMeasureOn]
        .filter((day) => day !== null && day > today)
        .map((day) => ({ agreementId, what, on: day! })),
  );
  return {
    meetings: ahead
      .slice(0, MOST_MEETINGS)
      .map(({ heldOn, meetingId: id, title }) => ({ meetingId: id, title, heldOn })),
    agreements: agreements.filter(({ on }, at) => agreements.findIndex((one) => one.on === on) === at),
  };
}
