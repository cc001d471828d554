import { sql } from 'kysely';
import {
  aCluster,
  aDelivery,
  aMember,
  anIndicator,
  aPerson,
  aSource,
  giveRole,
  type Somebody,
  YEAR,
} from '#test/build.ts';
import { aToken, NOW, newId, owner } from '#test/world.ts';
import { fillMeetings } from './gates-meetings.fixtures.ts';

export type Gated = Awaited<ReturnType<typeof aGatedWorld>>;

/** Two clusters with everything a table can hold, and somebody of every role in the first. */
export async function aGatedWorld() {
  await anIndicator();
  const cluster = await aCluster({ practices: 3, name: 'Egenklyngen' });
  const other = await aCluster({ practices: 2, name: 'Naboklyngen' });
  const source = await aSource([cluster]);
  const untrusted = await aSource([cluster], { isTrusted: false, answers: 'none' });
  const foreign = await aSource([other]);
  const [first, second, third] = cluster.practices as [
    (typeof cluster.practices)[0],
    (typeof cluster.practices)[0],
    (typeof cluster.practices)[0],
  ];
  const people = {
    coordinator: cluster.coordinator,
    doctor: second.doctor,
    colleague: await aMember(cluster, { practiceId: second.practiceId, name: 'Kollegaen' }),
    trainee: await aMember(cluster, {
      practiceId: second.practiceId,
      kind: 'trainee',
      opens: true,
      name: 'Uddannelseslægen',
    }),
    staff: await aMember(cluster, {
      practiceId: second.practiceId,
      kind: 'staff',
      opens: true,
      name: 'Sygeplejersken',
    }),
    // A nurse whose practice lets its staff look: she sees, and decides nothing.
    nurse: await aMember(cluster, {
      practiceId: third.practiceId,
      kind: 'staff',
      opens: true,
      name: 'Nørgaard',
    }),
    board: await aMember(cluster, { practiceId: first.practiceId, name: 'Bestyrelsen' }),
    treasurer: await aMember(cluster, { practiceId: first.practiceId, name: 'Kassereren' }),
    secretary: await aMember(cluster, { kind: 'secretary', name: 'Sekretæren' }),
    consultant: await aMember(cluster, { kind: 'consultant', name: 'Konsulenten' }),
    left: await aMember(cluster, { practiceId: second.practiceId, opens: true, name: 'Den der gik' }),
    source: source.person,
    untrusted: untrusted.person,
    neighbour: other.coordinator,
    newcomer: await aPerson('Den nye'),
    nobody: { token: '' },
  };
  await giveRole(cluster.clusterId, 'board', people.board.memberId);
  await giveRole(cluster.clusterId, 'treasurer', people.treasurer.memberId);
  await leave(people.left);
  const own = await aDelivery(
    source,
    cluster.practices.map(({ practiceId }) => ({ practiceId, numerator: 20, denominator: 100 })),
  );
  const theirs = await aDelivery(
    foreign,
    other.practices.map(({ practiceId }) => ({ practiceId, numerator: 30, denominator: 100 })),
  );
  const { links, meetings } = await fillTheRest({ cluster, other, own, theirs, source, foreign });
  await owner
    .updateTable('practice')
    .set({ staffSee: true })
    .where('practiceId', '=', third.practiceId)
    .execute();
  return {
    cluster,
    other,
    source,
    untrusted,
    foreign,
    first,
    second,
    third,
    people,
    links,
    meetings,
    own,
    theirs,
  };
}

type FilledMeetings = Awaited<ReturnType<typeof fillMeetings>>;
type Filled = { own: string; theirs: string } & Record<
  'cluster' | 'other',
  Awaited<ReturnType<typeof aCluster>>
> &
  Record<'source' | 'foreign', Awaited<ReturnType<typeof aSource>>>;

/** Somebody whose membership ended yesterday, and who is still signed in. */
async function leave({ memberId }: Somebody): Promise<void> {
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('memberId', '=', memberId)
    .execute();
  await owner.updateTable('figureAccess').set({ endedAt: NOW }).where('memberId', '=', memberId).execute();
}

async function fillTheRest({
  cluster,
  other,
  own,
  theirs,
  source,
  foreign,
}: Filled): Promise<FilledMeetings> {
  const filled: FilledMeetings[] = [];
  for (const [where, deliveryId, from] of [
    [cluster, own, source],
    [other, theirs, foreign],
  ] as const) {
    const subject = {
      clusterId: where.clusterId,
      indicatorKey: 'prove',
      periodFrom: YEAR.from,
      periodUntil: YEAR.until,
    };
    const { practiceId, doctor } = where.practices[1]!;
    const spreadId = newId();
    const sourced = { ...subject, sourceId: from.sourceId };
    await owner
      .insertInto('deliveryPart')
      .values({ ...subject, deliveryId, practices: 2 })
      .execute();
    await owner
      .insertInto('publication')
      .values({ ...sourced, requestedAt: NOW })
      .execute();
    await owner
      .insertInto('spread')
      .values({
        ...sourced,
        spreadId,
        version: 0,
        picture: '{}',
        contributors: 10,
        practices: 12,
        publishedAt: NOW,
      })
      .execute();
    await owner
      .insertInto('spread')
      .values({
        ...sourced,
        version: 1,
        picture: '{}',
        contributors: 2,
        practices: 2,
        publishedAt: NOW,
        takenDownAt: NOW,
      })
      .execute();
    await owner.insertInto('spreadContributor').values({ spreadId, practiceId, deliveryId }).execute();
    await owner
      .insertInto('figureLook')
      .values({ practiceId, memberId: doctor.memberId, indicatorKey: 'prove', lookedAt: NOW })
      .execute();
    await owner
      .insertInto('listSize')
      .values({ practiceId, valid: '[2020-01-01,)', patients: 2000 })
      .execute();
    await owner
      .insertInto('journal')
      .values({
        clusterId: where.clusterId,
        personId: doctor.personId,
        event: 'figure.looked_at',
        subject: 'prove',
        commandId: newId(),
        outcome: 'null',
        at: NOW,
      })
      .execute();
    await owner
      .insertInto('addressChange')
      .values({ personId: doctor.personId, email: `ny-${newId()}@klinik.example`, requestedAt: NOW })
      .execute();
    await owner
      .insertInto('sourceMapping')
      .values({ sourceId: from.sourceId, headerHash: Buffer.from('aa'), mapping: '{}', rememberedAt: NOW })
      .execute();
    await owner
      .insertInto('letter')
      .values({
        kind: 'invitation',
        personId: doctor.personId,
        messageId: newId(),
        writtenAt: NOW,
        dueAt: NOW,
      })
      .execute();
    await sql`insert into practice_key (practice_id, key_hash, made_at) values (${practiceId}, hash_of(${`NOEGLE-${practiceId}`}), ${NOW})`.execute(
      owner,
    );
    await sql`insert into sign_in_link (token_hash, person_id, purpose, expires_at)
      values (hash_of(${aToken()}), ${doctor.personId}, 'sign_in', '2099-01-01')`.execute(owner);
    await owner
      .insertInto('attempt')
      .values({ keyHash: Buffer.from(where.clusterId), at: NOW })
      .execute();
    const { clusterId, coordinator } = where;
    filled.push(await fillMeetings({ clusterId, sourceId: from.sourceId, spreadId, coordinator, doctor }));
  }
  return filled[0]!;
}
