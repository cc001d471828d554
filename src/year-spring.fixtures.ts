import { makeAgreement } from '#domain/agreements/make-agreement.server.ts';
import { confirmVenue, findVenuePage } from '#domain/invitations/confirm-venue.server.ts';
import { giveRsvps } from '#domain/invitations/give-rsvps.server.ts';
import { invite } from '#domain/invitations/invite.server.ts';
import { tellVenue } from '#domain/invitations/tell-venue.server.ts';
import { choosePlace } from '#domain/meetings/choose-place.server.ts';
import { closeMeeting } from '#domain/meetings/close-meeting.server.ts';
import { makeMeeting } from '#domain/meetings/make-meeting.server.ts';
import { resolve } from '#domain/meetings/resolve.server.ts';
import { planOrdersOfPackage } from '#domain/orders/plan-orders-of-package.server.ts';
import { addGuest } from '#domain/partners/add-guest.server.ts';
import {
  answerAsGuest,
  answerQuestion,
  takeHome,
  voteAsGuest,
} from '#domain/partners/answer-as-guest.server.ts';
import { askPartner } from '#domain/partners/ask-partner.server.ts';
import { changeGuest } from '#domain/partners/change-guest.server.ts';
import type { GuestVote } from '#domain/partners/guest.ts';
import { findGuest } from '#domain/partners/guests.server.ts';
import { addPartner } from '#domain/partners/keep-partner.server.ts';
import { castVotes } from '#domain/polls/cast-votes.server.ts';
import { chooseDate } from '#domain/polls/choose-date.server.ts';
import { openPoll } from '#domain/polls/open-poll.server.ts';
import { findOverview } from '#domain/polls/overview.server.ts';
import { findPoll } from '#domain/polls/polls.server.ts';
import { planRoundsOfMeeting } from '#domain/responses/plan-rounds-of-meeting.server.ts';
import { decideTopic } from '#domain/topics/decide-topic.server.ts';
import { mergeTopic } from '#domain/topics/merge-topic.server.ts';
import { openVote } from '#domain/topics/open-vote.server.ts';
import { placeDots } from '#domain/topics/place-dots.server.ts';
import { planTopic } from '#domain/topics/plan-topic.server.ts';
import { proposeTopic } from '#domain/topics/propose-topic.server.ts';
import type { AYear } from './year.fixtures.ts';
import { deliver, newId, reply, settle, show, vote, writeUp } from './year-acts.fixtures.ts';
import { GUEST, HOUSE, type Name } from './year-people.fixtures.ts';
import {
  answer,
  askEverybody,
  beginToAnswer,
  muteReminders,
  roundOf,
  SAID,
} from './year-questionnaires.fixtures.ts';

/** January: four proposals, of which two are the same; a vote of a fortnight; two are planned and one is dropped. */
export async function chooseTopics({ at, byMail }: AYear) {
  const propose = (moment: string, who: Name, sentence: string, topicId = newId()) =>
    at(moment, who, (scope) => proposeTopic(scope, topicId, { sentence, measure: '', seen: [] }));
  const { topicId: opioids } = await propose('2027-01-05 10:00', 'bo', 'Opioider ved kroniske smerter');
  const { topicId: same } = await propose('2027-01-05 20:00', 'cia', 'Morfin, der aldrig bliver trappet ned');
  const { topicId: falls } = await propose('2027-01-06 09:00', 'dan', 'Fald hos ældre, der bor alene');
  const { topicId: notes } = await propose('2027-01-06 09:30', 'finn', 'Attester til kommunen');
  await at('2027-01-06 12:00', 'anna', (scope) => mergeTopic(scope, same, opioids));
  const topicVoteId = newId();
  const wish = { dots: 3, topicIds: [opioids, falls, notes], closesOn: '2027-01-21' };
  await at('2027-01-07 12:00', 'anna', (scope) => openVote(scope, topicVoteId, wish));
  const dots = (moment: string, who: Name, placed: Record<string, string>) =>
    byMail(moment, who, (scope) => placeDots(scope, topicVoteId, { dots: placed, helps: [opioids] }));
  await dots('2027-01-08 07:30', 'bo', { [opioids]: '3' });
  await dots('2027-01-14 20:15', 'cia', { [opioids]: '2', [falls]: '1' });
  await dots('2027-01-21 22:00', 'dan', { [falls]: '3' });
  const plan = { halfYear: '2027-01-01', answer: '' };
  await at('2027-01-22 11:00', 'anna', (scope) => planTopic(scope, opioids, plan));
  await at('2027-01-22 11:01', 'anna', (scope) =>
    planTopic(scope, falls, { ...plan, halfYear: '2027-07-01' }),
  );
  const no = { decision: 'drop', answer: 'Kommunen tager det op på fællesmødet.' } as const;
  await at('2027-01-22 11:02', 'anna', (scope) => decideTopic(scope, notes, no));
  return { opioids, falls };
}

const OPTIONS = ['2027-03-24', '2027-03-31', '2027-04-08'].map((heldOn) => ({ heldOn, startsAt: '17:00' }));

