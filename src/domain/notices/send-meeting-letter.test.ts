import { sql } from 'kysely';
import nodeIcal, { type VEvent } from 'node-ical';
import { afterEach, expect, test } from 'vitest';
import { asSystem, throughLink } from '#platform/scope.server.ts';
import { aMember, anIndicator } from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import { listExampleLetters } from './letters.server.ts';
import {
  aClusterWithMeeting,
  aGuestOf,
  aMeetingLetter,
  anOffice,
  anOrderOf,
  aPollOf,
  DAY,
  later,
  linkIn,
  marksOf,
  sendAll,
  writeAsWorker,
} from './meeting-letters.fixtures.ts';
import { sendLetter } from './send-letter.server.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened(answer?: (address: string) => number | null) {
  const desk = await anOffice(answer);
  closing.push(desk.close);
  return desk;
}

const opens = (token: string, purpose: 'member' | 'guest' | 'venue', now = NOW) =>
  throughLink(web, { link: token, now }, purpose, async ({ memberId, meetingId, guestId, expiresAt }) => ({
    ...{ memberId, meetingId, guestId, expiresAt },
  }));

const eventIn = (file: string) =>
  Object.values(nodeIcal.sync.parseICS(file)).find((part): part is VEvent => part?.type === 'VEVENT');

const plain = (words = '') => words.replaceAll('\u00a0', ' ');

const textOf = (content: unknown) =>
  typeof content === 'string' ? content : new TextDecoder().decode(content as ArrayBuffer);

test('an invitation reaches a member with an own link, the coordinator to answer, and a calendar file', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting({ greeting: 'Tag en kollega med.' });
  const id = await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member });

  expect(await sendLetter(office, id)).toEqual({ state: 'sent' });

  const [{ from, mail, raw, to }] = post.arrived as [(typeof post.arrived)[0]];
  expect(to).toEqual([member.email]);
  expect(from).toBe(`klynge+${id.replaceAll('-', '')}@klyngerum.example`);
  expect(mail.subject).toBe('Svar på 1 ting: kommer du onsdag den 18. marts kl. 17.00?');
  expect(mail.from?.address).toBe('klynge@klyngerum.example');
  expect(mail.replyTo).toEqual([
    { address: cluster.coordinator.email, name: expect.stringContaining('Læge') },
  ]);
  expect(mail.messageId).toBe((await marksOf(id)).messageId);
  expect(mail.text).toContain('Tag en kollega med.');
  expect(mail.text).toContain('Sted: Sognehuset.');
  expect(mail.html).toContain(linkIn(mail.text).url);
  expect(raw).not.toMatch(/^List-Unsubscribe/im);

  const { place, token } = linkIn(mail.text);
  expect(place).toBe('m');
  expect(await opens(token, 'member')).toMatchObject({ memberId: member.memberId, meetingId });
  // 14 days after the meeting it works until midnight in Copenhagen, on summer time by then.
  expect(await opens(token, 'member', new Date('2026-04-01T21:59:00Z'))).not.toBeNull();
  expect(await opens(token, 'member', new Date('2026-04-01T22:00:00Z'))).toBeNull();
  expect(await opens(token, 'guest')).toBeNull();
  const kept = await owner.selectFrom('letter').selectAll().where('letterId', '=', id).executeTakeFirst();
  expect(JSON.stringify(kept)).not.toContain(token);
});

