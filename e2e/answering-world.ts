import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { invite } from '#domain/invitations/invite.server.ts';
import { tellVenue } from '#domain/invitations/tell-venue.server.ts';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import type { Arrived } from '#domain/notices/letters.fixtures.ts';
import { aMeetingOf, anOffice, sendAll } from '#domain/notices/meeting-letters.fixtures.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { followPolls } from '#domain/polls/follow-polls.server.ts';
import { openPoll } from '#domain/polls/open-poll.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster, aMember, type Somebody } from '#test/build.ts';
import { aToken, NOW, newId, owner, worker } from '#test/world.ts';

/** When the members answer: eight days after they were asked, when a reminder has gone. */
export const ANSWERING = new Date('2026-03-10T11:30:00Z');
const REMINDING = new Date('2026-03-10T08:00:00Z');
const MEMBERS = 40;
const PRACTICES = 16;

export type Answerer = Somebody & { name: string };
export type AnsweringWorld = Awaited<ReturnType<typeof anAnsweringWorld>>;

/**
 * A cluster of forty members who have been asked about three days, reminded, and invited to another meeting, with a
 * guest and a house; and all the mails, as a real mail server took them.
 */
export async function anAnsweringWorld() {
  const cluster = await aCluster({ practices: PRACTICES, name: 'Fjordklyngen' });
  const people = await members(cluster);
  const lead = cluster.coordinator;
  const { meetingId: polling } = await aMeeting(cluster, { state: 'idea', title: 'KOL' });
  const wish = {
    options: ['2026-04-21', '2026-04-22', '2026-04-28'].map((heldOn) => ({ heldOn, startsAt: '17:00' })),
    closesOn: '2026-03-18',
    mustMemberIds: [],
  };
  await cluster.as(lead, (scope) => openPoll(scope, polling, wish));
  const inviting = await aMeetingOf(cluster, { state: 'reserved', heldOn: '2026-04-14', title: 'Opioider' });
  await cluster.as(lead, (scope) => invite(scope, inviting));
  await cluster.as(lead, (scope) => tellVenue(scope, inviting));
  const guest = await aGuest(cluster.clusterId, inviting);
  const letter = { kind: 'guest_invitation', clusterId: cluster.clusterId, meetingId: inviting } as const;
  await cluster.as(lead, (scope) => writeMeetingLetter(scope, { ...letter, to: { guestId: guest } }));
  const arrived = await sendEverything();
  return { cluster, people, polling, inviting, guest, arrived, room: await aRoom(cluster.clusterId) };
}

async function members(cluster: Awaited<ReturnType<typeof aCluster>>): Promise<Answerer[]> {
  const doctors = cluster.practices.map(({ doctor, number }) => ({ ...doctor, name: `Læge i ${number}` }));
  const others = Array.from({ length: MEMBERS - PRACTICES }, async (_, at) => {
    const { practiceId } = cluster.practices[at % PRACTICES]!;
    const name = `Kollega Nummer ${at + 1}`;
    const kind = (['doctor', 'trainee', 'staff'] as const)[at % 3]!;
    return { ...(await aMember(cluster, { practiceId, name, kind })), name };
  });
  return [...doctors, ...(await Promise.all(others))];
}

async function sendEverything(): Promise<Arrived[]> {
  const { close, office, post } = await anOffice();
  await sendAll(office, new Date(NOW.getTime() + 3 * 60_000));
  await asSystem(worker, { now: REMINDING }, followPolls);
  await sendAll(office, new Date(REMINDING.getTime() + 60_000));
  await close();
  return post.arrived;
}

async function aGuest(clusterId: string, meetingId: string): Promise<string> {
  const [partnerId, partnerPersonId, guestId] = [newId(), newId(), newId()];
  const partner = { clusterId, partnerId };
  await owner
    .insertInto('partner')
    .values({ ...partner, name: 'Smerteklinikken', kind: 'hospital', madeAt: NOW })
    .execute();
  const person = { ...partner, partnerPersonId, name: 'Gitte Gæst', email: 'gitte@sygehus.example' };
  await owner.insertInto('partnerPerson').values(person).execute();
  const guest = { clusterId, guestId, meetingId, partnerPersonId, addedAt: NOW, invitedAt: NOW };
  await owner.insertInto('guest').values(guest).execute();
  return guestId;
}

/** The code on the wall of a meeting that is held on the day of the answering. */
async function aRoom(clusterId: string): Promise<string> {
  const { meetingId } = await aMeeting({ clusterId }, { heldOn: '2026-03-10', title: 'I dag' });
  const token = aToken();
  await sql`insert into link (token_hash, cluster_id, purpose, meeting_id, made_at, expires_at)
    values (hash_of(${token}), ${clusterId}, 'room', ${meetingId}, ${NOW}, ${new Date(ANSWERING.getTime() + 86_400_000)})`.execute(
    owner,
  );
  return `/r/${token}`;
}

const LINK = /https:\/\/klynge\.example(\/[a-z-]+\/[\w-]{43})/g;

/** The paths of all links of a mail: in its text, its page and its head. */
export function linksOf({ raw, mail }: Arrived): string[] {
  const written = `${raw.replace(/\r?\n[ \t]/g, '')}\n${mail.text ?? ''}\n${mail.html ?? ''}`;
  return [...new Set([...written.matchAll(LINK)].map(([, path]) => path!))];
}

/** The path of the link to the own page in the newest mail to somebody with such a subject. */
export function ownLink({ arrived }: AnsweringWorld, { email }: { email: string }, subject: RegExp): string {
  const mail = arrived.findLast(
    ({ to, mail: { subject: said = '' } }) => to[0] === email && subject.test(said),
  );
  const path = mail && linksOf(mail).find((link) => link.startsWith('/m/'));
  if (!path) throw new Error(`No mail about ${subject} reached ${email}.`);
  return path;
}

/** What every table holds, as one line for each: how many rows, and the mark of what is in them. */
export async function marksOfTables(): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`.execute(owner);
  return Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
        owner,
      );
      const lines = rows.map(({ row }) => row).sort();
      return `${name} ${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`;
    }),
  );
}
