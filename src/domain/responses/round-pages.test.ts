import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aPartner, aPartnerPerson } from '#domain/partners/partners.fixtures.ts';
import { ALL_TYPES, aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type ACluster, aCluster, aMember, giveRole } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { listCountedRounds } from './counted-rounds.server.ts';
import { EVALUATION } from './evaluation.ts';
import { listEvaluations, trendOfMeetings } from './evaluations.server.ts';
import { ofDay, ofMeeting } from './occasion.ts';
import { askRoundAgain, changeChosenRound, planChosenRound } from './plan-chosen-round.server.ts';
import { setLastDay } from './plan-round.server.ts';
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
  stateOf,
} from './responses.fixtures.ts';
import { resultCsv } from './result-export.text.ts';
import { isShowable, slidesOf, viewsOf } from './result-views.ts';
import { listRoundChoices } from './round-choices.server.ts';
import { findRoundPage, listNamedAnswers } from './round-page.server.ts';
import { exportedWorkbook, findExported, findRoundResults } from './round-results.server.ts';
import { findRound, listTextAnswers } from './rounds.server.ts';
import { listShownRounds } from './shown-rounds.server.ts';

const ANSWERS = { tryg: '4', nummer: 'yes', svaerest: 'Tiden' };
const SECRET = 'Ordene, som ingen har valgt ud';

type Who = { token: string };

/** Everything that is shown of a round's answers, to one reader, on the page, on the wall and in files. */
async function shownTo(cluster: ACluster, who: Who, roundId: string) {
  return cluster.as(who, async (scope: ClusterScope) => {
    const page = await findRoundPage(scope, roundId);
    const shown = page && (await findRoundResults(scope, page));
    const [member, partner] = [
      await findExported(scope, roundId, 'member'),
      await findExported(scope, roundId, 'partner'),
    ];
    return {
      hasPage: page !== null,
      views: shown ? viewsOf(shown.results) : [],
      texts: (await listTextAnswers(scope, roundId)).length,
      files: [member, partner].filter((one) => one !== null).length,
      named: (await listNamedAnswers(scope, roundId)).length,
      wall: shown ? slidesOf(shown.results, 'answers').filter(isShowable).length : 0,
    };
  });
}

const NOTHING = { views: [], texts: 0, files: 0, named: 0, wall: 0 };

test('a member sees what was counted, the coordinator the words too, a secretary and a stranger neither', async () => {
  const cluster = await aCluster({ practices: 6 });
  const meeting = await aMeeting(cluster);
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Hjælp' });
  const roundId = await aCountedRound(cluster, meeting.meetingId, { answersOf: () => ANSWERS });
  const member = cluster.practices[1]!.doctor;
  const counted = { hasPage: true, views: ['answers'], files: 1, named: 0, wall: 3 };
  expect(await shownTo(cluster, member, roundId)).toEqual({ ...counted, texts: 0 });
  expect(await shownTo(cluster, cluster.coordinator, roundId)).toEqual({ ...counted, texts: 6 });
  expect(await shownTo(cluster, secretary, roundId)).toEqual({ ...NOTHING, hasPage: true });
  const stranger = await aCluster();
  expect(await shownTo(stranger, stranger.coordinator, roundId)).toEqual({ ...NOTHING, hasPage: false });
  const ofMeetingTo = (who: Who) => cluster.as(who, (scope) => listShownRounds(scope, meeting.meetingId));
  expect((await ofMeetingTo(member))?.map(({ state }) => state)).toEqual(['counted']);
  expect(await ofMeetingTo(secretary)).toEqual([]);
});

test('four answers show nothing anywhere, not to the coordinator either', async () => {
  const cluster = await aCluster({ practices: 6 });
  const meeting = await aMeeting(cluster);
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId: meeting.meetingId });
  await follow();
  for (const { doctor } of cluster.practices.slice(0, 4))
    await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
  await follow(daysLater(15));
  expect(await shownTo(cluster, cluster.coordinator, roundId)).toEqual({ ...NOTHING, hasPage: true });
  await follow(daysLater(40));
  expect(await stateOf(roundId)).toBe('dropped');
  expect(await shownTo(cluster, cluster.coordinator, roundId)).toEqual({ ...NOTHING, hasPage: true });
});

