import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aMeeting, anAgendaItem, invited } from '#domain/meetings/meetings.fixtures.ts';
import { castVotes } from '#domain/polls/cast-votes.server.ts';
import { aMemberLink, aPoll, byLink, voted } from '#domain/polls/polls.fixtures.ts';
import { placeDots } from '#domain/topics/place-dots.server.ts';
import { aTopic, aVote } from '#domain/topics/topics.fixtures.ts';
import { aCluster, aDelivery, aMember, anIndicator, aSource } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { giveRsvps } from './give-rsvps.server.ts';
import { aGuestOf, replied } from './invitations.fixtures.ts';
import { gatherOwnPage } from './own-page.server.ts';
import { countUnanswered, latestOf, listUnanswered } from './own-page.ts';

async function aBusyWorld() {
  const cluster = await aCluster({ practices: 3, name: 'Fjordklyngen' });
  const { doctor, practiceId } = cluster.practices[1]!;
  const staff = await aMember(cluster, { practiceId, kind: 'staff', name: 'Nina Sygeplejerske' });
  const poll = await aPoll(cluster);
  const meeting = await aMeeting(cluster, { title: 'KOL i praksis', invitedAt: NOW });
  await anAgendaItem(meeting, { title: 'Velkomst og bordrunde', minutes: 10 });
  await invited(meeting, doctor, staff, cluster.coordinator);
  return { cluster, doctor, staff, poll, meeting };
}

test('the link of a mail opens the page of the one it was made for, whoever holds it', async () => {
  const { cluster, doctor } = await aBusyWorld();
  const link = await aMemberLink(cluster, doctor);
  const opened = await byLink(link, async ({ name, clusterName, memberId }) => ({
    name,
    clusterName,
    memberId,
  }));
  expect(opened).toEqual({
    name: expect.stringMatching(/^Læge i /),
    clusterName: 'Fjordklyngen',
    memberId: doctor.memberId,
  });
});

test('it gathers days, meetings with their programme, and the own clinic', async () => {
  const { cluster, doctor, staff, poll, meeting } = await aBusyWorld();
  await aPoll(cluster, { closedAt: NOW });
  const reserved = await aMeeting(cluster, { state: 'reserved', heldOn: '2026-05-05' });
  await aMeeting(cluster, { state: 'cancelled', heldOn: '2026-05-06' });
  await aMeeting(cluster, { state: 'confirmed', heldOn: '2026-03-01' });
  const page = (await byLink(await aMemberLink(cluster, doctor), gatherOwnPage))!;
  expect(page.people.map(({ memberId, isSelf }) => [memberId, isSelf])).toEqual([
    [doctor.memberId, true],
    [staff.memberId, false],
  ]);
  expect(page.dates.map(({ meetingId }) => meetingId)).toEqual([poll.meetingId]);
  expect(page.meetings.map(({ meetingId, isAsked }) => [meetingId, isAsked])).toEqual([
    [meeting.meetingId, true],
    [reserved.meetingId, false],
  ]);
  expect(page.meetings[0]!.programme).toEqual([
    expect.objectContaining({ title: 'Velkomst og bordrunde', minutes: 10, beginsAt: '17:00' }),
  ]);
  // Signed in, the same.
  const signedIn = await cluster.as(doctor, gatherOwnPage);
  expect(signedIn).toEqual(page);
});

test('a link on paper answers days and who comes, and neither shows nor takes a ballot or what somebody eats', async () => {
  const { cluster, doctor, poll, meeting } = await aBusyWorld();
  const topics = [await aTopic(cluster, doctor), await aTopic(cluster, doctor)] as const;
  const topicVoteId = await aVote(cluster, topics);
  await cluster.as(doctor, (scope) =>
    placeDots(scope, topicVoteId, { dots: { [topics[0]]: '2' }, helps: [] }),
  );
  await replied(meeting, doctor, 'no', { absence: 'ill' });
  const paper = await aMemberLink(cluster, doctor, { about: 'handed_over' });
  const page = (await byLink(paper, gatherOwnPage))!;
  expect([page.vote, page.ballot.size, page.meetings[0]!.needs]).toEqual([null, 0, null]);
  expect(JSON.stringify(page)).not.toContain('ill');

  const { memberId } = doctor;
  const need = { diet: 'vegan', absence: '' } as const;
  const comes = await byLink(paper, (scope) =>
    giveRsvps(scope, meeting.meetingId, [{ memberId, answer: 'yes', need }]),
  );
  const votes = await byLink(paper, (scope) =>
    castVotes(scope, poll.meetingId, [{ dateOptionId: poll.optionIds[0]!, memberId, answer: 'yes' }]),
  );
  expect([comes, votes]).toEqual([
    { done: true, made: { changed: 1 } },
    { done: true, made: { changed: 1 } },
  ]);
  const ballot = { dots: { [topics[1]]: '1' }, helps: [] };
  expect(await byLink(paper, (scope) => placeDots(scope, topicVoteId, ballot))).toEqual({
    done: false,
    reason: 'not_for_you',
  });

  const mail = (await byLink(await aMemberLink(cluster, doctor), gatherOwnPage))!;
  expect([...mail.ballot]).toEqual([[topics[0], 2]]);
  expect(mail.meetings[0]!.needs).toMatchObject([{ diet: '', absence: 'ill' }]);
});