/** The topic becomes a meeting with a package, a guest who must be there, figures to be ordered, and three days. */
export async function planOpioids(year: AYear, topicId: string) {
  const { at, byHolder, people, seen } = year;
  const title = 'Opioider ved kroniske smerter';
  const wish = { source: { packageKey: 'opioider' }, kind: 'cluster', title, minutes: 150, topicId } as const;
  const { meetingId } = await at('2027-01-22 12:00', 'anna', async (scope) => {
    const made = await makeMeeting(scope, newId(), { ...wish, days: [] });
    if (made.done) await planOrdersOfPackage(scope, made.made.meetingId);
    if (made.done) await planRoundsOfMeeting(scope, made.made.meetingId);
    return made;
  });
  const guestId = await aGuestOfClinic(year, meetingId);
  const roundId = await askEverybody(year, '2027-01-22 12:05', meetingId);
  const poll = { options: OPTIONS, closesOn: '2027-02-05', mustMemberIds: [people.anna.memberId] };
  await at('2027-01-22 12:10', 'anna', (scope) => openPoll(scope, meetingId, poll));
  const [first, second, third] = OPTIONS.map(({ heldOn }) => heldOn) as [string, string, string];
  const all = { [first]: 'no', [second]: 'yes', [third]: 'yes' } as const;
  await vote(year, '2027-01-22 13:00', ['bo', 'eva'], meetingId, all);
  await vote(year, '2027-01-22 15:00', ['anna'], meetingId, { ...all, [third]: 'if_needed' });
  await vote(year, '2027-01-25 07:10', ['cia'], meetingId, all);
  // Two of three days leave the third open: that is no answer yet.
  await vote(year, '2027-01-26 10:00', ['dan'], meetingId, { [first]: 'yes', [second]: 'no' });
  await byHolder('2027-01-26 12:00', { guest: GUEST.email }, async (scope) => {
    const { options } = (await seen('anna', (inside) => findPoll(inside, meetingId)))!;
    const on = (day: string) => options.find(({ heldOn }) => heldOn === day)!.dateOptionId;
    const answers = new Map<string, GuestVote>([
      [on(first), 'no'],
      [on(second), 'yes'],
      [on(third), 'yes'],
    ]);
    return voteAsGuest(scope, guestId, answers);
  });
  await vote(year, '2027-01-30 09:00', ['dan'], meetingId, { [third]: 'no' });
  await at('2027-02-05 12:00', 'sif', async (scope) => {
    const { options } = (await findPoll(scope, meetingId))!;
    const { memberId } = people.finn;
    const said = options.map(({ dateOptionId }) => ({ dateOptionId, memberId, answer: 'yes' as const }));
    return castVotes(scope, meetingId, said);
  });
  return { meetingId, guestId, roundId };
}

async function aGuestOfClinic({ at, seen }: AYear, meetingId: string): Promise<string> {
  const clinic = { name: 'Smerteklinikken', kind: 'hospital', notes: '' } as const;
  const person = { id: newId(), name: GUEST.name, title: 'Overlæge', email: GUEST.email, phone: '' };
  await at('2027-01-22 12:01', 'anna', (scope) => addPartner(scope, newId(), clinic, person));
  const { guestId } = await at('2027-01-22 12:02', 'anna', (scope) =>
    addGuest(scope, newId(), meetingId, person.id),
  );
  const { agendaItemId, problem } = (await seen('anna', (scope) => findGuest(scope, guestId)))!;
  const brief = { agendaItemId, problem, practicalities: '', preMeetingOn: null, preMeetingAt: null };
  await at('2027-01-22 12:03', 'anna', (scope) =>
    changeGuest(scope, guestId, { ...brief, mustAttend: true }),
  );
  return guestId;
}

