import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import { aMeeting, anAgendaItem } from '#domain/meetings/meetings.fixtures.ts';
import { databaseErrorIn } from '#platform/database.ts';
import { throughLink } from '#platform/scope.server.ts';
import { aCluster, anIndicator, aSource, YEAR } from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import {
  answerAsGuest,
  answerPreMeeting,
  answerQuestion,
  takeHome,
  voteAsGuest,
} from './answer-as-guest.server.ts';
import { askPartner, noteAnswer, takeBackQuestion, takeOutQuestion } from './ask-partner.server.ts';
import {
  findCalledOff,
  findGuestPage,
  listAgreed,
  listGuestDates,
  listGuestQuestions,
  listGuestTotals,
  listProgramme,
} from './guest-page.server.ts';
import { aGuest, byMemberLink } from './partners.fixtures.ts';
import { listQuestions } from './questions.server.ts';

async function anAskedGuest(
  wish: Parameters<typeof aMeeting>[1] = {},
  guestWish: Parameters<typeof aGuest>[1] = {},
) {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster, wish);
  const guest = await aGuest(meeting, guestWish);
  return { cluster, meeting, guest };
}

async function aPoll(meeting: { clusterId: string; meetingId: string }) {
  const { clusterId, meetingId } = meeting;
  const [datePollId, dateOptionId] = [newId(), newId()];
  await owner
    .insertInto('datePoll')
    .values({ clusterId, meetingId, datePollId, openedAt: NOW, closesOn: '2026-03-10' })
    .execute();
  await owner
    .insertInto('dateOption')
    .values({
      clusterId,
      datePollId,
      dateOptionId,
      heldOn: '2026-04-14',
      startsAt: '17:00',
      addedAt: NOW,
    })
    .execute();
  return dateOptionId;
}

const guestRow = (guestId: string) =>
  owner.selectFrom('guest').selectAll().where('guestId', '=', guestId).executeTakeFirstOrThrow();

test('a guest sees the own part, the programme and the place, and answers', async () => {
  const { meeting, guest } = await anAskedGuest({}, { problem: 'Hvordan trapper vi ned?' });
  await anAgendaItem(meeting, { title: 'Oplæg', minutes: 40, notes: 'Kun for os' });
  expect(await guest.as(findGuestPage)).toMatchObject({
    name: 'Gerda Gæst',
    problem: 'Hvordan trapper vi ned?',
    heldOn: '2026-04-14',
    place: 'Kulturhuset',
    answer: '',
  });
  const programme = await guest.as(listProgramme);
  expect(programme).toMatchObject([{ title: 'Oplæg', minutes: 40 }]);
  expect(JSON.stringify(programme)).not.toContain('Kun for os');
  await guest.as((scope) => answerAsGuest(scope, guest.guestId, 'yes'));
  await guest.as((scope) => answerAsGuest(scope, guest.guestId, 'no'));
  expect(await guestRow(guest.guestId)).toMatchObject({ answer: 'no', answeredAt: NOW });
});

test('looking at the page changes nothing, however often', async () => {
  const { guest } = await anAskedGuest();
  const before = await guestRow(guest.guestId);
  for (let looks = 0; looks < 3; looks++) await guest.as(findGuestPage);
  expect(await guestRow(guest.guestId)).toEqual(before);
});

test('the link works until 30 days after the meeting, also when the meeting was moved forward', async () => {
  const { guest } = await anAskedGuest({ state: 'closed', heldOn: '2026-02-01' });
  const on = (day: string) => guest.as(findGuestPage, new Date(`${day}T10:00:00Z`));
  expect(await on('2026-03-03')).not.toBeNull();
  expect(await on('2026-03-04')).toBeNull();
});

test('a link that was ended, and one of another purpose, open no guest’s page', async () => {
  const { guest } = await anAskedGuest();
  const through = (purpose: 'guest' | 'venue') =>
    throughLink(web, { link: guest.token, now: NOW }, purpose, findGuestPage);
  expect(await through('venue')).toBeNull();
  await owner.updateTable('link').set({ endedAt: NOW }).where('guestId', '=', guest.guestId).execute();
  expect(await through('guest')).toBeNull();
});

