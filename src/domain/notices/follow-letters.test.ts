import { sql } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { asSystem, throughLink } from '#platform/scope.server.ts';
import { aCluster, aMember, asPerson } from '#test/build.ts';
import { NOW, newId, owner, web, worker } from '#test/world.ts';
import { bounceIn } from './bounce.ts';
import { handOverLink, makePaper } from './hand-over-link.server.ts';
import { unreachedIn } from './letter-state.ts';
import { listLettersOfMeeting } from './letters-of-meeting.server.ts';
import { aLinkToken } from './link-token.server.ts';
import {
  aClusterWithMeeting,
  aGuestOf,
  aMeetingLetter,
  anOffice,
  later,
  marksOf,
  sendAll,
} from './meeting-letters.fixtures.ts';
import { listMuted, muteByLink, muteKind, unmuteByLink, unmuteKind } from './mute-kind.server.ts';
import { noteBounce } from './note-bounce.server.ts';
import { notePhone } from './note-phone.server.ts';
import { previewLetter } from './preview-letter.server.ts';
import { recallWaiting } from './recall-waiting.server.ts';
import { writeMeetingLetter } from './write-meeting-letter.server.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function opened(answer?: (address: string) => number | null) {
  const desk = await anOffice(answer);
  closing.push(desk.close);
  return desk;
}

const countLetters = async () =>
  Number(
    (await owner.selectFrom('letter').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n,
  );

test('a round is recalled while it has not gone, and nobody gets a letter of it', async () => {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const guestId = await aGuestOf(cluster, meetingId);
  const roundId = newId();
  const ids = [
    await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member, roundId }),
    await aMeetingLetter(cluster, { kind: 'guest_invitation', meetingId, to: { guestId }, roundId }),
  ];
  const recall = await cluster.as(cluster.coordinator, (scope) => recallWaiting(scope, roundId), {
    now: later(1),
  });
  expect(recall).toEqual({ done: true, made: { recalled: 2, gone: 0 } });
  await sendAll(office, later(5));
  expect(post.tries).toEqual([]);
  for (const id of ids) expect(await marksOf(id)).toMatchObject({ recalledAt: later(1), sentAt: null });
  const again = await cluster.as(cluster.coordinator, (scope) => recallWaiting(scope, roundId));
  expect(again).toEqual({ done: false, reason: 'nothing_to_recall' });
});

test('what has gone stays gone, and the answer says how much that was', async () => {
  const { office } = await opened((address) => (address.startsWith('gæst') ? 451 : null));
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const guestId = await aGuestOf(cluster, meetingId);
  const roundId = newId();
  await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member, roundId });
  await aMeetingLetter(cluster, { kind: 'guest_invitation', meetingId, to: { guestId }, roundId });
  await sendAll(office, later(2));
  await aMeetingLetter(cluster, { kind: 'venue_numbers', meetingId, to: 'venue', roundId }, later(2));
  const recall = await cluster.as(cluster.coordinator, (scope) => recallWaiting(scope, roundId));
  expect(recall).toEqual({ done: true, made: { recalled: 1, gone: 2 } });
});

test('a stranger recalls nothing, and a member who does not arrange may not', async () => {
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const roundId = newId();
  const id = await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member, roundId });
  const strangers = await aCluster();
  const stranger = await strangers.as(strangers.coordinator, (scope) => recallWaiting(scope, roundId));
  expect(stranger).toEqual({ done: false, reason: 'nothing_to_recall' });
  await expect(cluster.as(member, (scope) => recallWaiting(scope, roundId))).rejects.toThrow(NotPermitted);
  const around = cluster.as(member, ({ db, now }) =>
    db.updateTable('letter').set({ recalledAt: now }).where('roundId', '=', roundId).executeTakeFirst(),
  );
  expect(Number((await around)?.numUpdatedRows)).toBe(0);
  expect((await marksOf(id)).recalledAt).toBeNull();
});