test('the calendar file goes as a part that calendars read, names the receiver alone, and holds no link of theirs', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting({ state: 'reserved' });
  await sendLetter(office, await aMeetingLetter(cluster, { kind: 'date_reserved', meetingId, to: member }));
  const confirmed = { state: 'confirmed', calendarSequence: 1 };
  await owner.updateTable('meeting').set(confirmed).where('meetingId', '=', meetingId).execute();
  await sendLetter(
    office,
    await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member }),
  );
  const gone = { state: 'cancelled', calendarSequence: 2, cancelledAt: NOW };
  await owner.updateTable('meeting').set(gone).where('meetingId', '=', meetingId).execute();
  await sendLetter(
    office,
    await aMeetingLetter(cluster, { kind: 'meeting_cancelled', meetingId, to: member }),
  );

  const files = post.arrived.map(({ mail, raw }) => {
    const parts = mail.attachments.filter(({ mimeType }) => /calendar|ics/.test(mimeType));
    const [first] = parts;
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=(REQUEST|CANCEL)/im);
    expect(raw).toMatch(/filename=invitation\.ics/);
    return textOf(first?.content);
  });
  expect(files.map((file) => /METHOD:(\w+)/.exec(file)?.[1])).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  const events = files.map((file) => eventIn(file)!);
  expect(events.map(({ status }) => status)).toEqual(['TENTATIVE', 'CONFIRMED', 'CANCELLED']);
  expect(events.map(({ sequence }) => Number(sequence))).toEqual([0, 1, 2]);
  expect(new Set(events.map(({ uid }) => uid))).toEqual(new Set([`${meetingId}@klyngerum`]));
  expect(events[0]!.summary).toBe('Dato reserveret: Opioider (Fjordklyngen)');
  expect(new Date(events[1]!.start).toISOString()).toBe('2026-03-18T16:00:00.000Z');
  for (const [at, file] of files.entries()) {
    const addresses = file.replace(/\r\n /g, '').match(/mailto:\S+/g);
    expect(addresses).toEqual(['mailto:klynge@klyngerum.example', `mailto:${member.email}`]);
    expect(file).not.toContain(linkIn(post.arrived[at]?.mail.text).token);
    expect(file).not.toMatch(/klynge\.example\/[mgvu]\//);
  }
});

test('a calendar that never heard of the meeting is not told that it is off', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting({ state: 'cancelled' });
  await sendLetter(
    office,
    await aMeetingLetter(cluster, { kind: 'meeting_cancelled', meetingId, to: member }),
  );
  expect(post.arrived[0]?.mail.subject).toMatch(/^Aflyst/);
  expect(post.arrived[0]?.raw).not.toMatch(/text\/calendar/);
});

test('a guest gets a link of their own that dies 30 days after the meeting, and a day that stands', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId } = await aClusterWithMeeting({ state: 'reserved' });
  const guestId = await aGuestOf(cluster, meetingId);
  await sendLetter(
    office,
    await aMeetingLetter(cluster, { kind: 'guest_invitation', meetingId, to: { guestId } }),
  );
  const [{ mail, to }] = post.arrived as [(typeof post.arrived)[0]];
  expect(to).toEqual(['gæst@hospital.example']);
  expect(mail.text?.split('\n')[0]).toBe(
    'Til Grete Gæst, fordi Fjordklyngen inviterer dig til mødet ”Opioider”.',
  );
  expect(mail.text).toContain('Hvornår skal vi henvise?');
  expect(eventIn(textOf(mail.attachments[0]?.content))).toMatchObject({
    status: 'CONFIRMED',
    summary: 'Opioider (Fjordklyngen)',
  });
  const { place, token } = linkIn(mail.text);
  expect(place).toBe('g');
  expect(await opens(token, 'guest', new Date('2026-04-17T21:59:00Z'))).toMatchObject({ guestId });
  expect(await opens(token, 'guest', new Date('2026-04-17T22:00:00Z'))).toBeNull();
});

test('a venue is told the numbers and confirms by a link', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const { clusterId } = cluster;
  const answer = { clusterId, meetingId, memberId: member.memberId };
  await owner
    .insertInto('rsvp')
    .values({ ...answer, answer: 'yes', givenBy: member.memberId, givenAt: NOW })
    .execute();
  await owner
    .insertInto('rsvpNeed')
    .values({ ...answer, diet: 'vegan' })
    .execute();
  await sendLetter(office, await aMeetingLetter(cluster, { kind: 'venue_numbers', meetingId, to: 'venue' }));
  const [{ mail, to }] = post.arrived as [(typeof post.arrived)[0]];
  expect(to).toEqual(['vært@sognehuset.example']);
  expect(plain(mail.text)).toContain('Vi regner med 1 person.');
  expect(plain(mail.text)).toContain('Kost: 1 vegansk.');
  const { place, token } = linkIn(mail.text);
  expect(place).toBe('v');
  expect(await opens(token, 'venue')).toMatchObject({ meetingId });
});

test('who delivers for a source is signed in on the page of the order', async () => {
  const { office, post } = await opened();
  await anIndicator();
  const { cluster, meetingId } = await aClusterWithMeeting();
  const { figureOrderId, source } = await anOrderOf(cluster, meetingId);
  const target = `/source/${source.sourceId}`;
  const facts = { order: figureOrderId, target };
  const to = { personId: source.person.personId };
  const id = await aMeetingLetter(cluster, { kind: 'figure_order', meetingId, to, facts });
  expect(await sendLetter(office, id)).toEqual({ state: 'sent' });
  const { place, token } = linkIn(post.arrived[0]?.mail.text);
  expect(place).toBe('sign-in');
  const { rows } = await sql<{ target: string; purpose: string }>`
    select target, purpose from sign_in_link where token_hash = hash_of(${token})`.execute(owner);
  expect(rows).toEqual([{ target, purpose: 'sign_in' }]);
});