test('a guest who was called off is told so, and can answer nothing any more', async () => {
  const { guest } = await anAskedGuest({}, { cancelledAt: NOW });
  expect(await guest.as(findGuestPage)).toBeNull();
  expect(await guest.as(findCalledOff)).toMatchObject({ meetingTitle: 'Opioider ved kroniske smerter' });
  expect(await guest.as((scope) => answerAsGuest(scope, guest.guestId, 'yes'))).toEqual({
    done: false,
    reason: 'too_late',
  });
  expect(await guestRow(guest.guestId)).toMatchObject({ answer: '' });
});

test('the day after the meeting nobody answers whether they come', async () => {
  const { guest } = await anAskedGuest({ heldOn: '2026-03-01' });
  expect(await guest.as((scope) => answerAsGuest(scope, guest.guestId, 'yes'))).toEqual({
    done: false,
    reason: 'too_late',
  });
});

test('a guest answers about the pre-meeting until it is over', async () => {
  const { guest } = await anAskedGuest({}, { preMeetingOn: '2026-03-20' });
  const answer = (now?: Date) =>
    guest.as((scope) => answerPreMeeting(scope, guest.guestId, 'yes'), ...(now ? [now] : []));
  expect(await answer()).toMatchObject({ done: true });
  expect(await answer(new Date('2026-03-21T10:00:00Z'))).toMatchObject({ done: false, reason: 'too_late' });
});

test('while days are asked about a guest votes on them, and on those of no other meeting', async () => {
  const { cluster, meeting, guest } = await anAskedGuest({ state: 'polling' });
  const option = await aPoll(meeting);
  const elsewhere = await aPoll(await aMeeting(cluster, { state: 'polling' }));
  const vote = (...options: string[]) =>
    guest.as((scope) =>
      voteAsGuest(scope, guest.guestId, new Map(options.map((one) => [one, 'yes' as const]))),
    );
  expect(await vote(option)).toMatchObject({ done: true });
  expect(await vote(option, elsewhere)).toEqual({ done: false, reason: 'too_late' });
  expect(await guest.as(listGuestDates)).toMatchObject({
    dates: [{ answer: 'yes', heldOn: '2026-04-14' }],
    closesOn: '2026-03-10',
  });
  expect(
    await guest.as(async ({ db }) => {
      const { rows } = await sql<{ is: boolean }>`select vote_as_guest(${elsewhere}, 'yes') as is`.execute(
        db,
      );
      return rows[0]!.is;
    }),
  ).toBe(false);
});

test('a poll that closes while a guest answers takes the answer no more', async () => {
  const { meeting, guest } = await anAskedGuest({ state: 'polling' });
  const option = await aPoll(meeting);
  await owner
    .updateTable('datePoll')
    .set({ closedAt: NOW })
    .where('meetingId', '=', meeting.meetingId)
    .execute();
  const vote = await guest.as((scope) => voteAsGuest(scope, guest.guestId, new Map([[option, 'no']])));
  expect(vote).toEqual({ done: false, reason: 'too_late' });
});

test('what was agreed shows when the meeting is closed, without who took it on, and one question goes back', async () => {
  const { cluster, meeting, guest } = await anAskedGuest({ state: 'held', heldOn: '2026-02-24' });
  const { clusterId, meetingId } = meeting;
  const common = { clusterId, meetingId, madeAt: NOW };
  await owner
    .insertInto('agreement')
    .values({
      ...common,
      what: 'Nedtrapning drøftes ved hver fornyelse',
      who: 'Anna Ærø',
      byOn: '2026-06-01',
      measure: 'Andel',
      measuredAgainOn: '2027-02-24',
    })
    .execute();
  await owner
    .insertInto('resolution')
    .values({ ...common, kind: 'decision', sentence: 'Vi mødes igen', owner: 'Bo Bang' })
    .execute();
  expect(await guest.as(listAgreed)).toEqual([]);
  await owner.updateTable('meeting').set({ state: 'closed' }).where('meetingId', '=', meetingId).execute();
  const agreed = await guest.as(listAgreed);
  expect(agreed!.map(({ sentence }) => sentence)).toEqual([
    'Nedtrapning drøftes ved hver fornyelse',
    'Vi mødes igen',
  ]);
  expect(JSON.stringify(agreed)).not.toMatch(/Anna|Bo Bang/);
  await guest.as((scope) => takeHome(scope, guest.guestId, 'At I ringer.'));
  expect(await guestRow(guest.guestId)).toMatchObject({ tookHome: 'At I ringer.', tookHomeAt: NOW });
  const cpr = await guest.as((scope) => takeHome(scope, guest.guestId, 'Fru J, 010170-1234'));
  expect(cpr).toEqual({ done: false, reason: 'cpr' });
  expect(cluster.clusterId).toBe(clusterId);
});

