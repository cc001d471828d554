import type { PackageChoice } from '#domain/packages/package.ts';
import { type Day, dayRead, daysAfter } from './calendar-day.ts';
import { type MeetingKind, meetingKindIn } from './meeting.ts';
import { timeIn } from './wall-time.ts';

/** What a meeting is made from: a package, an earlier meeting, or nothing. */
export type MeetingSource = PackageChoice | { meetingId: string } | null;

/** A day and a time of day that a meeting may have, `2027-03-02` and `17:00`. */
export type MeetingDay = { heldOn: Day; startsAt: string };

/** What somebody wishes to plan. The length is in minutes; one day is fixed, several are asked about, none is an idea. */
export type MeetingWish = {
  source: MeetingSource;
  kind: MeetingKind;
  title: string;
  minutes: number;
  topicId: string | null;
  days: MeetingDay[];
};

/** The fields of the form as they were typed. `days` has a line for each pair of fields, also the empty ones. */
export type TypedMeeting = {
  source: string;
  kind: string;
  title: string;
  minutes: string;
  topic: string;
  closes: string;
  days: { day: string; time: string }[];
};

export const MOST_DAYS = 5;
export const LONGEST_TITLE = 160;

export type WishRefusal =
  | 'title_missing'
  | 'title_too_long'
  | 'kind_missing'
  | 'minutes_not_understood'
  | 'day_not_understood'
  | 'time_not_understood'
  | 'day_past'
  | 'day_twice'
  | 'closes_not_understood'
  | 'closes_too_late';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a meeting is made from, as a field or an address says it: `package:opioider`, `own:<id>`, `meeting:<id>`, or nothing. */
export function sourceIn(written: string): MeetingSource {
  const [kind, name = ''] = written.split(':', 2);
  if (kind === 'package' && name) return { packageKey: name };
  if (kind === 'own' && UUID.test(name)) return { ownPackageId: name };
  return kind === 'meeting' && UUID.test(name) ? { meetingId: name } : null;
}

/** The same source as a field says it. */
export function sourceField(source: MeetingSource): string {
  if (!source) return '';
  if ('packageKey' in source) return `package:${source.packageKey}`;
  return 'ownPackageId' in source ? `own:${source.ownPackageId}` : `meeting:${source.meetingId}`;
}

/** The fields of the form for a new meeting, as they were typed. */
export function typedIn(form: FormData): TypedMeeting {
  const text = (field: string) =>
    String(form.get(field) ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  return {
    source: text('source'),
    kind: text('kind'),
    title: text('title'),
    minutes: text('minutes'),
    topic: text('topic'),
    closes: text('closes'),
    days: Array.from({ length: MOST_DAYS }, (_, at) => ({
      day: text(`day-${at + 1}`),
      time: text(`time-${at + 1}`),
    })),
  };
}

/** A wish with the day until which a poll is open; or every refusal with the field that it belongs to, in their order. */
export type ReadWish =
  | { wish: MeetingWish; closesOn: Day | null }
  | { refusals: { field: string; refusal: WishRefusal }[] };

/** Reads what was typed, on a day. Refuses whatever it does not understand, and a day that has passed. */
export function wishOf(typed: TypedMeeting, today: Day): ReadWish {
  const refusals: { field: string; refusal: WishRefusal }[] = [];
  const refuse = (field: string, refusal: WishRefusal) => refusals.push({ field, refusal });
  const kind = meetingKindIn(typed.kind);
  const minutes = lengthIn(typed.minutes);
  if (typed.title === '') refuse('title', 'title_missing');
  if (typed.title.length > LONGEST_TITLE) refuse('title', 'title_too_long');
  if (!kind) refuse('kind', 'kind_missing');
  if (minutes === null) refuse('minutes', 'minutes_not_understood');
  const days = daysOf(typed, today, refuse);
  const closesOn = closingOf(typed, days, today, refuse);
  if (refusals.length > 0 || !kind || minutes === null) return { refusals };
  const topicId = UUID.test(typed.topic) ? typed.topic : null;
  return {
    wish: { source: sourceIn(typed.source), kind, title: typed.title, minutes, topicId, days },
    closesOn,
  };
}

/** The length of a meeting that was typed, in minutes: `150`, `2.30`, `2:30`, `2 t 30 min`; null for no length a meeting has. */
export function lengthIn(written: string): number | null {
  const [, hours, rest] =
    /^(\d{1,2})\s*(?:[.:]|t\.?|timer|h)\s*(?:(\d{1,2})\s*(?:min\.?)?)?$/i.exec(written) ?? [];
  const minutes = hours ? Number(hours) * 60 + Number(rest ?? 0) : Number(written.replace(/\s*min\.?$/i, ''));
  return written !== '' && Number.isInteger(minutes) && minutes >= 15 && minutes <= 720 ? minutes : null;
}

type Refuse = (field: string, refusal: WishRefusal) => void;

function daysOf({ days }: TypedMeeting, today: Day, refuse: Refuse): MeetingDay[] {
  const found: MeetingDay[] = [];
  // Nobody can be asked about today.
  const isAsked = days.filter(({ day }) => day !== '').length > 1;
  const first = isAsked ? daysAfter(today, 1) : today;
  days.forEach(({ day, time }, at) => {
    if (day === '') return;
    const heldOn = dayRead(day, today);
    const startsAt = timeIn(time);
    if (!heldOn) refuse(`day-${at + 1}`, 'day_not_understood');
    else if (heldOn < first) refuse(`day-${at + 1}`, 'day_past');
    if (!startsAt) refuse(`time-${at + 1}`, 'time_not_understood');
    if (!heldOn || !startsAt) return;
    if (found.some((one) => one.heldOn === heldOn && one.startsAt === startsAt))
      refuse(`day-${at + 1}`, 'day_twice');
    found.push({ heldOn, startsAt });
  });
  return found;
}

const DAYS_TO_ANSWER = 7;

// An answer that comes after the first of the days is of no use.
function closingOf({ closes }: TypedMeeting, days: MeetingDay[], today: Day, refuse: Refuse): Day | null {
  if (days.length < 2) return null;
  const first = days.map(({ heldOn }) => heldOn).sort()[0]!;
  if (closes === '') return closingBefore(first, today);
  const closesOn = dayRead(closes, today);
  if (!closesOn) refuse('closes', 'closes_not_understood');
  else if (closesOn < today) refuse('closes', 'day_past');
  else if (closesOn >= first) refuse('closes', 'closes_too_late');
  return closesOn;
}

/** The last day to answer on when nobody chose one: in a week, or the day before the first date when that is sooner. */
export function closingBefore(first: Day, today: Day): Day {
  return [daysAfter(today, DAYS_TO_ANSWER), daysAfter(first, -1)].sort()[0]!;
}
