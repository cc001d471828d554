import { sql } from 'kysely';
import { aQuestionnaire } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { aToken, NOW, newId, owner } from '#test/world.ts';
import { anAttackedRound } from './attacked-round.ts';

type Place = {
  clusterId: string;
  sourceId: string;
  member: { memberId: string };
  other: { memberId: string };
};
/** What stands in the addresses of a meeting, and the links that open pages of it, by the first part of the address. */
export type AttackedMeeting = {
  values: Record<string, string>;
  links: Record<string, string>;
  receipt: string;
};

/**
 * A meeting about the canaries, with all that can hang on one: a poll, answers, a guest, figures that were ordered
 * and published, an agreement, an expense; and a link of every purpose.
 */
export async function anAttackedMeeting(place: Place): Promise<AttackedMeeting> {
  const { clusterId, sourceId } = place;
  const [meeting, polling] = [newId(), newId()];
  const own = { clusterId, meetingId: meeting };
  const head = { clusterId, kind: 'cluster', madeAt: NOW, title: 'Møde om kanariefugle' };
  await owner
    .insertInto('meeting')
    .values([
      { ...head, meetingId: meeting, state: 'confirmed', heldOn: '2026-04-14', startsAt: '17:00' },
      { ...head, meetingId: polling, state: 'polling' },
    ])
    .execute();
  const item = newId();
  await owner
    .insertInto('agendaItem')
    .values({ ...own, agendaItemId: item, position: 1, title: 'Tal', kind: 'figures', minutes: 20 })
    .execute();
  await ask(clusterId, polling, place);
  const agreement = newId();
  const days = { byOn: '2026-05-14', measuredAgainOn: '2026-10-14' };
  await owner
    .insertInto('agreement')
    .values({
      ...own,
      ...days,
      agreementId: agreement,
      what: 'Tæl igen',
      who: 'Alle',
      measure: 'prove',
      indicatorKey: 'prove',
      madeAt: NOW,
    })
    .execute();
  const order = newId();
  const ordered = { state: 'published', orderedAt: NOW, indicators: ['prove'] };
  await owner
    .insertInto('figureOrder')
    .values({ ...own, ...ordered, figureOrderId: order, sourceId })
    .execute();
  const expense = await anExpense(own, place.member);
  const topic = newId();
  await owner
    .insertInto('topic')
    .values({
      clusterId,
      topicId: topic,
      proposerId: place.other.memberId,
      sentence: 'Fugle',
      state: 'proposed',
      proposedAt: NOW,
    })
    .execute();
  const { guestId, file, partner, person } = await aGuest(own);
  const ownPackage = newId();
  await sql`insert into own_package (cluster_id, own_package_id, package_key, definition, changed_at)
    select ${clusterId}, ${ownPackage}, package_key, definition, ${NOW} from package order by package_key limit 1`.execute(
    owner,
  );
  const questionnaire = await anOwnQuestionnaire(clusterId);
  const asked = { ...own, memberId: place.other.memberId, partnerId: partner, partnerPersonId: person };
  const round = await anAttackedRound(asked);
  const links = { ...(await linksOf(own, guestId, place.other)), q: round.q };
  return {
    values: {
      ...round.values,
      meeting,
      agenda_item: item,
      agreement,
      order,
      expense: expense.expense,
      topic,
      file,
      guest: guestId,
      partner,
      person,
      own: ownPackage,
      questionnaire,
      part: 'agreements',
    },
    links,
    receipt: expense.receipt,
  };
}

async function anOwnQuestionnaire(clusterId: string): Promise<string> {
  const ownQuestionnaireId = newId();
  const content = JSON.stringify(aQuestionnaire({ title: 'Om fugle' }));
  await owner
    .insertInto('ownQuestionnaire')
    .values({ clusterId, ownQuestionnaireId, content, madeAt: NOW, changedAt: NOW })
    .execute();
  return ownQuestionnaireId;
}

