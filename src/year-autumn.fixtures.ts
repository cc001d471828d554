import { makeAgreement } from '#domain/agreements/make-agreement.server.ts';
import { invite } from '#domain/invitations/invite.server.ts';
import { closeMeeting } from '#domain/meetings/close-meeting.server.ts';
import { makeMeeting } from '#domain/meetings/make-meeting.server.ts';
import { addToAgenda, placeOnAgenda } from '#domain/meetings/write-agenda.server.ts';
import { planOrdersOfPackage } from '#domain/orders/plan-orders-of-package.server.ts';
import { handOver } from '#domain/overview/hand-over.server.ts';
import { addDates } from '#domain/polls/add-dates.server.ts';
import { chooseDate } from '#domain/polls/choose-date.server.ts';
import { openPoll } from '#domain/polls/open-poll.server.ts';
import { findOverview } from '#domain/polls/overview.server.ts';
import { planRoundsOfMeeting } from '#domain/responses/plan-rounds-of-meeting.server.ts';
import type { AYear } from './year.fixtures.ts';
import { deliver, newId, reply, settle, show, vote, writeUp } from './year-acts.fixtures.ts';
import { answer, askAgain, roundOf, SAID } from './year-questionnaires.fixtures.ts';

/** The topic that came second becomes a meeting; two days suit too few, a third is asked about, and it is taken. */
export async function planFalls(year: AYear, { roundId, topicId }: { topicId: string; roundId: string }) {
  const { at } = year;
  const title = 'Fald hos ældre';
  const wish = { source: { packageKey: 'fald' }, kind: 'cluster', title, minutes: 150, topicId } as const;
  const { meetingId } = await at('2027-08-23 10:00', 'anna', async (scope) => {
    const made = await makeMeeting(scope, newId(), { ...wish, days: [] });
    if (made.done) await planOrdersOfPackage(scope, made.made.meetingId);
    if (made.done) await planRoundsOfMeeting(scope, made.made.meetingId);
    return made;
  });
  const [first, second, third] = ['2027-10-27', '2027-11-02', '2027-11-03'] as const;
  const options = [first, second].map((heldOn) => ({ heldOn, startsAt: '17:00' }));
  const poll = { options, closesOn: '2027-09-06', mustMemberIds: [] };
  await at('2027-08-23 10:05', 'anna', (scope) => openPoll(scope, meetingId, poll));
  await vote(year, '2027-08-23 12:00', ['bo', 'eva'], meetingId, { [first]: 'no', [second]: 'no' });
  await vote(year, '2027-08-24 12:00', ['cia', 'finn'], meetingId, { [first]: 'no', [second]: 'if_needed' });
  await vote(year, '2027-08-24 13:00', ['anna'], meetingId, { [first]: 'yes', [second]: 'yes' });
  const againId = await askAgain(year, '2027-08-30 10:00', { roundId, by: '2027-09-30' });
  const more = { options: [{ heldOn: third, startsAt: '17:00' }], closesOn: '2027-09-10' };
  await at('2027-09-02 12:00', 'anna', (scope) => addDates(scope, meetingId, more));
  await vote(year, '2027-09-02 13:00', ['bo', 'eva'], meetingId, { [third]: 'yes' });
  await vote(year, '2027-09-03 13:00', ['anna'], meetingId, { [third]: 'yes' });
  await vote(year, '2027-09-03 14:00', ['cia', 'finn'], meetingId, { [third]: 'yes' });
  return { meetingId, againId };
}

/** While it is prepared the agreement of the spring is measured again, with figures ordered for that day. */
export async function prepareFalls(
  year: AYear,
  { againId, meetingId }: { meetingId: string; againId: string },
) {
  const { at, seen } = year;
  await year.clock.comeTo('2027-09-13 10:00');
  const { suggestion } = (await seen('anna', (scope) => findOverview(scope, meetingId)))!;
  const { option } = suggestion!.ranked[0]!;
  await at('2027-09-13 10:00', 'anna', (scope) => chooseDate(scope, meetingId, option.dateOptionId));
  const again = { roundId: againId, answers: SAID.later };
  for (const who of ['bo', 'eva', 'cia'] as const) await answer(year, '2027-09-16 12:15', who, again);
  await answer(year, '2027-09-17 12:15', 'anna', again);
  await deliver(year, '2027-09-20 14:00', ['op2'], '2027H1');
  await show(year, '2027-09-21 10:00', ['op2'], { from: '2027-01-01', until: '2027-06-30' });
  await at('2027-09-22 09:00', 'anna', (scope) => invite(scope, meetingId));
  await reply(year, '2027-09-22 12:15', ['bo', 'eva'], meetingId, ['yes']);
  await reply(year, '2027-09-23 12:15', ['cia'], meetingId, ['yes']);
  await reply(year, '2027-09-24 12:15', ['anna'], meetingId, ['yes']);
  await answer(year, '2027-09-28 07:30', 'finn', again);
  await settle(year, '2027-10-01 10:00', meetingId, [
    'book_venue',
    'count_own',
    'guest_brief',
    'invite_guest',
  ]);
  const said = { roundId: await roundOf(year, meetingId, 'topic'), answers: SAID.falls };
  for (const who of ['bo', 'anna', 'cia', 'finn'] as const) await answer(year, '2027-10-06 12:15', who, said);
  await deliver(year, '2027-10-08 14:00', ['fa1'], '2026');
  await show(year, '2027-10-11 10:00', ['fa1'], { from: '2026-01-01', until: '2026-12-31' });
  await reply(year, '2027-10-20 12:15', ['dan'], meetingId, ['no']);
  await settle(year, '2027-10-26 10:00', meetingId, ['send_material', 'venue_numbers']);
  await answer(year, '2027-10-28 12:15', 'dan', said);
}

/** The last meeting of the year, whose agenda begins with what is open; then Anna hands over to Bo. */
export async function holdFalls(year: AYear, meetingId: string) {
  const { at, people } = year;
  const news = {
    title: 'Nyt fra kommunen',
    kind: 'plenum',
    minutes: 5,
    owner: '',
    ownerId: null,
    material: '',
  } as const;
  const { agendaItemId } = await at('2027-11-01 10:00', 'anna', (scope) =>
    addToAgenda(scope, meetingId, news, null),
  );
  await at('2027-11-01 10:01', 'anna', (scope) => placeOnAgenda(scope, meetingId, agendaItemId, 2));
  await writeUp(year, '2027-11-03', meetingId, ['anna', 'bo', 'cia', 'eva'], 'Cia har spurgt.');
  const agreed = { what: 'Vi gennemgår medicinen hos alle, der er faldet.', who: 'Alle praksisser' };
  const measured = {
    measure: 'Tre lægemidler eller flere',
    indicatorKey: 'fa1',
    measuredAgainOn: '2028-05-03',
  };
  const days = { byOn: '2027-12-03', secondMeasureOn: null };
  await at('2027-11-03 21:15', 'anna', (scope) =>
    makeAgreement(scope, newId(), meetingId, { ...agreed, ...measured, ...days }),
  );
  const evaluated = { roundId: await roundOf(year, meetingId, 'evaluation'), answers: SAID.evaluation };
  for (const who of ['anna', 'bo', 'cia'] as const) await answer(year, '2027-11-04 12:00', who, evaluated);
  await at('2027-11-05 09:00', 'anna', (scope) => closeMeeting(scope, meetingId));
  await at('2027-12-01 09:00', 'anna', (scope) => handOver(scope, people.bo.memberId));
}