test('web writes a letter about a meeting only of its own cluster, unsent, and answered to itself', async () => {
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const other = await aClusterWithMeeting();
  const write = (who: { token: string }, change: object) =>
    cluster.as(who, ({ db }) => {
      const times = { writtenAt: NOW, dueAt: NOW, messageId: `<${newId()}@x>` };
      const letter = { kind: 'meeting_invitation', personId: member.personId, meetingId, ...times };
      return db
        .insertInto('letter')
        .values({ clusterId: cluster.clusterId, ...letter, ...change })
        .execute();
    });
  const { coordinator } = cluster;
  await expect(write(coordinator, {})).resolves.toBeDefined();
  for (const change of [
    { meetingId: other.meetingId },
    { clusterId: other.cluster.clusterId, meetingId: other.meetingId },
    { replyToId: member.personId },
    { sentAt: NOW },
    { failure: 'smtp_550' },
    { bouncedAt: NOW },
    { guestId: await aGuestOf(other.cluster, other.meetingId) },
    { personId: other.member.personId },
    { email: 'other@example.org' },
  ])
    await expect(write(coordinator, change), JSON.stringify(change)).rejects.toThrow('row-level security');
  await expect(write(member, {})).rejects.toThrow('row-level security');
});

test('a preview shows the words and writes nothing', async () => {
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const before = await countLetters();
  const preview = await cluster.as(cluster.coordinator, (scope) =>
    previewLetter(scope, { kind: 'meeting_invitation', meetingId, to: member }),
  );
  expect(preview?.subject).toBe('Svar på 1 ting: kommer du onsdag den 18. marts kl. 17.00?');
  expect(preview?.text).toContain('[her står medlemmets eget link]');
  expect(preview?.text).not.toMatch(/https?:/);
  const dates = [{ heldOn: '2026-03-12', startsAt: '17:00', isAdded: false }];
  const known = { dates, closesOn: '2026-03-06' };
  const asked = await cluster.as(cluster.coordinator, (scope) =>
    previewLetter(scope, { kind: 'date_poll', meetingId, to: member, known, locale: 'en' }),
  );
  expect(asked?.subject).toBe('Answer 1 thing by Friday: date of the meeting');
  expect(asked?.text.replaceAll('\u00a0', ' ')).toContain('Thursday 12 March 2026');
  expect(await countLetters()).toBe(before);
  const { rows } = await sql`select from link where cluster_id = ${cluster.clusterId}`.execute(owner);
  expect(rows).toEqual([]);
});

test('those who arrange see what became of each letter; members, guests and strangers see none', async () => {
  const { office } = await opened((address) => (address.startsWith('gæst') ? 550 : null));
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const guestId = await aGuestOf(cluster, meetingId);
  await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member });
  await aMeetingLetter(cluster, { kind: 'guest_invitation', meetingId, to: { guestId } });
  await sendAll(office);
  const roundId = newId();
  await aMeetingLetter(cluster, { kind: 'venue_numbers', meetingId, to: 'venue', roundId });
  const list = await cluster.as(cluster.coordinator, (scope) => listLettersOfMeeting(scope, meetingId));
  expect(list?.map(({ kind, receiver, reason, state }) => [kind, receiver, state, reason])).toEqual(
    expect.arrayContaining([
      ['meeting_invitation', expect.stringContaining('Læge'), 'sent', null],
      ['guest_invitation', 'Grete Gæst', 'refused', 'smtp_550'],
      ['venue_numbers', 'Sognehuset', 'waiting', null],
    ]),
  );
  expect(unreachedIn(list ?? []).map(({ phone, receiver }) => [receiver, phone])).toEqual([
    ['Grete Gæst', '12 34 56 78'],
  ]);
  expect(await cluster.as(member, (scope) => listLettersOfMeeting(scope, meetingId))).toEqual([]);
  const strangers = await aCluster();
  const seen = await strangers.as(strangers.coordinator, (scope) => listLettersOfMeeting(scope, meetingId));
  expect(seen).toEqual([]);
});

const aNotification = (to: string, { action = 'failed', status = '5.1.1', messageId = '<x@y>' } = {}) =>
  [
    'From: MAILER-DAEMON@mail.example',
    `To: ${to}`,
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example',
    '',
    'Final-Recipient: rfc822; anna@klinik.example',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--b',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    '--b--',
  ].join('\r\n');

const LETTER = '6f0b1c1e-1111-4222-8333-444455556666';
const TAGGED = `klynge+${LETTER.replaceAll('-', '')}@klyngerum.example`;
const said = { letterId: LETTER, status: '5.1.1', isFinal: true };

