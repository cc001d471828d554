import type { Scope } from '#platform/scope.server.ts';
import type { MeetingHead } from './meeting.ts';

export type { MeetingHead } from './meeting.ts';

const COLUMNS = [
  'meetingId',
  'kind',
  'title',
  'purpose',
  'state',
  'heldOn',
  'startsAt',
  'minutes',
  'place',
  'address',
  'onlineUrl',
  'venueEmail',
  'venueCancelDays',
  'venueConfirmedAt',
  'greeting',
  'noAgreement',
  'packageKey',
  'ownPackageId',
  'topicId',
  'followsId',
  'calendarSequence',
  'madeAt',
  'invitedAt',
  'cancelledAt',
  'closedAt',
  'minutesSentAt',
] as const;

/** A meeting of the cluster, or null. */
export async function findMeeting({ db }: Scope, meetingId: string): Promise<MeetingHead | null> {
  const found = await db
    .selectFrom('meeting')
    .select(COLUMNS)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  return (found as MeetingHead | undefined) ?? null;
}

/** A meeting of the cluster, which nobody else changes until this transaction is done; null for none such. */
export async function findMeetingToChange({ db }: Scope, meetingId: string): Promise<MeetingHead | null> {
  const found = await db
    .selectFrom('meeting')
    .select(COLUMNS)
    .where('meetingId', '=', meetingId)
    .forUpdate()
    .executeTakeFirst();
  return (found as MeetingHead | undefined) ?? null;
}

/** The meetings of the cluster, the latest day first; those without a day stand before all others, newest first. */
export async function listMeetings({ db }: Scope): Promise<MeetingHead[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(COLUMNS)
    .orderBy('heldOn', (day) => day.desc().nullsFirst())
    .orderBy('startsAt', 'desc')
    .orderBy('madeAt', 'desc')
    .orderBy('meetingId')
    .execute();
  return rows as MeetingHead[];
}
