import { makeAgreement } from '#domain/agreements/make-agreement.server.ts';
import { confirmVenue, findVenuePage } from '#domain/invitations/confirm-venue.server.ts';
import { invite } from '#domain/invitations/invite.server.ts';
import { tellVenue } from '#domain/invitations/tell-venue.server.ts';
import { cancelMeeting } from '#domain/meetings/cancel-meeting.server.ts';
import { choosePlace } from '#domain/meetings/choose-place.server.ts';
import { closeMeeting } from '#domain/meetings/close-meeting.server.ts';
import { makeMeeting } from '#domain/meetings/make-meeting.server.ts';
import { moveMeeting } from '#domain/meetings/move-meeting.server.ts';
import { settleOwnAction } from '#domain/meetings/settle-own-action.server.ts';
import { addGuest } from '#domain/partners/add-guest.server.ts';
import { answerAsGuest } from '#domain/partners/answer-as-guest.server.ts';
import { cancelGuest } from '#domain/partners/cancel-guest.server.ts';
import { inviteGuest } from '#domain/partners/invite-guest.server.ts';
import { addPartner } from '#domain/partners/keep-partner.server.ts';
import { planRoundsOfMeeting } from '#domain/responses/plan-rounds-of-meeting.server.ts';
import type { AYear } from './year.fixtures.ts';
import { newId, reply, settle, writeUp } from './year-acts.fixtures.ts';
import { CALLED_OFF, HOUSE } from './year-people.fixtures.ts';
import { answer, roundOf, SAID } from './year-questionnaires.fixtures.ts';

const PLACE = {
  place: 'Kulturhuset',
  address: 'Havnegade 1',
  onlineUrl: '',
  venueEmail: HOUSE,
  venueCancelDays: 3,
};

/** A meeting with the municipality, on a fixed day: it is moved by a week, and its guest is called off. */
export async function meetTheMunicipality(year: AYear, actionId: string) {
  const { at, byHolder } = year;
  const title = 'Fællesmøde med kommunen';
  const wish = { source: null, kind: 'joint', title, minutes: 90, topicId: null } as const;
  const days = [{ heldOn: '2027-06-09', startsAt: '16:00' }];
  const { meetingId } = await at('2027-04-14 10:00', 'anna', async (scope) => {
    const made = await makeMeeting(scope, newId(), { ...wish, days });
    if (made.done) await planRoundsOfMeeting(scope, made.made.meetingId);
    return made;
  });
  await at('2027-04-14 10:05', 'sif', (scope) => choosePlace(scope, meetingId, PLACE));
  const guestId = await aGuestOfTheMunicipality(year, meetingId);
  await byHolder('2027-04-14 20:00', { guest: CALLED_OFF.email }, (scope) =>
    answerAsGuest(scope, guestId, 'yes'),
  );
  await at('2027-04-15 09:00', 'anna', (scope) => invite(scope, meetingId));
  await reply(year, '2027-04-15 12:00', ['bo', 'eva'], meetingId, ['yes']);
  await reply(year, '2027-04-16 12:00', ['cia', 'finn'], meetingId, ['yes', 'no_gluten']);
  await reply(year, '2027-04-19 12:00', ['anna'], meetingId, ['yes']);
  await at('2027-04-20 09:00', 'sif', (scope) => tellVenue(scope, meetingId));
  const confirm = (moment: string) =>
    byHolder(moment, { venue: HOUSE }, async (scope) =>
      confirmVenue(scope, (await findVenuePage(scope))!.venueToldId!),
    );
  await confirm('2027-04-20 14:00');
  await at('2027-05-12 09:00', 'bo', (scope) => settleOwnAction(scope, actionId, true));
  await at('2027-05-18 12:00', 'anna', (scope) =>
    moveMeeting(scope, meetingId, { heldOn: '2027-06-16', startsAt: '16:30' }),
  );
  await confirm('2027-05-19 09:00');
  await at('2027-05-25 12:00', 'anna', (scope) => cancelGuest(scope, guestId));
  await reply(year, '2027-06-03 07:00', ['dan'], meetingId, ['yes']);
  await settle(year, '2027-06-04 10:00', meetingId, ['send_material']);
  return meetingId;
}

async function aGuestOfTheMunicipality({ at }: AYear, meetingId: string): Promise<string> {
  const partner = { name: 'Kommunen', kind: 'municipality', notes: '' } as const;
  const person = { id: newId(), name: CALLED_OFF.name, title: 'Leder', email: CALLED_OFF.email, phone: '' };
  await at('2027-04-14 10:10', 'anna', (scope) => addPartner(scope, newId(), partner, person));
  const { guestId } = await at('2027-04-14 10:11', 'anna', (scope) =>
    addGuest(scope, newId(), meetingId, person.id),
  );
  await at('2027-04-14 10:12', 'anna', (scope) => inviteGuest(scope, guestId));
  return guestId;
}

/** Two things are agreed that nobody has figures for, both to be looked at again on one day in December. */
export async function agreeOnTwo(year: AYear, meetingId: string) {
  const { at } = year;
  await writeUp(year, '2027-06-16', meetingId, ['anna', 'bo', 'cia', 'dan', 'eva', 'finn'], '');
  const days = { byOn: '2027-07-16', measuredAgainOn: '2027-12-16', secondMeasureOn: null };
  const agreed = { ...days, who: 'Alle', measure: 'Vi spørger hinanden', indicatorKey: null };
  for (const what of ['Kommunen får et fast telefonnummer.', 'Vi svarer på attester inden en uge.'])
    await at('2027-06-16 21:15', 'anna', (scope) =>
      makeAgreement(scope, newId(), meetingId, { ...agreed, what }),
    );
  const evaluated = { roundId: await roundOf(year, meetingId, 'evaluation'), answers: SAID.evaluation };
  for (const who of ['anna', 'bo', 'cia', 'eva', 'finn'] as const)
    await answer(year, '2027-06-17 12:00', who, evaluated);
  await at('2027-06-18 08:00', 'anna', (scope) => closeMeeting(scope, meetingId));
}

/** A meeting in September that everybody was invited to and the house was told of, and that is called off. */
export async function callOff(year: AYear) {
  const { at } = year;
  const title = 'Trivsel i klinikken';
  const wish = {
    source: { packageKey: 'trivsel' },
    kind: 'cluster',
    title,
    minutes: 120,
    topicId: null,
  } as const;
  const days = [{ heldOn: '2027-09-15', startsAt: '17:00' }];
  const { meetingId } = await at('2027-08-09 10:00', 'anna', async (scope) => {
    const made = await makeMeeting(scope, newId(), { ...wish, days });
    if (made.done) await planRoundsOfMeeting(scope, made.made.meetingId);
    return made;
  });
  await at('2027-08-09 10:05', 'sif', (scope) => choosePlace(scope, meetingId, PLACE));
  await at('2027-08-10 09:00', 'anna', (scope) => invite(scope, meetingId));
  await reply(year, '2027-08-10 12:00', ['bo', 'eva'], meetingId, ['yes']);
  await reply(year, '2027-08-11 12:00', ['cia', 'finn'], meetingId, ['no']);
  await at('2027-08-12 09:00', 'sif', (scope) => tellVenue(scope, meetingId));
  await at('2027-08-20 12:00', 'anna', (scope) => cancelMeeting(scope, meetingId));
  return meetingId;
}
