import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aCluster, aMember, giveRole } from '#test/build.ts';
import { NOW, owner } from '#test/world.ts';
import { changeQuestionnaire } from './change-questionnaire.server.ts';
import { endQuestionnaire, resumeQuestionnaire } from './end-questionnaire.server.ts';
import { fhirOf } from './fhir-questionnaire.ts';
import { importQuestionnaire, makeQuestionnaire } from './make-questionnaire.server.ts';
import { aQuestion, aQuestionnaire } from './questionnaires.fixtures.ts';
import { findOwnQuestionnaire, listOwnQuestionnaires } from './questionnaires.server.ts';
import { choiceLabels } from './scale.text.ts';

const LATER = new Date(NOW.getTime() + 60_000);
const whole = aQuestionnaire();

async function aClusterWithOne() {
  const cluster = await aCluster();
  const made = await cluster.as(cluster.coordinator, (scope) =>
    makeQuestionnaire(scope, cluster.clusterId, whole, 'Akutfunktion'),
  );
  if (!made?.done) throw new Error('The questionnaire was not made.');
  const { ownQuestionnaireId } = made.made;
  const change = (stated: object, seenAt = NOW, who: { token: string } = cluster.coordinator) =>
    cluster.as(who, (scope) => changeQuestionnaire(scope, ownQuestionnaireId, { ...stated }, seenAt), {
      now: LATER,
    });
  const found = () =>
    cluster.as(cluster.coordinator, (scope) => findOwnQuestionnaire(scope, ownQuestionnaireId));
  return { cluster, ownQuestionnaireId, change, found };
}
const titlesFor = (cluster: Awaited<ReturnType<typeof aCluster>>, who: { token: string }) =>
  cluster.as(who, async (scope) => (await listOwnQuestionnaires(scope)).map(({ content }) => content.title));

test('a questionnaire that was made is found as it was, and says what it was made from', async () => {
  const { found } = await aClusterWithOne();
  expect(await found()).toMatchObject({ content: whole, madeFrom: 'Akutfunktion', endedAt: null });
});

test('a second one of the same title can be told from the first', async () => {
  const { cluster } = await aClusterWithOne();
  await cluster.as(cluster.coordinator, (scope) => makeQuestionnaire(scope, cluster.clusterId, whole, ''));
  expect((await titlesFor(cluster, cluster.coordinator))?.toSorted()).toEqual([
    'Prøveskema',
    'Prøveskema (2)',
  ]);
});

test('one that was sent as FHIR is taken in as it was, and one that is broken leaves nothing', async () => {
  const cluster = await aCluster();
  const sent = JSON.stringify(fhirOf(whole, (question) => choiceLabels('da', question)));
  const take = (text: string) =>
    cluster.as(cluster.coordinator, (scope) => importQuestionnaire(scope, cluster.clusterId, text));
  expect(await take('{}')).toEqual({ done: false, reason: 'questionnaire_broken' });
  expect(await titlesFor(cluster, cluster.coordinator)).toEqual([]);
  const taken = await take(sent);
  if (!taken?.done) throw new Error('It was not taken in.');
  const { ownQuestionnaireId } = taken.made;
  const found = await cluster.as(cluster.coordinator, (scope) =>
    findOwnQuestionnaire(scope, ownQuestionnaireId),
  );
  expect(found?.content).toEqual(whole);
});

test('a change is kept, and one that contradicts itself leaves everything as it was', async () => {
  const { change, found } = await aClusterWithOne();
  const twice = { questions: [aQuestion(), aQuestion()] };
  expect(await change(twice)).toEqual({ done: false, reason: 'questionnaire_broken' });
  expect(await found()).toMatchObject({ content: whole, changedAt: NOW });
  expect(await change({ title: 'Nyt' })).toMatchObject({ done: true });
  expect(await found()).toMatchObject({ content: { ...whole, title: 'Nyt' }, changedAt: LATER });
});

test('what somebody else changed meanwhile is not written over, and a repeat changes nothing twice', async () => {
  const { change, found } = await aClusterWithOne();
  await change({ title: 'Først' });
  expect(await change({ title: 'Sidst' })).toEqual({ done: false, reason: 'changed_meanwhile' });
  expect(await found()).toMatchObject({ content: { title: 'Først' } });
});

test('one that was taken away is not listed, cannot be changed, and can be taken back', async () => {
  const { change, cluster, found, ownQuestionnaireId } = await aClusterWithOne();
  await cluster.as(cluster.coordinator, (scope) => endQuestionnaire(scope, ownQuestionnaireId));
  expect(await titlesFor(cluster, cluster.coordinator)).toEqual([]);
  expect(await change({ title: 'Nyt' })).toEqual({ done: false, reason: 'questionnaire_ended' });
  await cluster.as(cluster.coordinator, (scope) => resumeQuestionnaire(scope, ownQuestionnaireId));
  expect(await titlesFor(cluster, cluster.coordinator)).toEqual(['Prøveskema']);
  expect(await found()).toMatchObject({ content: whole });
});

test('a stranger sees none and changes none', async () => {
  const { found, ownQuestionnaireId } = await aClusterWithOne();
  const other = await aCluster();
  const as = <T>(work: Parameters<typeof other.as<T>>[1]) => other.as(other.coordinator, work);
  expect(await titlesFor(other, other.coordinator)).toEqual([]);
  expect(await as((scope) => findOwnQuestionnaire(scope, ownQuestionnaireId))).toBeNull();
  const change = await as((scope) => changeQuestionnaire(scope, ownQuestionnaireId, { title: 'Nyt' }, NOW));
  expect(change).toEqual({ done: false, reason: 'no_such_questionnaire' });
  expect(await as((scope) => endQuestionnaire(scope, ownQuestionnaireId))).toEqual({
    done: false,
    reason: 'no_such_questionnaire',
  });
  expect(await found()).toMatchObject({ content: whole, endedAt: null });
});

test('a doctor and a consultant see none; the secretary reads them; none of them changes one', async () => {
  const { change, cluster, found } = await aClusterWithOne();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const consultant = await aMember(cluster, { kind: 'consultant' });
  for (const who of [cluster.practices[1]!.doctor, secretary, consultant]) {
    await expect(change({ title: 'Nyt' }, NOW, who)).rejects.toThrow(NotPermitted);
    expect(await titlesFor(cluster, who)).toEqual(who === secretary ? ['Prøveskema'] : []);
  }
  expect(await found()).toMatchObject({ content: whole });
});

test('the board changes it too', async () => {
  const { change, cluster } = await aClusterWithOne();
  const { doctor } = cluster.practices[1]!;
  await giveRole(cluster.clusterId, 'board', doctor.memberId);
  expect(await change({ title: 'Nyt' }, NOW, doctor)).toMatchObject({ done: true });
});

test('a row without a title is refused by the table itself', async () => {
  const cluster = await aCluster();
  const row = { clusterId: cluster.clusterId, content: '{"title":""}', madeAt: NOW, changedAt: NOW };
  await expect(owner.insertInto('ownQuestionnaire').values(row).execute()).rejects.toThrow(
    'a_questionnaire_has_a_title',
  );
});
