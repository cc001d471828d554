import { sql } from 'kysely';
import type { MeetingKind, MeetingState } from '#domain/meetings/meeting.ts';
import type { HolderScope } from '#platform/scope.server.ts';
import type { GuestAnswer } from './guest.ts';

/** What the guest whose link it is sees of their own part and of the one meeting. */
export type GuestPage = {
  guestId: string;
  name: string;
  title: string;
  partnerName: string;
  meetingId: string;
  meetingTitle: string;
  kind: MeetingKind;
  purpose: string;
  state: MeetingState;
  heldOn: string | null;
  startsAt: string | null;
  minutes: number;
  place: string;
  address: string;
  onlineUrl: string;
  problem: string;
  practicalities: string;
  agendaItemId: string | null;
  preMeetingOn: string | null;
  preMeetingAt: string | null;
  preMeetingAnswer: GuestAnswer;
  answer: GuestAnswer;
  tookHome: string;
};
export type ProgrammePart = { agendaItemId: string; title: string; minutes: number };
export type GuestDate = { dateOptionId: string; heldOn: string; startsAt: string; answer: string };
/** `isAnothers` when the cluster or another guest has answered it; what, the guest is not told. */
export type GuestQuestion = {
  partnerQuestionId: string;
  question: string;
  answer: string;
  isAnothers: boolean;
};
/** A sentence that was agreed; by when, and when it is measured again, where that was said. */
export type Agreed = { sentence: string; byOn: string | null; measuredAgainOn: string | null };
/** Sums over at least ten practices, rounded to 5 and frozen with their picture. */
export type GuestTotal = {
  indicatorKey: string;
  periodFrom: string;
  periodUntil: string;
  sourceName: string;
  numerator: number;
  denominator: number;
  contributors: number;
};

/** The guest's own part, or null for a link of somebody who is asked no longer. */
export async function findGuestPage({ db }: HolderScope): Promise<GuestPage | null> {
  const { rows } = await sql<GuestPage>`select * from guest_page()`.execute(db);
  return rows[0] ?? null;
}

/** Of which meeting the guest of this link was called off, or null when they were not. */
export async function findCalledOff({
  db,
}: HolderScope): Promise<{ meetingTitle: string; heldOn: string | null } | null> {
  const { rows } = await sql<{ meetingTitle: string; heldOn: string | null }>`
    select * from called_off_guest()`.execute(db);
  return rows[0] ?? null;
}

/** The programme of the meeting, in order. */
export async function listProgramme({ db }: HolderScope): Promise<ProgrammePart[]> {
  const { rows } = await sql<ProgrammePart>`
    select agenda_item_id, title, minutes from guest_programme() order by place_in_order, agenda_item_id`.execute(
    db,
  );
  return rows;
}

/** The days that are asked about while a poll runs, with the guest's answers, and the last day to answer. */
export async function listGuestDates({
  db,
}: HolderScope): Promise<{ dates: GuestDate[]; closesOn: string | null }> {
  const { rows } = await sql<GuestDate & { closesOn: string }>`
    select date_option_id, held_on, starts_at, answer, closes_on from guest_dates()
    where closes_on >= current_day()`.execute(db);
  const dates = rows.map(({ closesOn: _, ...date }) => date);
  return { dates, closesOn: rows[0]?.closesOn ?? null };
}

/** What members have asked the guests of the meeting. */
export async function listGuestQuestions({ db }: HolderScope): Promise<GuestQuestion[]> {
  const { rows } = await sql<GuestQuestion>`select * from guest_questions()`.execute(db);
  return rows;
}

/** What was agreed, once the meeting is closed; not who has taken it on. */
export async function listAgreed({ db }: HolderScope): Promise<Agreed[]> {
  const { rows } = await sql<Agreed>`select * from guest_agreed()`.execute(db);
  return rows;
}

/** The published sums of the figures that the meeting is about, one for each indicator. */
export async function listGuestTotals({ db }: HolderScope): Promise<GuestTotal[]> {
  const { rows } = await sql<GuestTotal>`select * from guest_totals()`.execute(db);
  return rows;
}
