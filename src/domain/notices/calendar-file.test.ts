import nodeIcal, { type CalendarResponse, type VEvent } from 'node-ical';
import { expect, test } from 'vitest';
import { type CalendarMeeting, calendarFile } from './calendar-file.ts';

const NOW = new Date('2026-12-31T23:30:00Z');

function aMeeting(wish: Partial<CalendarMeeting> = {}): CalendarMeeting {
  return {
    meetingId: '6f0b1c1e-0000-4000-8000-000000000001',
    sequence: 0,
    status: 'CONFIRMED',
    title: 'Fjordklyngen: Opioider',
    heldOn: '2027-03-03',
    startsAt: '17:00:00',
    minutes: 150,
    location: 'Sognehuset',
    description: '',
    organizer: { name: 'Fjordklyngen', address: 'klynge@klyngerum.example' },
    receiver: { name: 'Anna Ærø', address: 'anna@klinik.example' },
    ...wish,
  };
}

function eventsIn(file: string): VEvent[] {
  const found: CalendarResponse = nodeIcal.sync.parseICS(file);
  return Object.values(found).filter((part): part is VEvent => part?.type === 'VEVENT');
}

const linesOf = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');

test.each([
  ['2027-03-03', '17:00', '2027-03-03T16:00:00.000Z', '2027-03-03T18:30:00.000Z'],
  ['2027-03-27', '17:00', '2027-03-27T16:00:00.000Z', '2027-03-27T18:30:00.000Z'],
  ['2027-03-28', '17:00', '2027-03-28T15:00:00.000Z', '2027-03-28T17:30:00.000Z'],
  ['2027-06-02', '12:30', '2027-06-02T10:30:00.000Z', '2027-06-02T13:00:00.000Z'],
  ['2027-10-30', '17:00', '2027-10-30T15:00:00.000Z', '2027-10-30T17:30:00.000Z'],
  ['2027-10-31', '17:00', '2027-10-31T16:00:00.000Z', '2027-10-31T18:30:00.000Z'],
  ['2027-12-31', '22:30', '2027-12-31T21:30:00.000Z', '2028-01-01T00:00:00.000Z'],
])('a meeting on %s at %s is at %s wherever the calendar is', (heldOn, startsAt, start, end) => {
  const [event] = eventsIn(calendarFile('REQUEST', [aMeeting({ heldOn, startsAt })], NOW));
  expect(new Date(event!.start).toISOString()).toBe(start);
  expect(new Date(event!.end!).toISOString()).toBe(end);
  expect(event!.start.tz).toBe('Europe/Copenhagen');
});

test('the clock of Copenhagen comes along, with both its changes', () => {
  const file = calendarFile('REQUEST', [aMeeting()], NOW);
  expect(file.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  expect(file).toContain('TZID:Europe/Copenhagen');
  expect(file).toContain('DTSTART;TZID=Europe/Copenhagen:20270303T170000\r\n');
  expect(file.match(/^RRULE:FREQ=YEARLY;/gm)).toHaveLength(2);
  expect(file).toContain('DTSTAMP:20261231T233000Z\r\n');
});

test('one and the same meeting is reserved, confirmed, moved and called off', () => {
  const steps = [
    calendarFile('REQUEST', [aMeeting({ status: 'TENTATIVE' })], NOW),
    calendarFile('REQUEST', [aMeeting({ sequence: 1 })], NOW),
    calendarFile('REQUEST', [aMeeting({ sequence: 2, heldOn: '2027-03-10' })], NOW),
    calendarFile('CANCEL', [aMeeting({ sequence: 3, status: 'CANCELLED' })], NOW),
  ];
  const events = steps.map((file) => eventsIn(file)[0]!);
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(1);
  expect(events.map(({ status }) => status)).toEqual(['TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  expect(events.map(({ sequence }) => Number(sequence))).toEqual([0, 1, 2, 3]);
  expect(steps.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual([
    'REQUEST',
    'REQUEST',
    'REQUEST',
    'CANCEL',
  ]);
});

test('it names the sender and the receiver, and nobody else', () => {
  const file = calendarFile('REQUEST', [aMeeting()], NOW);
  expect(linesOf(file).filter((line) => /@/.test(line) && !line.startsWith('UID'))).toEqual([
    'ORGANIZER;CN=Fjordklyngen:mailto:klynge@klyngerum.example',
    'ATTENDEE;CN=Anna Ærø;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:anna@klinik.example',
  ]);
});

test('a calendar that is followed names nobody', () => {
  const file = calendarFile('PUBLISH', [aMeeting({ organizer: null, receiver: null })], NOW, 'Fjordklyngen');
  expect(file).not.toMatch(/ORGANIZER|ATTENDEE|mailto/);
  expect(file).toContain('X-WR-CALNAME:Fjordklyngen');
});

test('æ, ø and å and long lines arrive whole, in lines of at most 75 octets', () => {
  const title = 'Ældre, fald; og »medicin« på plejehjem \\ '.repeat(6).trim();
  const description = `${'Blåbærgrød på Ærø, æblegrød på Årø. '.repeat(20)}\n\nNæste afsnit 💊💊`;
  const file = calendarFile('REQUEST', [aMeeting({ title, description })], NOW);
  const longest = Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)));
  expect(longest).toBeLessThanOrEqual(75);
  const [event] = eventsIn(file);
  expect(event!.summary).toBe(title);
  expect(event!.description).toBe(description);
});

test('what somebody wrote stays text: it adds no line of its own', () => {
  const evil = 'Møde\r\nATTENDEE:mailto:all@example.org\r\nEND:VEVENT\r\nBEGIN:VALARM\u0007';
  const name = 'Bo "Bo" Ø;CN=x\r\nATTENDEE:mailto:all@example.org';
  const party = { name, address: 'bo@klinik.example' };
  const file = calendarFile(
    'REQUEST',
    [aMeeting({ title: evil, location: evil, description: evil, organizer: party, receiver: party })],
    NOW,
    evil,
  );
  expect(linesOf(file).filter((line) => /^(ATTENDEE|BEGIN|END)\b/.test(line))).toEqual([
    'BEGIN:VCALENDAR',
    'BEGIN:VTIMEZONE',
    'BEGIN:DAYLIGHT',
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    'END:STANDARD',
    'END:VTIMEZONE',
    'BEGIN:VEVENT',
    expect.stringMatching(/^ATTENDEE;CN=.*:mailto:bo@klinik\.example$/),
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
  // Some calendars end a line at less than a whole line end.
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(file).not.toContain('\u0007');
  expect(eventsIn(file)).toHaveLength(1);
});