test('minutes lead to their page, which asks for a sign-in, and carry no token', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting({ state: 'closed', heldOn: '2026-03-01' });
  await sendLetter(office, await aMeetingLetter(cluster, { kind: 'minutes', meetingId, to: member }));
  expect(post.arrived[0]?.mail.text).toContain(
    `https://klynge.example/c/${cluster.clusterId}/meetings/${meetingId}/minutes`,
  );
  expect(linkIn(post.arrived[0]?.mail.text).token).toBe('');
});

test.each([
  ['meeting_invitation', 'the meeting is called off', { state: 'cancelled' }, 'meeting_cancelled'],
  [
    'meeting_invitation',
    'it goes back to the poll',
    { state: 'polling', heldOn: null, startsAt: null },
    'meeting_moved',
  ],
  ['meeting_cancelled', 'it takes place after all', {}, 'not_cancelled'],
] as const)(
  'a letter of kind %s is not sent when %s meanwhile, and says why',
  async (kind, _, change, failure) => {
    const { office, post } = await opened();
    const { cluster, meetingId, member } = await aClusterWithMeeting();
    const id = await aMeetingLetter(cluster, { kind, meetingId, to: member, roundId: newId() });
    await owner
      .updateTable('meeting')
      .set({ title: 'x', ...change })
      .where('meetingId', '=', meetingId)
      .execute();
    await sendAll(office, later(3));
    expect(await marksOf(id)).toMatchObject({ failure, sentAt: null });
    expect(post.tries).toEqual([]);
  },
);

test('an invitation that a move overtakes is not sent, and the move tells all', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const first = await aMeetingLetter(cluster, {
    kind: 'meeting_invitation',
    meetingId,
    to: member,
    roundId: newId(),
  });
  await owner
    .updateTable('meeting')
    .set({ heldOn: '2026-03-25' })
    .where('meetingId', '=', meetingId)
    .execute();
  await aMeetingLetter(cluster, { kind: 'meeting_moved', meetingId, to: member, roundId: newId() }, later(1));
  await sendAll(office, later(4));
  expect((await marksOf(first)).failure).toBe('meeting_moved');
  expect(post.arrived.map(({ mail }) => mail.subject)).toEqual([
    'Flyttet til onsdag den 25. marts kl. 17.00: Opioider',
  ]);
});

test('a reminder goes only to those who have not answered', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting({
    state: 'idea',
    heldOn: null,
    startsAt: null,
  });
  const { clusterId, coordinator } = cluster;
  const options = await aPollOf(cluster, meetingId, ['2026-03-12', '2026-03-19']);
  const votes = options.map((dateOptionId) => ({
    ...{ clusterId, dateOptionId, memberId: member.memberId },
    ...{ answer: 'yes', castBy: member.memberId, castAt: NOW },
  }));
  await owner.insertInto('dateVote').values(votes).execute();
  for (const { personId } of [member, coordinator])
    await writeAsWorker({ kind: 'date_poll_reminder', clusterId, meetingId, to: { personId } });
  await sendAll(office);
  expect(post.arrived.map(({ to }) => to)).toEqual([[coordinator.email]]);
  expect(plain(post.arrived[0]?.mail.text)).toContain('torsdag den 12. marts 2026');
  const { token } = linkIn(post.arrived[0]?.mail.text);
  expect(await opens(token, 'member', later(60 * DAY - 1))).not.toBeNull();
  expect(await opens(token, 'member', later(60 * DAY))).toBeNull();
});