test('a question that only four answered is empty on the page, on the wall and in both files', async () => {
  const cluster = await aCluster({ practices: 6 });
  const meeting = await aMeeting(cluster);
  const definition = aQuestionnaire({
    questions: [
      ...aQuestionnaire().questions,
      aQuestion({ key: 'faa', type: 'single', options: ['Ugleknold', 'Andet'], isRequired: false }),
    ],
  });
  const roundId = await aCountedRound(cluster, meeting.meetingId, {
    definition,
    answersOf: (at) => (at < 4 ? { ...ANSWERS, svaerest: SECRET, faa: '0' } : { tryg: '4', nummer: 'yes' }),
  });
  const found = await cluster.as(cluster.coordinator, async (scope) => {
    const page = await findRoundPage(scope, roundId);
    return {
      shown: await findRoundResults(scope, page!),
      exported: await findExported(scope, roundId, 'member'),
    };
  });
  const { exported, shown } = found!;
  const few = shown!.results.member!.result.questions.filter(
    ({ question }) => question.key !== 'tryg' && question.key !== 'nummer',
  );
  expect(few.map(({ answered, asked, tally }) => [answered, asked, tally])).toEqual([
    [null, null, null],
    [null, null, null],
  ]);
  expect(
    slidesOf(shown!.results, 'answers')
      .filter(isShowable)
      .map(({ key }) => key),
  ).toEqual(['tryg', 'nummer']);
  expect(shown!.unread).toBe(0);
  const csv = resultCsv('da', exported!);
  const { bytes } = await exportedWorkbook('da', exported!);
  expect(bytes.byteLength).toBeGreaterThan(1000);
  expect(csv).not.toContain(SECRET);
  expect(csv).not.toContain('Ugleknold');
});

test('a partner’s four answers are not shown, and neither are the two sides', async () => {
  const answered = async (partners: number) => {
    const cluster = await aCluster({ practices: 5 });
    const meeting = await aMeeting(cluster);
    const partner = await aPartner(cluster);
    const people = [partner.person];
    for (const at of [1, 2, 3, 4])
      people.push(await aPartnerPerson({ ...cluster, ...partner }, { email: `p${at}@kommune.example` }));
    const { clusterId } = cluster;
    const about = { clusterId, meetingId: meeting.meetingId, partnerId: partner.partnerId };
    const roundId = await aRound(about);
    await follow();
    for (const { doctor } of cluster.practices)
      await answerAs(cluster, doctor, { roundId, answers: ANSWERS });
    for (const { partnerPersonId } of people.slice(0, partners))
      await answerByLink(await aRespondentLink(roundId, partnerPersonId), roundId, {
        tryg: '2',
        nummer: 'no',
      });
    await follow(daysLater(15));
    return shownTo(cluster, cluster.practices[1]!.doctor, roundId);
  };
  expect(await answered(4)).toMatchObject({ views: ['answers'], files: 1 });
  expect(await answered(5)).toMatchObject({ views: ['sides', 'answers', 'partner'], files: 2 });
});

test('who answered what in a round with names is read by coordinators alone', async () => {
  const cluster = await aCluster({ practices: 5 });
  const meeting = await aMeeting(cluster);
  const board = cluster.practices[1]!.doctor;
  await giveRole(cluster.clusterId, 'board', board.memberId);
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Hjælp' });
  const roundId = await aCountedRound(cluster, meeting.meetingId, {
    isNamed: true,
    answersOf: () => ANSWERS,
  });
  const given = (who: Who) => cluster.as(who, (scope) => listNamedAnswers(scope, roundId));
  expect(await given(cluster.coordinator)).toHaveLength(5);
  expect((await given(cluster.coordinator))![0]).toMatchObject({ answers: ANSWERS });
  for (const who of [board, secretary, cluster.practices[2]!.doctor]) expect(await given(who)).toEqual([]);
});

const TYPED = { asks: 'doctors', partner: '', names: 'anonymous', opensOn: '', closesOn: '' };

