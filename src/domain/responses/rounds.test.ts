import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aPartner, aPartnerPerson } from '#domain/partners/partners.fixtures.ts';
import { aCluster, aMember } from '#test/build.ts';
import { NOW, owner } from '#test/world.ts';
import { findDraft, keepDraft } from './keep-draft.server.ts';
import { changeRound, openRoundNow, planRound, setLastDay, takeRoundBack } from './plan-round.server.ts';
import { releaseTexts } from './release-texts.server.ts';
import { remindRound } from './remind-round.server.ts';
import {
  aCountedRound,
  answerAs,
  answerByLink,
  aQuestionnaire,
  aRespondentLink,
  aRound,
  daysLater,
  follow,
  keys,
  rowsOf,
  stateOf,
} from './responses.fixtures.ts';
import { findResults, findRound, listOwnRounds, listRespondents, listTextAnswers } from './rounds.server.ts';

const ANSWERS = { tryg: '4', nummer: 'yes', svaerest: 'Tiden' };

async function aClusterWithMeeting(practices = 6) {
  const cluster = await aCluster({ practices });
  const meeting = await aMeeting(cluster);
  const about = { clusterId: cluster.clusterId, meetingId: meeting.meetingId };
  return { cluster, meeting, about, doctors: cluster.practices.map(({ doctor }) => doctor) };
}

const lettersOf = async (roundId: string) => {
  const rows = await owner
    .selectFrom('letter')
    .select(['kind', 'personId'])
    .where('questionnaireRoundId', '=', roundId)
    .execute();
  return rows.map(({ kind }) => kind).sort();
};

test('a round opens on its day, asks each doctor once, and shows nothing until it has closed', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(6);
  await aMember(cluster, { practiceId: cluster.practices[0]!.practiceId, kind: 'staff', name: 'Signe' });
  const roundId = await aRound(about);
  expect(await answerAs(cluster, doctors[0]!, { roundId, answers: ANSWERS })).toMatchObject({ done: false });
  await follow(daysLater(-1));
  expect(await stateOf(roundId)).toBe('planned');
  await follow();
  await follow();
  expect(await stateOf(roundId)).toBe('open');
  expect(await lettersOf(roundId)).toEqual(Array(6).fill('questionnaire'));
  for (const doctor of doctors)
    expect(await answerAs(cluster, doctor, { roundId, answers: ANSWERS })).toMatchObject({ done: true });
  expect(await rowsOf('sealed_response', roundId)).toBe(6);
  expect(await cluster.as(doctors[1]!, (scope) => findResults(scope, roundId))).toEqual({});
  await follow(daysLater(15));
  expect(await stateOf(roundId)).toBe('counted');
  expect(await rowsOf('sealed_response', roundId)).toBe(0);
  expect(await rowsOf('anonymous_answer', roundId)).toBe(12);
  expect(await keys.list()).not.toContain(roundId);
  const shown = await cluster.as(doctors[1]!, (scope) => findResults(scope, roundId));
  expect(shown?.member?.result).toMatchObject({ respondents: 6, title: 'Før mødet om opioider' });
});

test('nobody answers twice, and nobody who was not asked', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(2);
  const roundId = await aRound(about);
  await follow();
  const stranger = await aCluster();
  const [first] = doctors;
  const late = { roundId, answers: ANSWERS, now: daysLater(15) };
  const results = [
    await answerAs(cluster, first!, { roundId, answers: ANSWERS }),
    await answerAs(cluster, first!, { roundId, answers: ANSWERS }),
    await answerAs(cluster, doctors[1]!, { roundId, answers: { nummer: 'no' } }),
    await answerAs(cluster, doctors[1]!, { roundId, answers: ANSWERS, code: 'peter' }),
    await answerAs(cluster, doctors[1]!, late),
    await answerAs(stranger, stranger.coordinator, { roundId, answers: ANSWERS }),
  ];
  expect(results.map((told) => told && 'reason' in told && told.reason)).toEqual([
    false,
    'answered_already',
    'answers_missing',
    'no_such_code',
    'round_closed',
    'no_such_round',
  ]);
  expect(await rowsOf('sealed_response', roundId)).toBe(1);
});

test('with too few answers a round waits to be prolonged, and is counted when they suffice', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(6);
  const roundId = await aRound(about);
  await follow();
  for (const doctor of doctors.slice(0, 4)) await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
  await follow(daysLater(16));
  expect(await stateOf(roundId)).toBe('open');
  const prolong = { now: daysLater(17) };
  const told = await cluster.as(
    cluster.coordinator,
    (scope) => setLastDay(scope, roundId, '2026-03-25'),
    prolong,
  );
  expect(told).toMatchObject({ done: true });
  expect(
    await answerAs(cluster, doctors[4]!, { roundId, answers: ANSWERS, now: daysLater(18) }),
  ).toMatchObject({
    done: true,
  });
  await follow(daysLater(24));
  expect(await stateOf(roundId)).toBe('counted');
});

