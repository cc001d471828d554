import { confirmNumber } from '#domain/deliveries/confirm-number.server.ts';
import { makePracticeKeys } from '#domain/deliveries/make-practice-keys.server.ts';
import { openOwnSource } from '#domain/deliveries/open-own-source.server.ts';
import { sourceText } from '#domain/deliveries/source.text.ts';
import { listServedPractices } from '#domain/deliveries/sources.server.ts';
import { answerSource } from '#domain/members/answer-source.server.ts';
import { confirmColleague } from '#domain/members/confirm-colleague.server.ts';
import { giveRole } from '#domain/members/give-role.server.ts';
import { inviteSource } from '#domain/members/invite-source.server.ts';
import type { HeldRole } from '#domain/members/membership.ts';
import { openFigures } from '#domain/members/open-figures.server.ts';
import { notePhone } from '#domain/notices/note-phone.server.ts';
import type { ExampleCluster } from '#domain/tryout/example-cluster.ts';
import type { Database } from '#platform/database.ts';
import type { ExampleDoctor } from './example-people.ts';
import { type Actor, accomplished, enterAs } from './stage.ts';

/** An example cluster as it was founded: its doctors by practice number, and the sources that its practices answer. */
export type Standing = {
  cluster: ExampleCluster;
  clusterId: string;
  doctors: ReadonlyMap<string, readonly ExampleDoctor[]>;
};

/** The founder invites the source, gives out the roles, and opens the cluster's own source. Answers the latter. */
export async function settleCluster(founder: Actor, standing: Standing, sourceId: string): Promise<string> {
  const { cluster, clusterId, doctors } = standing;
  await founder.inCluster(clusterId, async (scope) =>
    accomplished(await inviteSource(scope, sourceId), ['serves_already']),
  );
  const firsts = [...doctors.values()].map(([first]) => first!);
  const roles: [number, HeldRole][] = [
    [1, 'coordinator'],
    // The doctor of the try-out, at three, holds no role.
    ...[0, 2, 5, 4].map((at): [number, HeldRole] => [at, 'board']),
    [4, 'treasurer'],
  ];
  for (const [at, role] of cluster.key === 'fjord' ? roles : [])
    await founder.inCluster(clusterId, async (scope) =>
      accomplished(await giveRole(scope, firsts[at]!.memberId, role), ['role_held_already']),
    );
  if (cluster.key === 'fjord') await notePhones(founder, clusterId, firsts);
  return founder.inCluster(clusterId, async (scope) => {
    const opened = await openOwnSource(scope, crypto.randomUUID(), sourceText.da.ownName(cluster.name));
    return accomplished(opened)!.sourceId;
  });
}

// Numbers that nobody has. One practice has told none, so that there is one to be asked for.
async function notePhones(
  founder: Actor,
  clusterId: string,
  firsts: readonly ExampleDoctor[],
): Promise<void> {
  for (const [at, { practiceId }] of firsts.slice(1).entries())
    await founder.inCluster(clusterId, async (scope) =>
      accomplished(await notePhone(scope, practiceId, `00 00 01 ${String(at + 10)}`)),
    );
}

/** The source confirms every number and makes every practice its key. Answers the keys by practice. */
export async function vouch(deliverer: Actor, sourceId: string): Promise<Map<string, string>> {
  const served = await deliverer.asSource(sourceId, listServedPractices);
  for (const { isConfirmed, practiceNumberId } of served)
    if (!isConfirmed)
      await deliverer.asSource(sourceId, async (scope) =>
        accomplished(await confirmNumber(scope, practiceNumberId)),
      );
  const ids = [...new Set(served.map(({ practiceId }) => practiceId))];
  const letters = await deliverer.asSource(sourceId, async (scope) =>
    accomplished(await makePracticeKeys(scope, ids)),
  );
  return new Map(letters?.map(({ key, practiceId }) => [practiceId, key]));
}

/**
 * In every practice the first doctor opens its figures with the key, lets the colleagues see them, and answers the
 * sources. In the first practice one colleague still waits, so that there is something to confirm.
 */
export async function openPractices(
  web: Database,
  { cluster, clusterId, doctors }: Standing,
  { keys, sources, now }: { keys: ReadonlyMap<string, string>; sources: readonly string[]; now: Date },
): Promise<void> {
  for (const [at, practice] of cluster.practices.entries()) {
    const [first, ...colleagues] = doctors.get(practice.number) ?? [];
    if (!first) continue;
    const doctor = await enterAs(web, first.personId, now);
    const act = (work: Parameters<typeof doctor.inCluster<unknown>>[1]) => doctor.inCluster(clusterId, work);
    await act(async (scope) =>
      accomplished(await openFigures(scope, first.memberId, keys.get(first.practiceId) ?? ''), [
        'already_open',
      ]),
    );
    for (const colleague of at === 0 ? colleagues.slice(1) : colleagues)
      await act(async (scope) =>
        accomplished(await confirmColleague(scope, colleague.memberId), ['no_such_colleague']),
      );
    const { practiceId } = first;
    for (const sourceId of sources)
      await act(async (scope) =>
        accomplished(await answerSource(scope, sourceId, { practiceId, answer: practice.answer })),
      );
  }
}
