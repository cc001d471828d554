import { sql } from 'kysely';
import pg from 'pg';
import { publishSpread } from '#domain/benchmarks/publish-spread.server.ts';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import { type Database, openDatabase } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster, aDelivery, aMember, anIndicator, aSource, giveRole, YEAR } from '#test/build.ts';
import { dropDatabase, NOW, newId, owner, urls } from '#test/world.ts';
import { loadShippedPackages } from '../src/example/shipped-packages.ts';
import { anAttackedMeeting } from './attacked-meeting.ts';

/*
 * A cluster of twelve practices under attack. The figures of everybody but the reader are canaries: numbers that
 * occur nowhere else, so that finding one anywhere is finding a leak.
 */

export const EARLIER = { from: '2024-01-01', until: '2024-12-31' };
export type Attacked = Awaited<ReturnType<typeof anAttackedWorld>>;

const canaryOf = (index: number) => ({
  numerator: 70_013 + 1_117 * index,
  denominator: 200_003 + 4_201 * index,
});

/** Builds the cluster, its people of every role, two delivered periods of canaries, and the wish to publish both. */
export async function anAttackedWorld() {
  for (const shipped of await readIndicators('indicators')) await anIndicator(shipped);
  await anIndicator({ key: 'prove' });
  await loadShippedPackages(owner, NOW);
  const cluster = await aCluster({ practices: 12, name: 'Kanarieklyngen' });
  const strangers = await aCluster({ practices: 2, name: 'Naboklyngen' });
  const source = await aSource([cluster]);
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Solveig Sekretær' });
  const consultant = await aMember(cluster, { kind: 'consultant', name: 'Karen Konsulent' });
  const reader = cluster.practices[3]!;
  const { practiceId } = cluster.practices[4]!;
  const board = await aMember(cluster, { practiceId, name: 'Bente Bestyrelse' });
  const treasurer = await aMember(cluster, { practiceId, name: 'Kaj Kasserer' });
  const staff = await aMember(cluster, {
    practiceId,
    kind: 'staff',
    name: 'Sara Sygeplejerske',
    opens: true,
  });
  await giveRole(cluster.clusterId, 'board', board.memberId);
  await giveRole(cluster.clusterId, 'treasurer', treasurer.memberId);
  const unopened = await aMember(cluster, {
    practiceId: cluster.practices[5]!.practiceId,
    name: 'Ulla Uåbnet',
  });
  const trainee = await aMember(cluster, {
    practiceId: cluster.practices[6]!.practiceId,
    kind: 'trainee',
    name: 'Tove Tålmodig',
    opens: true,
  });
  const publications: string[] = [];
  const deliveries: string[] = [];
  for (const [turn, period] of [EARLIER, YEAR].entries()) {
    const figures = cluster.practices.map(({ practiceId }, index) => ({
      practiceId,
      ...canaryOf(index + 20 * turn),
    }));
    const deliveryId = await aDelivery(source, figures, { period });
    deliveries.push(deliveryId);
    const subject = {
      clusterId: cluster.clusterId,
      indicatorKey: 'prove',
      periodFrom: period.from,
      periodUntil: period.until,
    };
    await owner
      .insertInto('deliveryPart')
      .values({ ...subject, deliveryId, practices: 12 })
      .execute();
    const publicationId = newId();
    await owner
      .insertInto('publication')
      .values({ ...subject, publicationId, sourceId: source.sourceId, requestedAt: NOW })
      .execute();
    publications.push(publicationId);
  }
  const meeting = await anAttackedMeeting({
    clusterId: cluster.clusterId,
    sourceId: source.sourceId,
    member: cluster.coordinator,
    other: cluster.practices[7]!.doctor,
  });
  return {
    meeting,
    cluster,
    strangers,
    source,
    secretary,
    consultant,
    board,
    treasurer,
    staff,
    reader,
    unopened,
    trainee,
    publications,
    deliveries,
    indexOfReader: 3,
  };
}

/** The canaries of a practice: its counts as they stand, and as Danish and English write them. */
export function canariesOf(index: number): string[] {
  const numbers = [0, 20]
    .map((turn) => canaryOf(index + turn))
    .flatMap(({ numerator, denominator }) => [numerator, denominator]);
  return numbers.flatMap((n) => [String(n), n.toLocaleString('da-DK'), n.toLocaleString('en-GB')]);
}

/** The numerator of a practice's newest figure as its own page writes it in Danish. */
export function ownNumeratorOf(index: number): string {
  return canaryOf(index + 20).numerator.toLocaleString('da-DK');
}

/** What all twelve have counted together in the newest period, as the worker rounds it. */
export function publishedSums(): number[] {
  const figures = Array.from({ length: 12 }, (_, index) => canaryOf(index + 20));
  const sumOf = (part: 'numerator' | 'denominator') =>
    5 * Math.round(figures.reduce((sum, figure) => sum + figure[part], 0) / 5);
  return [sumOf('numerator'), sumOf('denominator')];
}

export type Copy = {
  urls: { web: string; worker: string; owner: string };
  owner: Database;
  close: () => Promise<void>;
};

/** A copy of the world's database as it stands now. */
export async function copyOfWorld(): Promise<Copy> {
  const server = JSON.parse(process.env.KLYNGERUM_TEST_SERVER!) as { superuser: string };
  const superuser = new pg.Client({ connectionString: server.superuser });
  await superuser.connect();
  const original = new URL(urls.owner.replace('postgres:', 'http:')).pathname.slice(1);
  const name = `${original}_${newId().slice(0, 8)}`;
  await superuser.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    original,
  ]);
  await superuser.query(`create database ${name} template ${original} owner klyngerum_owner`);
  await superuser.query(`revoke temporary on database ${name} from public`);
  const of = (url: string) => url.replace(`/${original}`, `/${name}`);
  const copy = openDatabase(of(urls.owner), 2);
  const close = async () => {
    await copy.destroy();
    await dropDatabase(superuser, name);
    await superuser.end();
  };
  return { urls: { web: of(urls.web), worker: of(urls.worker), owner: of(urls.owner) }, owner: copy, close };
}

/** Deals the figures of everybody but one practice out anew among the others; the rows and their order stay. */
export async function permuteOthers(copy: Copy, practiceId: string): Promise<void> {
  await sql`
    with others as (
      select delivery_id, practice_id, numerator, denominator, value, missing,
        row_number() over (partition by delivery_id order by practice_id) as place,
        count(*) over (partition by delivery_id) as n
      from measurement where practice_id <> ${practiceId}
    )
    update measurement m set numerator = given.numerator, denominator = given.denominator, value = given.value, missing = given.missing
    from others own join others given on given.delivery_id = own.delivery_id and given.place = own.place % own.n + 1
    where m.delivery_id = own.delivery_id and m.practice_id = own.practice_id`.execute(copy.owner);
}

/** Publishes as the worker does. */
export async function publishAll(copy: Copy, publications: readonly string[]): Promise<void> {
  const worker = openDatabase(copy.urls.worker, 1);
  for (const id of publications) await asSystem(worker, { now: NOW }, (scope) => publishSpread(scope, id));
  await worker.destroy();
}
