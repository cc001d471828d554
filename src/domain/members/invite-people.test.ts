import { expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { aCluster, aMember, aPerson } from '#test/build.ts';
import { owner } from '#test/world.ts';
import { endPractice } from './end-practice.server.ts';
import { aRow } from './enrolment.fixtures.ts';
import { invitePeople } from './invite-people.server.ts';
import { listHoldings, listMembers, listPractices } from './members.server.ts';

const NEXT_DAY = { now: new Date('2026-03-03T10:00:00Z') };

test('people come to the practices that the cluster has, and new practices with their people', async () => {
  const cluster = await aCluster();
  const [, practice] = cluster.practices;
  const known = await aPerson('Kendt Et Andet Sted');
  const rows = [
    aRow({ number: practice!.number, practice: `lægehuset ${practice!.number} I/S` }),
    aRow({ email: known.email }),
    aRow({ kind: 'consultant', practice: '', number: '' }),
  ];
  const invited = await cluster.as(cluster.coordinator, (scope) =>
    invitePeople(scope, cluster.clusterId, rows),
  );
  expect(invited).toEqual({ done: true, made: { practices: 1, people: 3, numbers: 0, marked: [] } });
  const members = await cluster.as(cluster.coordinator, listMembers);
  expect(members?.filter(({ practiceId }) => practiceId === practice!.practiceId)).toHaveLength(2);
  // Somebody who is known keeps the name that they gave themselves.
  expect(members?.map(({ name }) => name)).toContain('Kendt Et Andet Sted');
});

test('a practice that is in already gets the number that it was listed with', async () => {
  const cluster = await aCluster();
  const practice = { practice: 'Klinikken Uden', name: '', email: '' };
  const list = (number: string) =>
    cluster.as(cluster.coordinator, (scope) =>
      invitePeople(scope, cluster.clusterId, [aRow({ ...practice, number })]),
    );
  expect(await list('')).toMatchObject({ made: { practices: 1, numbers: 0 } });
  expect(await list('077123')).toMatchObject({ made: { practices: 0, people: 0, numbers: 1 } });
  expect(await list('077123')).toMatchObject({ made: { numbers: 0 } });
  const listed = await cluster.as(cluster.coordinator, listPractices);
  expect(listed?.find(({ name }) => name === 'Klinikken Uden')?.numbers).toEqual([
    { number: '077123', isConfirmed: false },
  ]);
});

test('whom the list names a role for is told of, and holds none', async () => {
  const cluster = await aCluster();
  const rows = [aRow({ name: 'Bo Dam', isMarked: true }), aRow(), aRow({ email: '', isMarked: true })];
  const invited = await cluster.as(cluster.coordinator, (scope) =>
    invitePeople(scope, cluster.clusterId, rows),
  );
  const marked = invited?.done ? invited.made.marked : [];
  const [members, holdings] = [
    await cluster.as(cluster.coordinator, listMembers),
    await cluster.as(cluster.coordinator, listHoldings),
  ];
  expect(members?.filter(({ memberId }) => marked.includes(memberId)).map(({ name }) => name)).toEqual([
    'Bo Dam',
  ]);
  expect(holdings?.filter(({ memberId }) => memberId !== null && marked.includes(memberId))).toEqual([]);
});

test('whoever is in already is neither doubled nor written to', async () => {
  const cluster = await aCluster();
  const rows = [aRow()];
  const invite = () =>
    cluster.as(cluster.coordinator, (scope) => invitePeople(scope, cluster.clusterId, rows));
  expect(await invite()).toEqual({ done: true, made: { practices: 1, people: 1, numbers: 0, marked: [] } });
  expect(await invite()).toEqual({ done: true, made: { practices: 0, people: 0, numbers: 0, marked: [] } });
  const letters = await owner
    .selectFrom('letter')
    .select('kind')
    .where('clusterId', '=', cluster.clusterId)
    .execute();
  expect(letters).toHaveLength(1);
});

test('a practice that has no number yet is given one, and one that has keeps it', async () => {
  const cluster = await aCluster();
  const invite = (number: string) =>
    cluster.as(cluster.coordinator, (scope) =>
      invitePeople(scope, cluster.clusterId, [aRow({ practice: 'Klinikken Torvet', number })]),
    );
  expect((await invite(''))?.done).toBe(true);
  expect((await invite('055555'))?.done).toBe(true);
  expect(await invite('055556')).toEqual({ done: false, reason: 'rows_to_mend' });
  const practices = await cluster.as(cluster.coordinator, listPractices);
  expect(practices?.find(({ name }) => name === 'Klinikken Torvet')?.numbers).toEqual([
    { number: '055555', isConfirmed: false },
  ]);
});

test('a number that is another practice’s here is refused', async () => {
  const cluster = await aCluster();
  const rows = [aRow({ number: cluster.practices[1]!.number })];
  const invited = await cluster.as(cluster.coordinator, (scope) =>
    invitePeople(scope, cluster.clusterId, rows),
  );
  expect(invited).toEqual({ done: false, reason: 'rows_to_mend' });
});

test('a practice that left comes back to its cluster, the same day and later', async () => {
  const cluster = await aCluster();
  const [, practice] = cluster.practices;
  const end = (when = {}) =>
    cluster.as(cluster.coordinator, (scope) => endPractice(scope, practice!.practiceId), when);
  const back = (when = {}) =>
    cluster.as(
      cluster.coordinator,
      (scope) =>
        invitePeople(scope, cluster.clusterId, [
          aRow({ number: practice!.number, practice: `Lægehuset ${practice!.number}` }),
        ]),
      when,
    );
  const here = async (when = {}) =>
    (await cluster.as(cluster.coordinator, listPractices, when))?.map(({ practiceId }) => practiceId);
  for (const when of [{}, {}, NEXT_DAY]) {
    expect(await end(when)).toMatchObject({ done: true });
    expect(await here(when)).not.toContain(practice!.practiceId);
    expect(await back(when)).toMatchObject({ done: true });
    expect(await here(when)).toContain(practice!.practiceId);
  }
});

test('whose role does not allow it invites nobody', async () => {
  const cluster = await aCluster();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const invite = (scope: ClusterScope) => invitePeople(scope, cluster.clusterId, [aRow()]);
  await expect(cluster.as(cluster.practices[1]!.doctor, invite)).rejects.toThrow(NotPermitted);
  await expect(cluster.as(secretary, invite)).rejects.toThrow(NotPermitted);
  const members = await cluster.as(cluster.coordinator, listMembers);
  expect(members).toHaveLength(3);
});

test('a stranger sees neither members nor practices', async () => {
  const cluster = await aCluster();
  const stranger = await aCluster();
  expect(await cluster.as(stranger.coordinator, listMembers)).toBeNull();
});

test('addresses are for those who write; a member sees names alone, and the own address', async () => {
  const cluster = await aCluster();
  const secretary = await aMember(cluster, { kind: 'secretary' });
  const seenBy = async (who: { token: string }) =>
    (await cluster.as(who, listMembers))?.map(({ email, isSelf }) => (isSelf ? 'own' : email !== null)) ?? [];
  expect(new Set(await seenBy(cluster.coordinator))).toEqual(new Set(['own', true]));
  expect(new Set(await seenBy(secretary))).toEqual(new Set(['own', true]));
  expect(new Set(await seenBy(cluster.practices[1]!.doctor))).toEqual(new Set(['own', false]));
});