test.each([
  ['the address it came to', aNotification(TAGGED), said],
  [
    'the Message-ID of what came back',
    aNotification('klynge@klyngerum.example', { messageId: `<${LETTER}@klynge.example>` }),
    said,
  ],
  [
    'a delay is not final',
    aNotification(TAGGED, { action: 'delayed', status: '4.4.1' }),
    { ...said, status: '4.4.1', isFinal: false },
  ],
  [
    'a success is not final',
    aNotification(TAGGED, { action: 'delivered', status: '2.0.0' }),
    { ...said, status: '2.0.0', isFinal: false },
  ],
  ['of another letter', aNotification('klynge@klyngerum.example'), null],
  [
    'an answer from a holiday',
    `To: ${TAGGED}\r\nSubject: Ferie\r\n\r\nStatus: 5.1.1\r\nAction: failed`,
    null,
  ],
  ['nothing', '', null],
])('a notification tells its letter by %s', (_, mail, bounce) => {
  expect(bounceIn(mail)).toEqual(bounce);
});

/** A cluster whose invitation to a member came back. */
async function aBouncedInvitation() {
  const { office } = await opened();
  const world = await aClusterWithMeeting();
  const { cluster, meetingId, member } = world;
  const id = await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member });
  await sendAll(office);
  const bounce = () => asSystem(owner, { now: later(9) }, (scope) => noteBounce(scope, id));
  expect(await bounce()).toEqual({ done: true });
  expect(await bounce()).toEqual({ done: true });
  return { ...world, id };
}

test('a letter that came back is told of, with the number of the clinic', async () => {
  const { cluster, id, meetingId, member } = await aBouncedInvitation();
  expect((await marksOf(id)).bouncedAt).toEqual(later(9));
  const practice = cluster.practices[1]!;
  const note = (number: string) =>
    cluster.as(cluster.coordinator, (scope) => notePhone(scope, practice.practiceId, number));
  expect(await note('ring til Bo')).toEqual({ done: false, reason: 'phone_malformed' });
  expect(await note(' 75 12  34 56 ')).toEqual({ done: true });
  const strangers = await aCluster();
  const strange = await strangers.as(strangers.coordinator, (scope) =>
    notePhone(scope, practice.practiceId, '1'),
  );
  expect(strange).toEqual({ done: false, reason: 'no_such_practice' });
  const list = await cluster.as(cluster.coordinator, (scope) => listLettersOfMeeting(scope, meetingId));
  expect(unreachedIn(list ?? [])).toMatchObject([{ memberId: member.memberId, phone: '75 12 34 56' }]);
  const unknown = await asSystem(owner, { now: NOW }, (scope) => noteBounce(scope, newId()));
  expect(unknown).toEqual({ done: false, reason: 'no_such_letter' });
});

test('whom no mail reaches gets a link on paper, and the journal says from whom', async () => {
  const { cluster, meetingId, member } = await aBouncedInvitation();
  const token = aLinkToken();
  const made = await cluster.as(cluster.coordinator, (scope) =>
    handOverLink(scope, member.memberId, meetingId, token),
  );
  expect(made).toMatchObject({ done: true });
  const opens = (link: string, now = NOW) =>
    throughLink(web, { link, now }, 'member', async ({ memberId }) => memberId);
  expect(await opens(token)).toBe(member.memberId);
  expect(await opens(token, new Date('2026-04-01T22:00:00Z'))).toBeNull();
  const line = await owner
    .selectFrom('journal')
    .select(['personId', 'subject', 'outcome'])
    .where('event', '=', 'link.handed_over')
    .where('clusterId', '=', cluster.clusterId)
    .executeTakeFirstOrThrow();
  expect(line).toMatchObject({ personId: cluster.coordinator.personId, subject: member.memberId });
  expect(JSON.stringify(line)).not.toContain(token);
  const second = aLinkToken();
  await cluster.as(cluster.coordinator, (scope) => handOverLink(scope, member.memberId, meetingId, second));
  expect([await opens(token), await opens(second)]).toEqual([null, member.memberId]);
});

test('a link on paper is shown once: a second press is told that it was made', async () => {
  const { cluster, meetingId, member } = await aBouncedInvitation();
  const press = { commandId: newId() };
  const make = () =>
    cluster.as(
      cluster.coordinator,
      (scope) => makePaper(scope, member.memberId, meetingId, 'https://klynge.example'),
      press,
    );
  const first = await make();
  expect(first).toMatchObject({ done: true, made: { name: expect.stringContaining('Læge') } });
  expect(first?.done && first.made.url).toMatch(/^https:\/\/klynge\.example\/m\/[\w-]{43}$/);
  expect(await make()).toEqual({ done: false, reason: 'made_already' });
});