test('too few answers that nobody prolongs are deleted unread', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(6);
  const few = await aRound(about);
  await follow();
  await answerAs(cluster, doctors[0]!, { roundId: few, answers: ANSWERS });
  await follow(daysLater(30));
  expect(await stateOf(few)).toBe('dropped');
  expect(await rowsOf('sealed_response', few)).toBe(0);
  expect(await rowsOf('anonymous_answer', few)).toBe(0);
  expect(await keys.list()).not.toContain(few);
});

test('only those who have not answered are reminded, once by itself and again when somebody asks for it', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(3);
  const roundId = await aRound(about);
  await follow();
  await answerAs(cluster, doctors[0]!, { roundId, answers: ANSWERS });
  await follow(daysLater(10));
  const asks = ['questionnaire', 'questionnaire', 'questionnaire'];
  expect(await lettersOf(roundId)).toEqual(asks);
  await follow(daysLater(11));
  await follow(daysLater(12));
  const reminded = [...asks, 'questionnaire_reminder', 'questionnaire_reminder'];
  expect(await lettersOf(roundId)).toEqual(reminded);
  const again = (days: number) =>
    cluster.as(cluster.coordinator, (scope) => remindRound(scope, roundId), { now: daysLater(days) });
  expect(await again(11)).toMatchObject({ done: false, reason: 'nobody_to_remind' });
  expect(await again(12)).toMatchObject({ done: true, made: { people: 2 } });
  expect(await lettersOf(roundId)).toHaveLength(7);
});

test('a partner’s people answer by their own link, and beside the members’ answers stand theirs', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(5);
  const partner = await aPartner(cluster);
  const people = [partner.person];
  for (const at of [1, 2, 3, 4])
    people.push(await aPartnerPerson({ ...cluster, ...partner }, { email: `s${at}@kommune.example` }));
  const roundId = await aRound({ ...about, partnerId: partner.partnerId });
  await follow();
  expect(await lettersOf(roundId)).toEqual([
    ...Array(5).fill('partner_questionnaire'),
    ...Array(5).fill('questionnaire'),
  ]);
  for (const doctor of doctors) await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
  for (const { partnerPersonId } of people) {
    const link = await aRespondentLink(roundId, partnerPersonId);
    expect(await answerByLink(link, roundId, { tryg: '2', nummer: 'no' })).toMatchObject({ done: true });
    expect(await answerByLink(link, roundId, { tryg: '2', nummer: 'no' })).toMatchObject({
      reason: 'answered_already',
    });
  }
  await follow(daysLater(15));
  const shown = await cluster.as(doctors[0]!, (scope) => findResults(scope, roundId));
  expect(shown?.partner?.result).toMatchObject({ party: 'partner', respondents: 5 });
  expect(shown?.member?.result).toMatchObject({ party: 'member', respondents: 5 });
});

test('answers in words are read by the coordinator, and by the others when they are let out', async () => {
  const { about, cluster, doctors, meeting } = await aClusterWithMeeting(5);
  const roundId = await aCountedRound(cluster, meeting.meetingId, {
    answersOf: (at) => ({ ...ANSWERS, svaerest: `Ord ${at}` }),
  });
  expect(about.meetingId).toBe(meeting.meetingId);
  const read = (who: { token: string }) => cluster.as(who, (scope) => listTextAnswers(scope, roundId));
  expect(await read(doctors[1]!)).toEqual([]);
  const all = await read(cluster.coordinator);
  expect(all?.map(({ answer }) => answer).sort()).toEqual(['Ord 0', 'Ord 1', 'Ord 2', 'Ord 3', 'Ord 4']);
  const chosen = all!.slice(0, 2).map(({ textAnswerId }) => textAnswerId);
  await cluster.as(cluster.coordinator, (scope) => releaseTexts(scope, roundId, chosen));
  expect((await read(doctors[1]!))?.map(({ textAnswerId }) => textAnswerId)).toEqual(chosen);
  await cluster.as(cluster.coordinator, (scope) => releaseTexts(scope, roundId, []));
  expect(await read(doctors[1]!)).toEqual([]);
});

test('about wellbeing nothing shows below ten answers, and no words ever', async () => {
  const definition = aQuestionnaire({ isWellbeing: true });
  const { cluster, meeting } = await aClusterWithMeeting(10);
  const roundId = await aCountedRound(cluster, meeting.meetingId, { definition, answersOf: () => ANSWERS });
  expect(await stateOf(roundId)).toBe('counted');
  expect(await rowsOf('text_answer', roundId)).toBe(0);
  const nine = await aClusterWithMeeting(9);
  const few = await aCountedRound(nine.cluster, nine.meeting.meetingId, {
    definition,
    answersOf: () => ANSWERS,
  });
  expect(await stateOf(few)).toBe('open');
  expect(await rowsOf('questionnaire_result', few)).toBe(0);
});