async function aPublishedTotal(contributors: number) {
  const world = await anAskedGuest();
  const { cluster, meeting } = world;
  const source = await aSource([cluster]);
  await anIndicator();
  const spreadId = newId();
  const picture = { clusterId: cluster.clusterId, sourceId: source.sourceId, indicatorKey: 'prove' };
  await owner
    .insertInto('spread')
    .values({
      ...picture,
      spreadId,
      periodFrom: YEAR.from,
      periodUntil: YEAR.until,
      version: 1,
      picture: '{}',
      contributors,
      practices: 14,
      publishedAt: NOW,
      sourceName: 'Kvalitetsenheden',
    } as never)
    .execute();
  await owner.insertInto('spreadTotal').values({ spreadId, numerator: 1235, denominator: 7450 }).execute();
  const order = {
    clusterId: cluster.clusterId,
    meetingId: meeting.meetingId,
    sourceId: source.sourceId,
    indicators: ['prove'],
  };
  await owner
    .insertInto('figureOrder')
    .values({ ...order, state: 'published' })
    .execute();
  return { ...world, spreadId };
}

test('a guest is shown the sums of ten practices or more, while their picture is up', async () => {
  const { guest, spreadId } = await aPublishedTotal(12);
  expect(await guest.as(listGuestTotals)).toMatchObject([
    { indicatorKey: 'prove', numerator: 1235, denominator: 7450, contributors: 12 },
  ]);
  await owner.updateTable('spread').set({ takenDownAt: NOW }).where('spreadId', '=', spreadId).execute();
  expect(await guest.as(listGuestTotals)).toEqual([]);
});

test('of nine practices a guest is shown nothing', async () => {
  const { guest } = await aPublishedTotal(9);
  expect(await guest.as(listGuestTotals)).toEqual([]);
});

test('a member asks, by link or signed in; all see the question and the answer, and nobody who asked', async () => {
  const { cluster, meeting, guest } = await anAskedGuest();
  const [mine, theirs] = [newId(), newId()];
  const asker = cluster.practices[1]!.doctor;
  await cluster.as(asker, (scope) => askPartner(scope, mine, meeting.meetingId, ' Hvornår henviser vi? '));
  await byMemberLink({ ...cluster, memberId: cluster.coordinator.memberId }, (scope) =>
    askPartner(scope, theirs, meeting.meetingId, 'Hvad koster det?'),
  );
  const seen = await guest.as(listGuestQuestions);
  expect(seen!.map(({ question }) => question).sort()).toEqual(['Hvad koster det?', 'Hvornår henviser vi?']);
  await guest.as((scope) => answerQuestion(scope, mine, 'Når I er i tvivl.'));
  const read = await cluster.as(asker, (scope) => listQuestions(scope, meeting.meetingId));
  expect(read!.find(({ partnerQuestionId }) => partnerQuestionId === mine)).toMatchObject({
    answer: 'Når I er i tvivl.',
    answeredBy: 'Gerda Gæst, Smerteklinikken',
    isOwn: true,
  });
  expect(read!.find(({ partnerQuestionId }) => partnerQuestionId === theirs)).toMatchObject({ isOwn: false });
  for (const who of [asker, cluster.coordinator])
    await expect(
      cluster.as(who, ({ db }) => sql`select asker_id from partner_question`.execute(db)),
    ).rejects.toMatchObject({ code: '42501' });
});