/** The day that is suggested is taken; all are invited; the house and the guest answer; figures come in time. */
export async function prepareOpioids(
  year: AYear,
  { meetingId, guestId, roundId }: { meetingId: string; guestId: string; roundId: string },
) {
  const { at, byHolder, byMail, people, seen } = year;
  await year.clock.comeTo('2027-02-08 10:00');
  const { suggestion } = (await seen('anna', (scope) => findOverview(scope, meetingId)))!;
  const { option } = suggestion!.ranked[0]!;
  await at('2027-02-08 10:00', 'anna', (scope) => chooseDate(scope, meetingId, option.dateOptionId));
  await byHolder('2027-02-09 12:00', { guest: GUEST.email }, (scope) => answerAsGuest(scope, guestId, 'yes'));
  const place = { place: 'Kulturhuset', address: 'Havnegade 1', onlineUrl: '', venueEmail: HOUSE };
  await at('2027-02-10 09:00', 'sif', (scope) =>
    choosePlace(scope, meetingId, { ...place, venueCancelDays: 3 }),
  );
  await at('2027-02-10 09:30', 'anna', (scope) => invite(scope, meetingId));
  await reply(year, '2027-02-10 12:15', ['bo', 'eva'], meetingId, ['yes', 'vegetarian']);
  await reply(year, '2027-02-11 12:15', ['cia'], meetingId, ['yes']);
  await reply(year, '2027-02-12 08:15', ['anna'], meetingId, ['yes']);
  await at('2027-02-15 09:00', 'sif', (scope) => tellVenue(scope, meetingId));
  await byHolder('2027-02-15 13:00', { venue: HOUSE }, async (scope) =>
    confirmVenue(scope, (await findVenuePage(scope))!.venueToldId!),
  );
  await settle(year, '2027-02-26 10:00', meetingId, ['count_own', 'guest_brief']);
  const questionId = newId();
  await byMail('2027-03-02 20:00', 'cia', (scope) =>
    askPartner(scope, questionId, meetingId, 'Hvornår må vi henvise?'),
  );
  await byHolder('2027-03-03 08:30', { guest: GUEST.email }, (scope) =>
    answerQuestion(scope, questionId, 'Når to forsøg på nedtrapning er gået i stå.'),
  );
  const said = { roundId, answers: SAID.before };
  await answer(year, '2027-03-03 12:15', 'bo', said);
  await answer(year, '2027-03-04 12:15', 'anna', said);
  await deliver(year, '2027-03-05 14:00', ['op1', 'op2', 'op3', 'op4', 'op5'], '2026');
  await show(year, '2027-03-09 10:00', ['op1', 'op2', 'op3', 'op4', 'op5'], {
    from: '2026-01-01',
    until: '2026-12-31',
  });
  await beginToAnswer(year, '2027-03-09 20:00', 'cia', roundId);
  await answer(year, '2027-03-10 12:15', 'cia', said);
  const guest = (await seen('anna', (scope) => findGuest(scope, guestId)))!;
  const brief = { ...guest, practicalities: 'Der er parkering bag huset.' };
  const { agendaItemId, problem, practicalities, preMeetingAt, preMeetingOn, mustAttend } = brief;
  const told = { agendaItemId, problem, practicalities, preMeetingAt, preMeetingOn, mustAttend };
  await at('2027-03-15 11:00', 'anna', (scope) => changeGuest(scope, guestId, told));
  await reply(year, '2027-03-18 06:45', ['finn'], meetingId, ['yes', 'vegan']);
  await settle(year, '2027-03-22 10:00', meetingId, ['send_material']);
  await muteReminders(year, '2027-03-23 12:00', 'dan');
  await answer(year, '2027-03-23 18:00', 'finn', said);
  await answer(year, '2027-03-24 12:15', 'eva', said);
  await at('2027-03-29 09:00', 'sif', (scope) =>
    giveRsvps(scope, meetingId, [{ memberId: people.dan.memberId, answer: 'no', need: null }]),
  );
}

/** The meeting: who came, what was said, decided and agreed, what Bo takes on, and what the guest took home. */
export async function holdOpioids(
  year: AYear,
  { meetingId, guestId }: { meetingId: string; guestId: string },
) {
  const { at, byHolder, people } = year;
  const agendaItemId = await writeUp(
    year,
    '2027-03-31',
    meetingId,
    ['anna', 'bo', 'cia', 'eva', 'finn'],
    'Vi så tallene.',
  );
  const action = { kind: 'action', sentence: 'Bo skriver til apotekerne.', owner: '', agendaItemId } as const;
  const taken = { ...action, ownerId: people.bo.memberId, dueOn: '2027-05-14' };
  const { resolutionId } = await at('2027-03-31 21:10', 'anna', (scope) => resolve(scope, meetingId, taken));
  const open = {
    ...action,
    sentence: 'Cia spørger smerteklinikken.',
    ownerId: people.cia.memberId,
    dueOn: null,
  };
  await at('2027-03-31 21:11', 'anna', (scope) => resolve(scope, meetingId, open));
  const agreed = { what: 'Vi skriver en slutdato på alle nye opioidrecepter.', who: 'Alle praksisser' };
  const measured = { measure: 'Andel langtidsbrugere', indicatorKey: 'op2', measuredAgainOn: '2027-09-30' };
  const days = { byOn: '2027-04-30', secondMeasureOn: '2028-03-31' };
  const agreementId = newId();
  await at('2027-03-31 21:15', 'anna', (scope) =>
    makeAgreement(scope, agreementId, meetingId, { ...agreed, ...measured, ...days }),
  );
  const evaluated = { roundId: await roundOf(year, meetingId, 'evaluation'), answers: SAID.evaluation };
  for (const who of ['anna', 'bo', 'cia'] as const) await answer(year, '2027-04-01 12:00', who, evaluated);
  await answer(year, '2027-04-02 08:15', 'eva', evaluated);
  await at('2027-04-02 09:00', 'anna', (scope) => closeMeeting(scope, meetingId));
  await answer(year, '2027-04-04 20:00', 'finn', evaluated);
  await byHolder('2027-04-05 09:00', { guest: GUEST.email }, (scope) =>
    takeHome(scope, guestId, 'At I selv vil sætte slutdato.'),
  );
  return { agreementId, actionId: resolutionId };
}