test('a round is planned from what is offered, and what is typed wrongly stores nothing', async () => {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster, { heldOn: '2026-04-14' });
  const plan = (who: Who, what: string, typed = TYPED) =>
    cluster.as(who, (scope) => planChosenRound(scope, meeting.meetingId, { what, typed }));
  const offered = () =>
    cluster.as(cluster.coordinator, async (scope) =>
      (await listRoundChoices(scope, meeting.meetingId)).map(({ what }) => what),
    );
  expect(await offered()).toEqual(['evaluation']);
  for (const [what, typed, reason] of [
    ['package', TYPED, 'no_such_choice'],
    [`own:${newId()}`, TYPED, 'no_such_choice'],
    ['evaluation', { ...TYPED, asks: 'dogs' }, 'nobody_asked'],
    ['evaluation', { ...TYPED, opensOn: '32.1.2026', closesOn: '1.4.2026' }, 'day_not_understood'],
    ['evaluation', { ...TYPED, opensOn: '1.4.2026' }, 'day_missing'],
    ['evaluation', { ...TYPED, opensOn: '2.4.2026', closesOn: '1.4.2026' }, 'closes_before_it_opens'],
    ['evaluation', { ...TYPED, partner: newId() }, 'nothing_for_partner'],
  ] as const)
    expect(await plan(cluster.coordinator, what, typed)).toEqual({ done: false, reason });
  const stored = () =>
    cluster.as(cluster.coordinator, (scope) => listCountedRounds(scope, meeting.meetingId));
  expect(await stored()).toEqual([]);
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Hjælp' });
  await expect(plan(secretary, 'evaluation')).rejects.toThrow('questionnaire_round.plan');
  expect(await plan(cluster.coordinator, 'evaluation')).toMatchObject({ done: true });
  expect(await offered()).toEqual([]);
  expect(await stored()).toMatchObject([
    { opensOn: '2026-04-15', closesOn: '2026-04-21', movesWithMeeting: true, counts: {} },
  ]);
  const [round] = (await stored())!;
  const change = (who: Who, typed: typeof TYPED) =>
    cluster.as(who, (scope) => changeChosenRound(scope, round!.questionnaireRoundId, typed));
  expect(await change(cluster.coordinator, { ...TYPED, opensOn: '16.4.', closesOn: '20.4.' })).toMatchObject({
    done: true,
  });
  expect(await stored()).toMatchObject([
    { opensOn: '2026-04-16', closesOn: '2026-04-20', movesWithMeeting: false },
  ]);
  await expect(change(secretary, TYPED)).rejects.toThrow('questionnaire_round.plan');
  const stranger = await aCluster();
  expect(
    await stranger.as(stranger.coordinator, (scope) =>
      changeChosenRound(scope, round!.questionnaireRoundId, TYPED),
    ),
  ).toEqual({ done: false, reason: 'no_such_round' });
});

test('a secretary reminds, and neither prolongs nor lets words out', async () => {
  const cluster = await aCluster({ practices: 6 });
  const meeting = await aMeeting(cluster);
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Hjælp' });
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId: meeting.meetingId });
  await follow();
  const later = { now: daysLater(1) };
  const as = <T>(work: (scope: ClusterScope) => Promise<T>) => cluster.as(secretary, work, later);
  expect(await as((scope) => remindRound(scope, roundId))).toMatchObject({ done: true, made: { people: 6 } });
  await expect(as((scope) => setLastDay(scope, roundId, '2026-03-20'))).rejects.toThrow(
    'questionnaire_round.plan',
  );
  await expect(as((scope) => releaseTexts(scope, roundId, []))).rejects.toThrow('text_answer.release');
});

