import { type InsertObject, sql } from 'kysely';
import type { DB } from '#platform/database.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { type Links, linksOf } from './gates-links.fixtures.ts';
import { questionnairesOf } from './gates-questionnaires.fixtures.ts';

/** Whose cluster is filled: its source, the doctor who arranges, one who answers, and who delivers. */
export type Place = {
  clusterId: string;
  sourceId: string;
  spreadId: string;
  coordinator: Someone;
  doctor: Someone;
};
type Someone = { memberId: string; personId: string };
/** The meetings that there are, by how they stand. */
export type Ids = Awaited<ReturnType<typeof meetingsOf>>;

const put = <T extends keyof DB & string>(table: T, ...rows: InsertObject<DB, T>[]) =>
  owner.insertInto(table).values(rows).execute();

/** Every table of topics, meetings and what hangs on them, with a row or some of the cluster; answers its meetings and links. */
export async function fillMeetings(place: Place): Promise<{ meetings: Ids; links: Links }> {
  const ids = await meetingsOf(place);
  await topicsOf(place);
  await agendaOf(place, ids);
  await answersOf(place, ids);
  const guests = await guestsOf(place, ids);
  await moneyAndFigures(place, ids);
  await lettersOf(place, ids, guests.guestId);
  const asked = await questionnairesOf(place, ids);
  return { meetings: ids, links: await linksOf(place, ids, { ...guests, ...asked }) };
}

async function meetingsOf({ clusterId }: Place) {
  const meeting = { polling: newId(), ahead: newId(), today: newId(), closed: newId(), board: newId() };
  const of = (meetingId: string, rest: object) => ({
    clusterId,
    meetingId,
    kind: 'cluster',
    title: 'Et møde',
    state: 'confirmed',
    startsAt: '17:00',
    madeAt: NOW,
    venueEmail: 'sted@kro.example',
    ...rest,
  });
  await put(
    'meeting',
    of(meeting.polling, { state: 'polling', startsAt: null }),
    of(meeting.ahead, { heldOn: '2026-04-14' }),
    of(meeting.today, { heldOn: '2026-03-02' }),
    of(meeting.closed, { heldOn: '2026-01-20', state: 'closed', closedAt: NOW }),
    of(meeting.board, { heldOn: '2026-04-20', kind: 'board' }),
  );
  return meeting;
}

async function topicsOf({ clusterId, doctor }: Place): Promise<void> {
  const [open, planned, running, over] = [newId(), newId(), newId(), newId()];
  const topic = { clusterId, proposerId: doctor.memberId, sentence: 'Et emne', proposedAt: NOW };
  await put(
    'topic',
    { ...topic, topicId: open, state: 'proposed' },
    // Put up in no vote, so that its proposer may still change it.
    { ...topic, state: 'proposed' },
    { ...topic, topicId: planned, state: 'planned', plannedFor: '2026-07-01' },
  );
  const vote = { clusterId, dots: 3, openedAt: NOW };
  await put(
    'topicVote',
    { ...vote, topicVoteId: running, closesOn: '2026-03-20' },
    { ...vote, topicVoteId: over, closesOn: '2026-01-20', closedAt: NOW },
  );
  for (const topicVoteId of [running, over]) {
    const choice = { clusterId, topicVoteId, topicId: open };
    await put('topicChoice', choice);
    await put('topicDot', { ...choice, memberId: doctor.memberId, dots: 2 });
  }
  await put('topicHelper', { clusterId, topicId: open, memberId: doctor.memberId, joinedAt: NOW });
  await put('ownPackage', { clusterId, packageKey: 'egen-pakke', definition: '{}', changedAt: NOW });
  const content = '{"title":"Eget skema"}';
  await put('ownQuestionnaire', { clusterId, content, madeAt: NOW, changedAt: NOW });
}

async function agendaOf({ clusterId, doctor }: Place, meeting: Ids): Promise<void> {
  const { memberId } = doctor;
  for (const meetingId of [meeting.ahead, meeting.closed]) {
    const own = { clusterId, meetingId };
    await put('meetingPerson', { ...own, memberId, part: 'chair' });
    await put('agendaItem', { ...own, position: 1, title: 'Et punkt', minutes: 20, notes: 'Ordret' });
    await put('resolution', {
      ...own,
      kind: 'action',
      sentence: 'En opgave',
      ownerId: memberId,
      madeAt: NOW,
    });
    await put('deadline', { ...own, act: 'minutes', offsetDays: 2, dueOn: '2026-04-16' });
    await put('ownDoing', { ...own, act: 'reminded', at: NOW });
    await put('agreement', {
      ...own,
      what: 'En aftale',
      who: 'Alle',
      byOn: '2026-05-14',
      measure: 'Optælling',
      measuredAgainOn: '2026-10-14',
      madeAt: NOW,
    });
  }
  const own = { clusterId, meetingId: meeting.closed };
  await put('attendance', { ...own, memberId, how: 'list', registeredAt: NOW });
  await put('visitorPresent', { ...own, name: 'En vikar' });
  await put('venueTold', {
    clusterId,
    meetingId: meeting.ahead,
    people: 12,
    toldAt: NOW,
    diets: '{"vegan":1}',
  });
}