test('a second round is compared with the first, paired by the codes that members kept', async () => {
  const { about, cluster, doctors, meeting } = await aClusterWithMeeting(8);
  const codes = doctors.map((_, at) => `kamo-tiru-peda-${'bdfghjkl'[at]}a${'bdfghjkl'[at]}a`);
  const first = await aRound(about);
  await follow();
  for (const [at, doctor] of doctors.entries())
    await answerAs(cluster, doctor, {
      roundId: first,
      answers: { tryg: '2', nummer: 'no' },
      code: codes[at]!,
    });
  await follow(daysLater(15));
  const second = await aRound({ ...about, followsId: first, opensOn: '2026-04-20', closesOn: '2026-04-30' });
  await follow(daysLater(49));
  for (const [at, doctor] of doctors.entries()) {
    const answers = { tryg: '5', nummer: at < 7 ? 'yes' : 'no' };
    await answerAs(cluster, doctor, {
      roundId: second,
      answers,
      code: codes[at]!.toUpperCase(),
      now: daysLater(50),
    });
  }
  await follow(daysLater(60));
  const shown = await cluster.as(doctors[0]!, (scope) => findResults(scope, second));
  expect(
    shown?.member?.changes?.questions.map(({ isPaired, key, verdict }) => [key, verdict, isPaired]),
  ).toEqual([
    ['tryg', 'clear', true],
    ['nummer', 'clear', true],
  ]);
  expect(meeting.meetingId).toBe(about.meetingId);
});

test('a draft opens with the secret it was locked with, and is gone when the answers are handed in', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(2);
  const roundId = await aRound(about);
  await follow();
  const [doctor, colleague] = doctors;
  const draft = { answers: { tryg: '3' }, code: '' };
  const keep = (who: { token: string }) =>
    cluster.as(who, (scope) => keepDraft(scope, roundId, 'secret', draft));
  const find = (who: { token: string }, secret: string) =>
    cluster.as(who, (scope) => findDraft(scope, roundId, secret));
  expect(await keep(doctor!)).toMatchObject({ done: true });
  expect(await find(doctor!, 'secret')).toEqual(draft);
  expect(await find(doctor!, 'another')).toBe('elsewhere');
  expect(await find(colleague!, 'secret')).toBeNull();
  await answerAs(cluster, doctor!, { roundId, answers: ANSWERS });
  expect(await find(doctor!, 'secret')).toBeNull();
  expect(await keep(doctor!)).toMatchObject({ reason: 'round_closed' });
});

test('what is asked stands fast once a round is open, and it is taken back only while nobody has answered', async () => {
  const { about, cluster, doctors, meeting } = await aClusterWithMeeting(2);
  const wish = {
    asks: 'doctors',
    partnerId: null,
    isNamed: false,
    opensOn: '2026-03-02',
    closesOn: '2026-03-16',
  } as const;
  const roundId = crypto.randomUUID();
  const round = {
    meetingId: meeting.meetingId,
    purpose: 'topic',
    definition: aQuestionnaire(),
    wish,
    followsId: null,
  } as const;
  const lead = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(cluster.coordinator, work);
  expect(await lead((scope) => planRound(scope, roundId, round))).toMatchObject({ done: true });
  expect(await lead((scope) => changeRound(scope, roundId, { ...wish, isNamed: true }))).toMatchObject({
    done: true,
  });
  expect(await lead((scope) => openRoundNow(scope, roundId))).toMatchObject({ done: true });
  await follow();
  expect(await lead((scope) => changeRound(scope, roundId, wish))).toMatchObject({ reason: 'round_is_open' });
  await expect(
    owner
      .updateTable('questionnaireRound')
      .set({ isNamed: false })
      .where('questionnaireRoundId', '=', roundId)
      .execute(),
  ).rejects.toThrow('stands fast');
  expect(await answerAs(cluster, doctors[1]!, { roundId, answers: ANSWERS })).toMatchObject({ done: true });
  expect(await answerAs(cluster, doctors[1]!, { roundId, answers: ANSWERS })).toMatchObject({ done: true });
  expect(await lead((scope) => takeRoundBack(scope, roundId))).toMatchObject({ reason: 'somebody_answered' });
  const other = await aRound(about);
  await follow();
  expect(await lead((scope) => takeRoundBack(scope, other))).toMatchObject({ done: true });
  expect(await answerAs(cluster, doctors[1]!, { roundId: other, answers: ANSWERS })).toMatchObject({
    done: false,
  });
});

test('to another cluster a round, its respondents and its results do not exist', async () => {
  const { about, cluster, doctors } = await aClusterWithMeeting(5);
  const roundId = await aCountedRound(cluster, about.meetingId, { answersOf: () => ANSWERS });
  const open = await aRound(about);
  await follow();
  const strangers = await aCluster();
  const seen = await strangers.as(strangers.coordinator, async (scope) => [
    await findRound(scope, roundId),
    await listRespondents(scope, open),
    await findResults(scope, roundId),
    await listTextAnswers(scope, roundId),
    await listOwnRounds(scope),
  ]);
  expect(seen).toEqual([null, [], {}, [], []]);
  expect(await cluster.as(doctors[1]!, (scope) => listRespondents(scope, open))).toEqual([]);
  expect(NOW).toBeInstanceOf(Date);
});