test('a question that is sent twice is asked once', async () => {
  const { cluster, meeting } = await anAskedGuest();
  const id = newId();
  for (let sent = 0; sent < 2; sent++)
    await byMemberLink({ ...cluster, memberId: cluster.coordinator.memberId }, (scope) =>
      askPartner(scope, id, meeting.meetingId, 'Hvad koster det?'),
    );
  expect(
    await cluster.as(cluster.coordinator, (scope) => listQuestions(scope, meeting.meetingId)),
  ).toHaveLength(1);
});

test.each([
  ['to a meeting that nobody from outside comes to', { cancelledAt: NOW }, 'Hvad?', 'takes_no_questions'],
  ['of two letters', {}, 'Ja', 'question_missing'],
  ['with a CPR number', {}, 'Hvad med 010170-1234?', 'cpr'],
])('a question %s is refused, and nothing is stored', async (_, guestWish, words, reason) => {
  const { cluster, meeting } = await anAskedGuest({}, guestWish);
  const asked = await cluster.as(cluster.coordinator, (scope) =>
    askPartner(scope, newId(), meeting.meetingId, words),
  );
  expect(asked).toEqual({ done: false, reason });
  expect(await cluster.as(cluster.coordinator, (scope) => listQuestions(scope, meeting.meetingId))).toEqual(
    [],
  );
});

async function anAskedQuestion() {
  const world = await anAskedGuest();
  const { cluster, meeting } = world;
  const id = newId();
  const asker = cluster.practices[1]!.doctor;
  await cluster.as(asker, (scope) => askPartner(scope, id, meeting.meetingId, 'Hvad koster det?'));
  const questions = () => owner.selectFrom('partnerQuestion').selectAll().execute();
  const find = async () =>
    (await questions()).find(({ partnerQuestionId }) => partnerQuestionId === id) ?? null;
  return { ...world, id, asker, find };
}

test('one’s own question can be taken back until it is answered; another’s not', async () => {
  const { cluster, id, asker, find, guest } = await anAskedQuestion();
  expect(await cluster.as(cluster.coordinator, (scope) => takeBackQuestion(scope, id))).toMatchObject({
    done: false,
  });
  await guest.as((scope) => answerQuestion(scope, id, 'Intet.'));
  expect(await cluster.as(asker, (scope) => takeBackQuestion(scope, id))).toMatchObject({ done: false });
  await guest.as((scope) => answerQuestion(scope, id, ''));
  expect(await cluster.as(asker, (scope) => takeBackQuestion(scope, id))).toMatchObject({ done: true });
  expect(await find()).toBeNull();
});

test('an answer by telephone is written down, and a guest’s own answer stands', async () => {
  const { cluster, id, find, guest } = await anAskedQuestion();
  const note = (words: string) =>
    cluster.as(cluster.coordinator, (scope) => noteAnswer(scope, id, words, 'Gerda, i telefonen'));
  expect(await note('Intet.')).toMatchObject({ done: true });
  expect(await note('')).toMatchObject({ done: true });
  await guest.as((scope) => answerQuestion(scope, id, '200 kr.'));
  expect(await note('Intet.')).toEqual({ done: false, reason: 'answered_already' });
  expect(await find()).toMatchObject({ answer: '200 kr.', answeredGuestId: guest.guestId });
});

test('those who arrange take out a question that should not stand there; members do not', async () => {
  const { cluster, id, find } = await anAskedQuestion();
  await cluster.as(cluster.coordinator, (scope) => takeOutQuestion(scope, id));
  expect(await find()).toBeNull();
});

test('two guests of one meeting answer for themselves, and neither reads the other', async () => {
  const { id, find, guest, meeting } = await anAskedQuestion();
  const other = await aGuest(meeting, { name: 'Otto Anden' });
  await guest.as((scope) => answerQuestion(scope, id, '200 kr.'));
  expect(await other.as((scope) => answerQuestion(scope, id, 'Gratis.'))).toMatchObject({ done: false });
  expect(await other.as(listGuestQuestions)).toMatchObject([{ answer: '', isAnothers: true }]);
  expect(await find()).toMatchObject({ answer: '200 kr.' });
});