async function ask(clusterId: string, meetingId: string, { member, other }: Place): Promise<void> {
  const [datePollId, dateOptionId] = [newId(), newId()];
  await owner
    .insertInto('datePoll')
    .values({ clusterId, datePollId, meetingId, openedAt: NOW, closesOn: '2026-03-20' })
    .execute();
  await owner
    .insertInto('dateOption')
    .values({ clusterId, dateOptionId, datePollId, heldOn: '2026-05-05', startsAt: '17:00', addedAt: NOW })
    .execute();
  for (const { memberId } of [member, other])
    await owner
      .insertInto('dateVote')
      .values({ clusterId, dateOptionId, memberId, answer: 'yes', castBy: memberId, castAt: NOW })
      .execute();
}

async function anExpense(own: { clusterId: string; meetingId: string }, { memberId }: { memberId: string }) {
  const [expenseId, keptFileId] = [newId(), newId()];
  const bytes = Buffer.from('%PDF-1.7\n');
  const receipt = { name: 'kvittering.pdf', mediaType: 'application/pdf', bytes, keptAt: NOW };
  await owner
    .insertInto('keptFile')
    .values({ ...own, ...receipt, keptFileId, purpose: 'receipt' })
    .execute();
  const paid = { kind: 'food', what: 'Mad', amount: 100, spentOn: '2026-03-01', enteredAt: NOW };
  await owner
    .insertInto('expense')
    .values({ ...own, ...paid, expenseId, keptFileId, enteredBy: memberId })
    .execute();
  return { expense: expenseId, receipt: keptFileId };
}

async function aGuest(own: { clusterId: string; meetingId: string }) {
  const { clusterId } = own;
  const [partnerId, partnerPersonId, guestId, keptFileId] = [newId(), newId(), newId(), newId()];
  await owner
    .insertInto('partner')
    .values({ clusterId, partnerId, name: 'Kommunen', kind: 'municipality', madeAt: NOW })
    .execute();
  await owner
    .insertInto('partnerPerson')
    .values({ clusterId, partnerPersonId, partnerId, name: 'Gerda Gæst', email: 'gerda@kommune.example' })
    .execute();
  await owner
    .insertInto('guest')
    .values({ ...own, guestId, partnerPersonId, addedAt: NOW, invitedAt: NOW })
    .execute();
  const bytes = Buffer.from('%PDF-1.7\n');
  await owner
    .insertInto('keptFile')
    .values({
      ...own,
      keptFileId,
      guestId,
      purpose: 'slides',
      name: 'oplæg.pdf',
      mediaType: 'application/pdf',
      bytes,
      keptAt: NOW,
    })
    .execute();
  return { guestId, file: keptFileId, partner: partnerId, person: partnerPersonId };
}

async function linksOf(
  own: { clusterId: string; meetingId: string },
  guestId: string,
  { memberId }: { memberId: string },
): Promise<Record<string, string>> {
  const purposes = {
    m: { purpose: 'member', memberId },
    g: { purpose: 'guest', guestId },
    v: { purpose: 'venue' },
    r: { purpose: 'room' },
    u: { purpose: 'mute', memberId, about: 'digest' },
    feed: { purpose: 'feed', memberId },
  };
  const links: Record<string, string> = {};
  for (const [part, link] of Object.entries(purposes)) {
    const token = aToken();
    links[part] = token;
    const {
      purpose,
      memberId: member = null,
      guestId: guest = null,
      about = '',
    } = { memberId: null, guestId: null, ...link } as Record<string, string | null>;
    await sql`insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, guest_id, about, made_at, expires_at)
      values (hash_of(${token}), ${own.clusterId}, ${purpose}, ${member}, ${own.meetingId}, ${guest}, ${about}, ${NOW},
        ${new Date(NOW.getTime() + 30 * 86_400_000)})`.execute(owner);
  }
  return links;
}