test('looking changes nothing', async () => {
  const { cluster, doctor } = await aBusyWorld();
  const link = await aMemberLink(cluster, doctor);
  const stored = async () => {
    const { rows } = await sql<{ all: string }>`
      select concat((select json_agg(l order by token_hash) from link l), (select json_agg(v) from date_vote v),
        (select json_agg(r) from rsvp r), (select json_agg(j) from journal j)) as all`.execute(owner);
    return rows[0]!.all;
  };
  const before = await stored();
  for (let looks = 0; looks < 3; looks += 1) await byLink(link, gatherOwnPage);
  expect(await stored()).toBe(before);
});

test('a link that has run out, was ended, or whose member has left opens nothing', async () => {
  const { cluster, doctor, staff } = await aBusyWorld();
  const over = await aMemberLink(cluster, doctor, { expiresAt: new Date(NOW.getTime() - 1) });
  const ended = await aMemberLink(cluster, doctor, { endedAt: NOW });
  const left = await aMemberLink(cluster, staff);
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-02)' })
    .where('memberId', '=', staff.memberId)
    .execute();
  for (const link of [over, ended, left, 'nonsense', ''])
    expect(await byLink(link, gatherOwnPage)).toBeNull();
});

test('a link of one cluster shows nothing of another that its holder also belongs to', async () => {
  const { cluster, doctor, poll } = await aBusyWorld();
  const other = await aCluster();
  const elsewhere = newId();
  await owner
    .insertInto('member')
    .values({
      clusterId: other.clusterId,
      memberId: elsewhere,
      personId: doctor.personId,
      practiceId: other.practices[0]!.practiceId,
      isExample: false,
      kind: 'doctor',
      valid: '[2020-01-01,)',
      invitedAt: NOW,
    })
    .execute();
  const link = await aMemberLink(other, { memberId: elsewhere });
  const page = (await byLink(link, gatherOwnPage))!;
  expect(page.dates).toEqual([]);
  expect(page.meetings).toEqual([]);
  expect(JSON.stringify(page)).not.toContain(poll.meetingId);
  expect(cluster.clusterId).not.toBe(other.clusterId);
});

test('with SQL at hand a member’s link reads no deadline, partner, other clinic’s answer, diet, or figure', async () => {
  const { cluster, doctor, poll, meeting } = await aBusyWorld();
  const { coordinator } = cluster;
  await voted(poll, poll.optionIds[0]!, coordinator, 'yes');
  await replied(meeting, coordinator, 'yes', { diet: 'vegan' });
  await aGuestOf(meeting);
  await owner
    .insertInto('deadline')
    .values({
      clusterId: cluster.clusterId,
      meetingId: meeting.meetingId,
      act: 'task',
      offsetDays: -3,
      dueOn: '2026-04-11',
    })
    .execute();
  await owner
    .insertInto('dateMust')
    .values({ clusterId: cluster.clusterId, datePollId: poll.datePollId, memberId: coordinator.memberId })
    .execute();
  await anIndicator();
  const source = await aSource([cluster]);
  await aDelivery(
    source,
    cluster.practices.map(({ practiceId }) => ({ practiceId, numerator: 20, denominator: 100 })),
  );
  const link = await aMemberLink(cluster, doctor);
  const CLOSED = [
    'deadline',
    'partner',
    'partner_person',
    'guest',
    'guest_vote',
    'date_must',
    'date_vote',
    'rsvp',
    'rsvp_need',
    'own_doing',
    'measurement',
    'delivery',
    'spread',
    'expense',
    'venue_told',
    'member',
    'person',
    'person_address',
    'letter',
    'journal',
    'visitor_present',
  ];
  for (const table of CLOSED) {
    const read = byLink(link, async ({ db }) => {
      const { rows } = await sql<{
        found: number;
      }>`select count(*)::int as found from ${sql.table(table)}`.execute(db);
      return rows[0]!.found;
    });
    expect([table, await read.catch((problem: { code?: string }) => problem.code)]).toEqual([
      table,
      expect.toSatisfy((found) => found === 0 || found === '42501'),
    ]);
  }
});

test('what is unanswered is counted for oneself alone', () => {
  const option = (dateOptionId: string) => ({
    dateOptionId,
    heldOn: '2026-04-14',
    startsAt: '17:00:00',
    addedAt: NOW,
  });
  const dates = [
    {
      meetingId: 'kol',
      poll: { options: [option('a'), option('b')] },
      votes: [
        { dateOptionId: 'a', memberId: 'anna', answer: 'yes' as const },
        { dateOptionId: 'b', memberId: 'bo', answer: 'yes' as const },
      ],
    },
  ];
  const meetings = [
    { meetingId: 'opioids', replies: [{ memberId: 'anna' }] },
    { meetingId: 'diabetes', replies: [{ memberId: 'bo' }] },
  ];
  expect(countUnanswered(['anna'], { dates, meetings, hasOpenBallot: true })).toBe(3);
  expect(listUnanswered(['anna'], { dates, meetings, hasOpenBallot: true })).toEqual([
    'dates-kol',
    'rsvp-diabetes',
    'ballot',
  ]);
  expect(countUnanswered(['anna'], { dates: [], meetings: meetings.slice(0, 1), hasOpenBallot: false })).toBe(
    0,
  );
  expect(latestOf([])).toBeNull();
  expect(latestOf([NOW, new Date(0)])).toBe(NOW);
});