test('nobody makes a link on paper for somebody whom mail reaches, for a stranger, or without arranging', async () => {
  const { cluster, meetingId, member } = await aBouncedInvitation();
  const colleague = await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId });
  const reached = await cluster.as(cluster.coordinator, (scope) =>
    handOverLink(scope, colleague.memberId, meetingId, aLinkToken()),
  );
  expect(reached).toEqual({ done: false, reason: 'reached_by_mail' });
  const strangers = await aCluster();
  const strange = await strangers.as(strangers.coordinator, (scope) =>
    handOverLink(scope, member.memberId, meetingId, aLinkToken()),
  );
  expect(strange).toEqual({ done: false, reason: 'reached_by_mail' });
  await expect(
    cluster.as(colleague, (scope) => handOverLink(scope, member.memberId, meetingId, aLinkToken())),
  ).rejects.toThrow(NotPermitted);
  const around = await cluster.as(colleague, ({ db }) =>
    sql<{
      ok: boolean;
    }>`select hand_over_link(${meetingId}, ${member.memberId}, ${aLinkToken()}) as ok`.execute(db),
  );
  expect(around?.rows).toEqual([{ ok: false }]);
});

/** A reminder as it arrived, and the link in it that ends mails of its kind. */
async function aReminder() {
  const { office, post } = await opened();
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const remind = async (now = NOW) => {
    await aMeetingLetter(cluster, { kind: 'rsvp_reminder', meetingId, to: member }, now);
    await sendAll(office, now);
  };
  await remind();
  // Letters that other tests left waiting go too.
  const mine = () => post.arrived.filter(({ to }) => to.includes(member.email));
  const raw = mine()[0]?.raw.replace(/\r\n[ \t]/g, ' ') ?? '';
  const link = /^List-Unsubscribe: <https:\/\/klynge\.example\/u\/([\w-]{43})>/im.exec(raw)?.[1] ?? '';
  return { cluster, link, member, meetingId, mine, raw, remind, office };
}

test('a reminder can be ended by one click, and come again', async () => {
  const { link, member, mine, raw, remind } = await aReminder();
  expect(raw.match(/^List-Unsubscribe:/gim)).toHaveLength(1);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/im);
  const held = { link, now: NOW };
  expect(await throughLink(web, held, 'mute', async ({ about }) => about)).toBe('rsvp_reminder');
  expect(await asPerson(member, listMuted)).toEqual([]);
  for (let click = 0; click < 2; click += 1)
    expect(await throughLink(web, held, 'mute', (scope) => muteByLink(scope, scope.about))).toEqual({
      done: true,
    });
  expect(await asPerson(member, listMuted)).toEqual(['rsvp_reminder']);
  await remind(later(10));
  expect(mine()).toHaveLength(1);
  await throughLink(web, held, 'mute', (scope) => unmuteByLink(scope, scope.about));
  await remind(later(20));
  expect(mine()).toHaveLength(2);
});

test('an invitation comes also to who has muted all that can be muted', async () => {
  const { cluster, meetingId, member, mine, office } = await aReminder();
  expect(await asPerson(member, (scope) => muteKind(scope, 'rsvp_reminder'))).toEqual({ done: true });
  expect(await asPerson(member, (scope) => muteKind(scope, 'meeting_invitation'))).toEqual({
    done: false,
    reason: 'cannot_be_muted',
  });
  await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member });
  await sendAll(office);
  expect(mine()).toHaveLength(2);
  await asPerson(member, (scope) => unmuteKind(scope, 'rsvp_reminder'));
  expect(await asPerson(member, listMuted)).toEqual([]);
});

test('the worker writes to persons about the cluster, and nothing else without a meeting', async () => {
  const { cluster, member } = await aClusterWithMeeting();
  const { clusterId } = cluster;
  const to = { personId: member.personId };
  const write = (kind: 'topic_outcome' | 'meeting_invitation') =>
    asSystem(worker, { now: NOW }, (scope) =>
      writeMeetingLetter(scope, { kind, clusterId, meetingId: null, to, isForDigest: true }),
    );
  await expect(write('topic_outcome')).resolves.toBeUndefined();
  await expect(write('meeting_invitation')).rejects.toThrow('row-level security');
});
