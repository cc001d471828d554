import type { CalendarMeeting, CalendarParty } from './calendar-file.ts';

/** A meeting that has a day, as the tables hold it. */
export type CalendarRow = {
  meetingId: string;
  clusterId: string;
  clusterName: string;
  title: string;
  state: string;
  heldOn: string;
  startsAt: string;
  minutes: number;
  place: string;
  address: string;
  onlineUrl: string;
  calendarSequence: number;
};
/** To whom it is told and by whom, and the word for a day that is only reserved. */
type Telling = { organizer: CalendarParty | null; receiver: CalendarParty | null; reserved: string };

/**
 * The meeting as a calendar takes it: tentative while only its day is reserved, called off when it is cancelled or
 * when the receiver's part in it is. It holds no link of anybody's own.
 */
export function calendarMeetingOf(row: CalendarRow, isCalledOff: boolean, telling: Telling): CalendarMeeting {
  const { reserved, ...parties } = telling;
  const isReserved = row.state === 'reserved';
  const where = [row.place, row.address].filter(Boolean).join(', ');
  return {
    meetingId: row.meetingId,
    sequence: row.calendarSequence,
    status: isCalledOff || row.state === 'cancelled' ? 'CANCELLED' : isReserved ? 'TENTATIVE' : 'CONFIRMED',
    title: `${isReserved && !isCalledOff ? `${reserved}: ` : ''}${row.title} (${row.clusterName})`,
    heldOn: row.heldOn,
    startsAt: row.startsAt,
    minutes: row.minutes,
    location: where || row.onlineUrl,
    description: where && row.onlineUrl ? row.onlineUrl : '',
    ...parties,
  };
}
