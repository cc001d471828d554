import { type AgreementLine, listAgreements } from '#domain/agreements/agreements.server.ts';
import { gatherOwnPage } from '#domain/invitations/own-page.server.ts';
import { countWaiting, countWaitingBeside } from '#domain/invitations/own-page.ts';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { isAhead, isFixedAhead, type MeetingHead } from '#domain/meetings/meeting.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { listAskedCounts } from '#domain/own-counts/own-counts.server.ts';
import { listOwnRounds } from '#domain/responses/rounds.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

const MOST_LATER = 4;

/**
 * The next meeting with a day, today's among them, or null; and the few that come later or have no day yet, the nearest
 * first.
 */
export async function listMeetingsAhead(
  scope: ClusterScope,
): Promise<{ next: MeetingHead | null; later: MeetingHead[] }> {
  const today = dayOf(scope.now);
  const ahead = (await listMeetings(scope))
    .filter((meeting) => isAhead(meeting) && (meeting.heldOn === null || meeting.heldOn >= today))
    .toReversed();
  const next = ahead.find((meeting) => isFixedAhead(meeting)) ?? null;
  return { next, later: ahead.filter((meeting) => meeting !== next).slice(0, MOST_LATER) };
}

/**
 * How many things wait for the own answer: days, invitations, a vote, questionnaires, and counts of the own practice.
 * None for who belongs to no practice.
 */
export async function countOwnAnswers(scope: ClusterScope): Promise<number> {
  if (!scope.roles.includes('member')) return 0;
  const beside = { rounds: await listOwnRounds(scope), counts: await listAskedCounts(scope) };
  return countWaiting(await gatherOwnPage(scope)) + countWaitingBeside(beside);
}

const DAYS_BEFORE_MEASURING = 60;

/** An open agreement with the day on which it is next measured. */
export type AgreementSoon = Pick<AgreementLine, 'agreementId' | 'what'> & { on: string };

/** The open agreements that are measured again within two months, the first first. */
export async function listAgreementsSoon(scope: ClusterScope): Promise<AgreementSoon[]> {
  const today = dayOf(scope.now);
  const until = daysAfter(today, DAYS_BEFORE_MEASURING);
  return (await listAgreements(scope))
    .filter(({ state }) => state === 'open')
    .flatMap(({ agreementId, measuredAgainOn, secondMeasureOn, what }) => {
      const on = [measuredAgainOn, secondMeasureOn].find((day) => day !== null && day >= today);
      return on && on <= until ? [{ agreementId, what, on }] : [];
    })
    .toSorted((a, b) => a.on.localeCompare(b.on));
}
