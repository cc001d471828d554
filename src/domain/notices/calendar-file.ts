import ICAL from 'ical.js';

/** What a calendar file asks of the calendar that reads it: take this in, take it out, or look at all of these. */
export type Method = 'REQUEST' | 'CANCEL' | 'PUBLISH';

/** A name and a mail address in a calendar file. */
export type CalendarParty = { name: string; address: string };

/**
 * A meeting as a calendar takes it. `heldOn` and `startsAt` are the day and the wall time in Copenhagen. The receiver
 * is the only one who is invited; a calendar that is followed names nobody. Texts may hold anything.
 */
export type CalendarMeeting = {
  meetingId: string;
  sequence: number;
  status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  title: string;
  heldOn: string;
  startsAt: string;
  minutes: number;
  location: string;
  description: string;
  organizer: CalendarParty | null;
  receiver: CalendarParty | null;
};

// A line is at most 75 octets; the library does not count the blank before one that goes on.
ICAL.foldLength = 74;

const ZONE = 'Europe/Copenhagen';
// The rule of the European Union since 1996: the last Sundays of March and October, at one o'clock UTC.
const COPENHAGEN = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE`.replaceAll('\n', '\r\n');

/** The file (RFC 5545) that tells a calendar of the meetings, as of a moment; `name` is what the calendar is called. */
export function calendarFile(
  method: Method,
  meetings: readonly CalendarMeeting[],
  now: Date,
  name = '',
): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Klyngerum//Klyngerum//DA');
  calendar.addPropertyWithValue('calscale', 'GREGORIAN');
  calendar.addPropertyWithValue('method', method);
  if (name) calendar.addPropertyWithValue('x-wr-calname', asText(name));
  calendar.addSubcomponent(new ICAL.Component(ICAL.parse(COPENHAGEN)));
  for (const meeting of meetings) calendar.addSubcomponent(eventOf(meeting, now));
  return `${calendar.toString()}\r\n`;
}

// The library writes the value of what it does not know as it stands, line ends too.
function asText(name: string): string {
  return onOneLine(name).replace(/[\\;,]/g, (sign) => `\\${sign}`);
}

function eventOf(meeting: CalendarMeeting, now: Date): ICAL.Component {
  const event = new ICAL.Component('vevent');
  // The same for the life of the meeting, whatever happens to it or to the address of this installation.
  event.addPropertyWithValue('uid', `${meeting.meetingId}@klyngerum`);
  event.addPropertyWithValue('sequence', meeting.sequence);
  event.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true));
  event.addProperty(onTheWall('dtstart', meeting, 0));
  event.addProperty(onTheWall('dtend', meeting, meeting.minutes));
  event.addPropertyWithValue('summary', written(meeting.title));
  event.addPropertyWithValue('status', meeting.status);
  event.addPropertyWithValue('transp', meeting.status === 'CANCELLED' ? 'TRANSPARENT' : 'OPAQUE');
  if (meeting.location) event.addPropertyWithValue('location', written(meeting.location));
  if (meeting.description) event.addPropertyWithValue('description', written(meeting.description));
  if (meeting.organizer) event.addProperty(partyOf('organizer', meeting.organizer));
  if (meeting.receiver) event.addProperty(receiverOf(meeting.receiver));
  return event;
}

function onTheWall(name: string, { heldOn, startsAt }: CalendarMeeting, minutesLater: number): ICAL.Property {
  const [hour, minute] = startsAt.split(':').map(Number);
  const [year, month, day] = heldOn.split('-').map(Number);
  const time = ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false });
  time.adjust(0, 0, minutesLater, 0);
  const property = new ICAL.Property(name);
  property.setParameter('tzid', ZONE);
  property.setValue(time);
  return property;
}

function partyOf(name: string, party: CalendarParty): ICAL.Property {
  const property = new ICAL.Property(name);
  property.setParameter('cn', onOneLine(party.name));
  property.setValue(`mailto:${onOneLine(party.address)}`);
  return property;
}

// Answers that a calendar sends back reach nobody: whoever comes says so on their own page.
function receiverOf(party: CalendarParty): ICAL.Property {
  const property = partyOf('attendee', party);
  property.setParameter('role', 'REQ-PARTICIPANT');
  property.setParameter('partstat', 'NEEDS-ACTION');
  property.setParameter('rsvp', 'FALSE');
  return property;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a calendar file may not hold is what is looked for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

function written(words: string): string {
  return words.replace(/\r\n?/g, '\n').replace(CONTROL, '');
}

function onOneLine(words: string): string {
  return written(words).replace(/\s+/g, ' ').trim();
}
