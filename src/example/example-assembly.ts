import { randomUUID } from 'node:crypto';
import { giveRsvps } from '#domain/invitations/give-rsvps.server.ts';
import type { RsvpAnswer } from '#domain/invitations/invitation.ts';
import { invite } from '#domain/invitations/invite.server.ts';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { choosePlace } from '#domain/meetings/choose-place.server.ts';
import { listDeadlines } from '#domain/meetings/deadlines.server.ts';
import { makeMeeting } from '#domain/meetings/make-meeting.server.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { settleDeadline } from '#domain/meetings/settle-deadline.server.ts';
import { planOrder } from '#domain/orders/plan-order.server.ts';
import { sendOrder } from '#domain/orders/send-order.server.ts';
import { COPD } from '#domain/tryout/example-file.ts';
import type { Database } from '#platform/database.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Cast } from './example-topics.ts';
import { accomplished, enterAs } from './stage.ts';

const TITLE = 'Generalforsamling';
const DAYS_AHEAD = 24;
const PLACE = {
  place: 'Kulturhuset i Vestfjord, sal 2',
  address: 'Havnegade 1, Vestfjord',
  onlineUrl: '',
  venueEmail: 'booking@kulturhuset-vestfjord.example',
  venueCancelDays: 3,
};
// How many of the doctors have answered, and that every fifth of them cannot come.
const ANSWERED = 17;
const next = (scope: ClusterScope): ClusterScope => ({ ...scope, commandId: randomUUID() });

/** A weekday from here on. */
export function workdayFrom(day: string): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 6 ? daysAfter(day, 2) : weekday === 0 ? daysAfter(day, 1) : day;
}

/** The assembly of a cluster that lies fast, to which everybody is invited and most have answered. */
export async function callAssembly(
  web: Database,
  cast: Cast,
  { called, now }: { called: Date; now: Date },
): Promise<void> {
  const planning = await enterAs(web, cast.founder, called);
  const heldOn = workdayFrom(daysAfter(dayOf(now), DAYS_AHEAD));
  const meetingId = await planning.inCluster(cast.clusterId, (scope) => plan(scope, heldOn));
  if (!meetingId) return;
  const lead = await enterAs(web, cast.founder, now);
  await lead.inCluster(cast.clusterId, async (scope) => {
    accomplished(await invite(next(scope), meetingId));
  });
  for (const [at, { personId, memberId }] of cast.doctors.slice(0, ANSWERED).entries()) {
    const answer: RsvpAnswer = at % 5 === 4 ? 'no' : 'yes';
    const doctor = await enterAs(web, personId, now);
    await doctor.inCluster(cast.clusterId, async (scope) => {
      accomplished(await giveRsvps(next(scope), meetingId, [{ memberId, answer, need: null }]));
    });
  }
}

async function plan(scope: ClusterScope, heldOn: string): Promise<string | null> {
  if ((await listMeetings(scope)).some(({ title }) => title === TITLE)) return null;
  const kind = 'general_assembly' as const;
  const days = [{ heldOn, startsAt: '17:00' }];
  const wish = { source: null, kind, title: TITLE, minutes: 90, topicId: null, days };
  const { meetingId } = accomplished(await makeMeeting(next(scope), randomUUID(), wish))!;
  accomplished(await choosePlace(next(scope), meetingId, PLACE));
  const booked = (await listDeadlines(scope, meetingId)).find(({ act }) => act === 'book_venue');
  if (booked) accomplished(await settleDeadline(next(scope), booked.deadlineId, 'done'));
  return meetingId;
}

/** The figures of last year for a meeting ahead, ordered at a source. */
export async function orderFigures(
  web: Database,
  cast: Cast,
  { meetingId, sourceId, now }: { meetingId: string; sourceId: string; now: Date },
): Promise<void> {
  const lead = await enterAs(web, cast.founder, now);
  const figureOrderId = randomUUID();
  const today = dayOf(now);
  const wish = {
    sourceId,
    indicators: [...COPD],
    remark: '',
    sendOn: today,
    wantedOn: workdayFrom(daysAfter(today, 28)),
  };
  await lead.inCluster(cast.clusterId, async (scope) => {
    accomplished(await planOrder(next(scope), figureOrderId, meetingId, wish));
    accomplished(await sendOrder(next(scope), figureOrderId));
  });
}