test('who has left the cluster is not written to, and neither is a guest who was called off', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const guestId = await aGuestOf(cluster, meetingId);
  const kinds = [
    await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member }),
    await aMeetingLetter(cluster, { kind: 'guest_invitation', meetingId, to: { guestId } }),
  ];
  await sql`update member set valid = daterange('2020-01-01', '2026-03-02') where member_id = ${member.memberId}`.execute(
    owner,
  );
  await owner.updateTable('guest').set({ cancelledAt: NOW }).where('guestId', '=', guestId).execute();
  await sendAll(office);
  expect(await Promise.all(kinds.map(async (id) => (await marksOf(id)).failure))).toEqual([
    'membership_ended',
    'guest_cancelled',
  ]);
  expect(post.tries).toEqual([]);
  await sendLetter(
    office,
    await aMeetingLetter(cluster, { kind: 'guest_cancelled', meetingId, to: { guestId } }),
  );
  expect(post.arrived[0]?.mail.subject).toMatch(/^Aflyst: mødet med Fjordklyngen/);
});

test('the letters of a round wait for two minutes', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const id = await aMeetingLetter(cluster, {
    kind: 'meeting_invitation',
    meetingId,
    to: member,
    roundId: newId(),
  });
  expect(await sendLetter({ ...office, now: later(1) }, id)).toEqual({ state: 'idle' });
  await sendAll(office, later(1));
  expect(post.tries).toEqual([]);
  await sendAll(office, later(2));
  expect(post.arrived).toHaveLength(1);
});

test('in an example cluster no letter leaves the machine, whoever it is for', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting({ isExample: true });
  const guestId = await aGuestOf(cluster, meetingId);
  await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member });
  await aMeetingLetter(cluster, { kind: 'guest_invitation', meetingId, to: { guestId } });
  await aMeetingLetter(cluster, { kind: 'venue_numbers', meetingId, to: 'venue' });
  await sendAll(office);
  expect(post.tries).toEqual([]);
  const shown = await asSystem(owner, { now: NOW }, (scope) => listExampleLetters(scope, 50));
  const names = shown.filter(({ body }) => body.includes('Fjordklyngen')).map(({ addressee }) => addressee);
  expect(names.sort()).toEqual(['Grete Gæst', expect.stringMatching(/^Læge i/), 'Sognehuset']);
});

test('a worker that ends while the mail is on its way repeats it under the same Message-ID', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const id = await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member });
  const lost = {
    address: 'klynge@klyngerum.example',
    close: () => undefined,
    send: async (mail: Parameters<NonNullable<typeof office.mail>['send']>[0]) => {
      await office.mail?.send(mail);
      throw new Error('killed');
    },
  };
  await expect(sendLetter({ ...office, mail: lost }, id)).rejects.toThrow('killed');
  await sendAll(office, later(3));
  const [first, second] = post.arrived;
  expect(post.arrived).toHaveLength(2);
  expect(first?.mail.messageId).toBe(second?.mail.messageId);
  for (const arrived of [first, second])
    expect(await opens(linkIn(arrived?.mail.text).token, 'member')).not.toBeNull();
});

test('what is in no hurry comes as one letter in seven days, as itself when it is alone, with what is still so', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting({ heldOn: '2026-03-01', state: 'closed' });
  const doctor = await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId, name: 'Ida Ås' });
  const letter = { kind: 'measured_again', meetingId, isForDigest: true } as const;
  const first = await aMeetingLetter(cluster, { ...letter, to: member });
  await aMeetingLetter(cluster, { ...letter, kind: 'action_reminder', to: member });
  await aMeetingLetter(cluster, { ...letter, to: doctor });
  await sendAll(office);
  const subjects = () => post.arrived.map(({ mail, to }) => `${to} ${mail.subject}`).sort();
  expect(subjects()).toEqual(
    [
      `${member.email} 2 ting fra Fjordklyngen i denne uge`,
      `${doctor.email} Se, hvordan det gik: Opioider`,
    ].sort(),
  );
  expect(post.arrived.find(({ to }) => to[0] === member.email)?.mail.text).toContain(
    'Se, hvordan det gik: Opioider',
  );
  expect((await marksOf(first)).sentAt).toEqual(NOW);

  const next = await aMeetingLetter(cluster, { ...letter, to: member }, later(2 * DAY));
  await aMeetingLetter(cluster, { ...letter, kind: 'action_reminder', to: doctor }, later(2 * DAY));
  await sendAll(office, later(3 * DAY));
  expect(post.arrived).toHaveLength(2);
  await owner
    .insertInto('muted')
    .values({ personId: member.personId, kind: 'measured_again', mutedAt: NOW })
    .execute();
  await sendAll(office, later(8 * DAY));
  expect(post.arrived.slice(2).map(({ to }) => to)).toEqual([[doctor.email]]);
  expect((await marksOf(next)).failure).toBe('muted');
});