async function answersOf({ clusterId, doctor, coordinator }: Place, meeting: Ids): Promise<void> {
  const [datePollId, dateOptionId] = [newId(), newId()];
  await put('datePoll', {
    clusterId,
    datePollId,
    meetingId: meeting.polling,
    openedAt: NOW,
    closesOn: '2026-03-20',
  });
  await put('dateOption', {
    clusterId,
    dateOptionId,
    datePollId,
    heldOn: '2026-05-05',
    startsAt: '17:00',
    addedAt: NOW,
  });
  await put('dateMust', { clusterId, datePollId, memberId: doctor.memberId });
  for (const { memberId } of [doctor, coordinator]) {
    await put('dateVote', { clusterId, dateOptionId, memberId, answer: 'no', castBy: memberId, castAt: NOW });
    const asked = { clusterId, meetingId: meeting.ahead, memberId };
    await put('invitation', { ...asked, askedAt: NOW });
    await put('rsvp', { ...asked, answer: 'no', givenBy: memberId, givenAt: NOW });
    await put('rsvpNeed', { ...asked, diet: 'vegan', absence: 'ill' });
  }
}

async function guestsOf({ clusterId, doctor }: Place, meeting: Ids) {
  const partnerId = newId();
  await put('partner', {
    clusterId,
    partnerId,
    name: 'Kommunen',
    kind: 'municipality',
    notes: 'En note',
    madeAt: NOW,
  });
  const guests = [newId(), newId()] as const;
  for (const [at, guestId] of guests.entries()) {
    const partnerPersonId = newId();
    const own = { clusterId, meetingId: [meeting.ahead, meeting.closed][at]! };
    await put('partnerPerson', { clusterId, partnerPersonId, partnerId, name: 'Gerda', phone: '12345678' });
    await put('guest', {
      ...own,
      guestId,
      partnerPersonId,
      addedAt: NOW,
      invitedAt: NOW,
      tookHome: at ? 'At de er få' : '',
    });
    const file = { ...own, bytes: Buffer.from('%PDF'), mediaType: 'application/pdf', keptAt: NOW };
    await put('keptFile', { ...file, guestId, purpose: 'slides', name: 'Oplæg.pdf' });
    await put('partnerQuestion', {
      ...own,
      askerId: doctor.memberId,
      question: 'Et spørgsmål',
      askedAt: NOW,
      answer: at ? 'Et svar' : '',
    });
  }
  await sql`insert into guest_vote (cluster_id, date_option_id, guest_id, answer, cast_at)
    select cluster_id, date_option_id, ${guests[0]}, 'no', ${NOW} from date_option where cluster_id = ${clusterId}`.execute(
    owner,
  );
  return { guestId: guests[0], earlierGuestId: guests[1] };
}

async function moneyAndFigures(place: Place, meeting: Ids): Promise<void> {
  const { clusterId, sourceId, spreadId, coordinator } = place;
  const own = { clusterId, meetingId: meeting.ahead };
  const keptFileId = newId();
  await put('keptFile', {
    ...own,
    keptFileId,
    purpose: 'receipt',
    name: 'Kvittering.pdf',
    mediaType: 'application/pdf',
    bytes: Buffer.from('%PDF'),
    keptAt: NOW,
  });
  await put('expense', {
    ...own,
    keptFileId,
    kind: 'food',
    what: 'Mad',
    amount: 100,
    spentOn: '2026-03-01',
    enteredBy: coordinator.memberId,
    enteredAt: NOW,
  });
  for (const state of ['planned', 'ordered', 'published'])
    await put('figureOrder', { ...own, sourceId, state, indicators: ['prove'] });
  await put('spreadTotal', { spreadId, numerator: 200, denominator: 1000 });
}

async function lettersOf({ clusterId, doctor, coordinator }: Place, meeting: Ids, guestId: string) {
  const letter = { clusterId, writtenAt: NOW, dueAt: NOW, meetingId: meeting.ahead };
  const replyToId = coordinator.personId;
  await put(
    'letter',
    { ...letter, kind: 'meeting_invitation', personId: doctor.personId, messageId: newId(), replyToId },
    { ...letter, kind: 'guest_invitation', guestId, messageId: newId(), replyToId },
    { ...letter, kind: 'topic_vote', personId: doctor.personId, meetingId: null, messageId: newId() },
  );
  await put('muted', { personId: doctor.personId, kind: 'digest', mutedAt: NOW });
}