test('a counted round is asked again with a meeting ahead or for an agreement’s day, of the same people', async () => {
  const cluster = await aCluster({ practices: 5 });
  const meeting = await aMeeting(cluster, { heldOn: '2026-03-20' });
  const roundId = await aCountedRound(cluster, meeting.meetingId, {
    asks: 'everybody',
    answersOf: () => ANSWERS,
  });
  const next = await aMeeting(cluster, { heldOn: '2026-09-20', title: 'Opfølgning' });
  await owner
    .insertInto('agreement')
    .values({
      clusterId: cluster.clusterId,
      meetingId: meeting.meetingId,
      ...{ what: 'Trappe ned', who: 'Alle', measure: 'Spørgeskemaet', byOn: '2026-04-20' },
      ...{ measuredAgainOn: '2026-10-20', madeAt: NOW },
    })
    .execute();
  const again = (named: string, who: Who = cluster.coordinator) =>
    cluster.as(who, (scope) => askRoundAgain(scope, roundId, named), { now: daysLater(30) });
  expect(await again('day:2026-13-99')).toEqual({ done: false, reason: 'no_such_meeting' });
  expect(await again(ofMeeting(newId()))).toEqual({ done: false, reason: 'no_such_meeting' });
  const made = [await again(ofMeeting(next.meetingId)), await again(ofDay('2026-10-20'))].map((told) =>
    told?.done ? told.made.questionnaireRoundId : '',
  );
  const rounds = await cluster.as(cluster.coordinator, (scope) =>
    Promise.all(made.map((id) => findRound(scope, id))),
  );
  expect(rounds).toMatchObject([
    {
      followsId: roundId,
      meetingId: next.meetingId,
      asks: 'everybody',
      opensOn: '2026-08-23',
      movesWithMeeting: true,
    },
    {
      followsId: roundId,
      meetingId: meeting.meetingId,
      opensOn: '2026-10-06',
      closesOn: '2026-10-20',
      movesWithMeeting: false,
    },
  ]);
  await expect(again(ofDay('2026-10-20'), cluster.practices[1]!.doctor)).rejects.toThrow(
    'questionnaire_round.plan',
  );
});

test('evaluations are followed from meeting to meeting, with a gap where too few answered', async () => {
  const cluster = await aCluster({ practices: 6 });
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Hjælp' });
  const answers = { 'tid-vaerd': '5', 'goer-anderledes': '4', 'alle-hoert': '4' };
  const evaluate = async (heldOn: string, people: number) => {
    const { meetingId } = await aMeeting(cluster, { heldOn, title: `Møde ${heldOn}` });
    const roundId = await aRound({
      ...{ clusterId: cluster.clusterId, meetingId, definition: EVALUATION },
      ...{ purpose: 'evaluation', asks: 'everybody' },
    });
    await follow();
    for (const { doctor } of cluster.practices.slice(0, people))
      await answerAs(cluster, doctor, { roundId, answers });
  };
  await evaluate('2026-01-10', 6);
  await evaluate('2026-01-20', 3);
  await evaluate('2026-01-30', 5);
  await follow(daysLater(15));
  await follow(daysLater(40));
  const read = (who: Who) => cluster.as(who, listEvaluations);
  const found = (await read(cluster.practices[1]!.doctor))!;
  expect(found.map(({ heldOn, state }) => [heldOn, state])).toEqual([
    ['2026-01-30', 'counted'],
    ['2026-01-20', 'dropped'],
    ['2026-01-10', 'counted'],
  ]);
  const [worth] = trendOfMeetings(found);
  expect(worth!.points.map(({ heldOn, share }) => [heldOn, share?.of ?? null])).toEqual([
    ['2026-01-10', 6],
    ['2026-01-20', null],
    ['2026-01-30', 5],
  ]);
  expect(await read(secretary)).toEqual([]);
  const stranger = await aCluster();
  expect(await stranger.as(stranger.coordinator, listEvaluations)).toEqual([]);
});

test('what a package asks can be planned from it', async () => {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster, { heldOn: '2026-04-14' });
  const made = { title: { da: 'Smerter', en: 'Pain' }, isWellbeing: false, questions: ALL_TYPES };
  await owner
    .updateTable('meeting')
    .set({ package: JSON.stringify(made) })
    .where('meetingId', '=', meeting.meetingId)
    .execute();
  const plan = () =>
    cluster.as(cluster.coordinator, (scope) =>
      planChosenRound(scope, meeting.meetingId, { what: 'package', typed: TYPED }),
    );
  expect(await plan()).toMatchObject({ done: true });
  const offered = await cluster.as(cluster.coordinator, (scope) =>
    listRoundChoices(scope, meeting.meetingId),
  );
  expect(offered?.map(({ what }) => what)).toEqual(['evaluation']);
});
