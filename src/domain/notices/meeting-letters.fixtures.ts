import { sql } from 'kysely';
import { type MailServer, openMailServer } from '#platform/mail.ts';
import { asSystem } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aPerson, aSource } from '#test/build.ts';
import { NOW, newId, owner, worker } from '#test/world.ts';
import { aPostOffice } from './letters.fixtures.ts';
import { listDue, type PostOffice, sendLetter } from './send-letter.server.ts';
import { type NewMeetingLetter, writeMeetingLetter } from './write-meeting-letter.server.ts';

export const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
export const DAY = 24 * 60;

/** A real post office, and the worker's desk in front of it; both are to be closed. */
export async function anOffice(answer?: (address: string) => number | null) {
  const post = await aPostOffice(answer);
  const mail = openMailServer(post.url, 'Klyngerum <klynge@klyngerum.example>');
  const close = async () => {
    mail.close();
    await post.close();
  };
  return { post, office: officeOf(mail), close };
}

export function officeOf(mail: MailServer | null, now = NOW): PostOffice {
  return { database: worker, mail, now, publicUrl: 'https://klynge.example' };
}

export type MeetingWish = Partial<{
  title: string;
  state: string;
  heldOn: string | null;
  startsAt: string | null;
  kind: string;
  place: string;
  greeting: string;
  venueEmail: string;
  calendarSequence: number;
}>;

/** A cluster with a meeting whose invitation can go: confirmed, on Thursday 18 March 2026 at 17, at a venue. */
export async function aMeetingOf(cluster: ACluster, wish: MeetingWish = {}): Promise<string> {
  const meetingId = newId();
  const meeting = {
    kind: 'cluster',
    title: 'Opioider',
    state: 'confirmed',
    heldOn: '2026-03-18',
    startsAt: '17:00',
    place: 'Sognehuset',
    venueEmail: 'vært@sognehuset.example',
    ...wish,
  };
  await owner
    .insertInto('meeting')
    .values({ ...meeting, clusterId: cluster.clusterId, meetingId, madeAt: NOW })
    .execute();
  return meetingId;
}

export async function aClusterWithMeeting(wish: MeetingWish & { isExample?: boolean } = {}) {
  const { isExample, ...meeting } = wish;
  const cluster = await aCluster({ name: 'Fjordklyngen', isExample: isExample ?? false });
  const meetingId = await aMeetingOf(cluster, meeting);
  return { cluster, meetingId, member: cluster.practices[1]!.doctor };
}

/** A poll on the meeting with these days, open until a day. Answers the ids of the days. */
export async function aPollOf(
  cluster: ACluster,
  meetingId: string,
  days: string[],
  closesOn = '2026-03-06',
): Promise<string[]> {
  const datePollId = newId();
  const { clusterId } = cluster;
  await owner.updateTable('meeting').set({ state: 'polling' }).where('meetingId', '=', meetingId).execute();
  await owner
    .insertInto('datePoll')
    .values({ clusterId, datePollId, meetingId, openedAt: NOW, closesOn })
    .execute();
  const options = days.map((heldOn) => ({
    ...{ clusterId, datePollId, heldOn },
    dateOptionId: newId(),
    startsAt: '17:00',
    addedAt: NOW,
  }));
  await owner.insertInto('dateOption').values(options).execute();
  return options.map(({ dateOptionId }) => dateOptionId);
}

/** A guest of the meeting, from a partner. */
export async function aGuestOf(cluster: ACluster, meetingId: string, email = 'gæst@hospital.example') {
  const { clusterId } = cluster;
  const [partnerId, partnerPersonId, guestId] = [newId(), newId(), newId()];
  await owner
    .insertInto('partner')
    .values({ clusterId, partnerId, name: 'Lungeambulatoriet', kind: 'hospital', madeAt: NOW })
    .execute();
  await owner
    .insertInto('partnerPerson')
    .values({ clusterId, partnerPersonId, partnerId, name: 'Grete Gæst', email, phone: '12 34 56 78' })
    .execute();
  await owner
    .insertInto('guest')
    .values({
      ...{ clusterId, guestId, meetingId, partnerPersonId, addedAt: NOW },
      problem: 'Hvornår skal vi henvise?',
    })
    .execute();
  return guestId;
}

/** An order of figures for the meeting at a source with one person. */
export async function anOrderOf(cluster: ACluster, meetingId: string) {
  const source = await aSource([cluster]);
  const figureOrderId = newId();
  await owner
    .insertInto('figureOrder')
    .values({
      ...{ clusterId: cluster.clusterId, figureOrderId, meetingId },
      sourceId: source.sourceId,
      indicators: sql<string[]>`array['prove']`,
      wantedOn: '2026-03-10',
      state: 'ordered',
    })
    .execute();
  return { source, figureOrderId };
}

type Wish = Omit<NewMeetingLetter, 'clusterId' | 'meetingId'> & { meetingId: string };

/** Has the cluster's coordinator write a letter about the meeting, and answers its id. */
export async function aMeetingLetter(cluster: ACluster, wish: Wish, now = NOW): Promise<string> {
  const { clusterId } = cluster;
  const before = new Set(await idsAbout(wish.meetingId));
  await cluster.as(cluster.coordinator, (scope) => writeMeetingLetter(scope, { clusterId, ...wish }), {
    now,
  });
  return (await idsAbout(wish.meetingId)).find((id) => !before.has(id)) ?? '';
}

async function idsAbout(meetingId: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('letter')
    .select('letterId')
    .where('meetingId', '=', meetingId)
    .execute();
  return rows.map(({ letterId }) => letterId);
}

export const marksOf = (letterId: string) =>
  owner
    .selectFrom('letter')
    .select(['sentAt', 'failure', 'attempts', 'recalledAt', 'bouncedAt', 'messageId', 'digestId'])
    .where('letterId', '=', letterId)
    .executeTakeFirstOrThrow();

/** Sends everything that is due at a moment, as the sweep does. */
export async function sendAll(office: PostOffice, now = office.now): Promise<void> {
  for (const id of await listDue({ ...office, now })) await sendLetter({ ...office, now }, id);
}

/** The token of the link in a mail, and what kind of link it is. */
export function linkIn(text = ''): { place: string; token: string; url: string } {
  const [url = '', place = '', token = ''] =
    /https:\/\/klynge\.example\/([a-z-]+)\/([\w-]{43})/.exec(text) ?? [];
  return { place, token, url };
}

/** Lets the worker write a letter, as its reminders do. */
export async function writeAsWorker(letter: NewMeetingLetter, now = NOW): Promise<void> {
  await asSystem(worker, { now }, (scope) => writeMeetingLetter(scope, letter));
}

export { aPerson };