/** The code of the database error, or how many rows came of it. */
async function outcomeOf(work: Promise<{ rows: unknown[]; numAffectedRows?: bigint }>) {
  try {
    const { rows, numAffectedRows } = await work;
    return Number(numAffectedRows ?? rows.length);
  } catch (problem) {
    return databaseErrorIn(problem)?.code ?? 'broke';
  }
}

const ATTEMPTS: [
  string,
  (ids: { guestId: string; otherId: string; meetingId: string }) => RawBuilder<unknown>,
][] = [
  ['read guests', () => sql`select guest_id from guest`],
  ['read partners', () => sql`select name from partner`],
  ['read the people of partners', () => sql`select email from partner_person`],
  ['read meetings', () => sql`select title from meeting`],
  ['read notes of the agenda', () => sql`select notes from agenda_item`],
  ['read members', () => sql`select member_id from member`],
  ['read people', () => sql`select name from person`],
  ['read questions with their askers', () => sql`select question from partner_question`],
  ['read votes', () => sql`select answer from guest_vote`],
  ['read measurements', () => sql`select value from measurement`],
  ['read spreads', () => sql`select picture from spread`],
  ['read totals', () => sql`select numerator from spread_total`],
  ['read resolutions', () => sql`select sentence from resolution`],
  ['read agreements', () => sql`select who from agreement`],
  ['read expenses', () => sql`select amount from expense`],
  ['read another’s files', () => sql`select name from kept_file`],
  ['read links', () => sql`select guest_id from link`],
  [
    'rewrite what the cluster asks',
    ({ guestId }) => sql`update guest set problem = 'andet' where guest_id = ${guestId}`,
  ],
  ['answer for another', ({ otherId }) => sql`update guest set answer = 'no' where guest_id = ${otherId}`],
  [
    'call another off',
    ({ otherId }) => sql`update guest set cancelled_at = ${NOW} where guest_id = ${otherId}`,
  ],
  [
    'leave slides in another’s name',
    ({ otherId, meetingId }) =>
      sql`insert into kept_file (cluster_id, meeting_id, guest_id, purpose, name, media_type, bytes, kept_at)
          select cluster_id, ${meetingId}, ${otherId}, 'slides', 'x.pdf', 'application/pdf', '\\x25', ${NOW} from visiting()`,
  ],
  [
    'leave a receipt',
    ({ guestId, meetingId }) =>
      sql`insert into kept_file (cluster_id, meeting_id, guest_id, purpose, name, media_type, bytes, kept_at)
          select cluster_id, ${meetingId}, ${guestId}, 'receipt', 'x.pdf', 'application/pdf', '\\x25', ${NOW} from visiting()`,
  ],
  ['take out another’s file', ({ otherId }) => sql`delete from kept_file where guest_id = ${otherId}`],
];

test.each(ATTEMPTS)('a guest with a database at hand cannot %s', async (_, attempt) => {
  const { meeting, guest } = await anAskedGuest();
  const other = await aGuest(meeting, { name: 'Otto Anden' });
  const { clusterId, meetingId } = meeting;
  await owner
    .insertInto('keptFile')
    .values({
      clusterId,
      meetingId,
      guestId: other.guestId,
      purpose: 'slides',
      name: 'andens.pdf',
      mediaType: 'application/pdf',
      bytes: Buffer.from('%PDF-'),
      keptAt: NOW,
    })
    .execute();
  await anAgendaItem(meeting);
  const ids = { guestId: guest.guestId, otherId: other.guestId, meetingId };
  const before = [await guestRow(guest.guestId), await guestRow(other.guestId)];
  const outcome = await guest.as(({ db }) => outcomeOf(attempt(ids).execute(db))).catch(() => '42501');
  expect([0, '42501']).toContain(outcome);
  expect([await guestRow(guest.guestId), await guestRow(other.guestId)]).toEqual(before);
});
