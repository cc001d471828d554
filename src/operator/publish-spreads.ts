import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { parsePeriod } from '#domain/deliveries/period.ts';
import { made, refused } from '#platform/outcome.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { findCluster, findSource } from './find.ts';
import { optionIn, valueIn } from './given.ts';
import { type Answer, type Tool, type Verb, WrongUse } from './verb.ts';

type Subject = {
  clusterId: string;
  indicatorKey: string;
  periodFrom: string;
  periodUntil: string;
  sourceId: string;
};

/** Has the worker publish what a source delivered, of one indicator and period, in one cluster or in all. */
export const publishVerb: Verb = {
  words: 'publish',
  options: ['cluster', 'indicator', 'period', 'source'],
  needed: ['indicator', 'period', 'source'],
  rest: [],
  async run(tool, given) {
    const period = optionIn(given, 'period', (text) => parsePeriod(text) ?? undefined);
    if (!period) throw new WrongUse('--period');
    const wish = { indicatorKey: valueIn(given, 'indicator'), period };
    const asked = await asSystem(tool.owner, { now: tool.now() }, async (scope) => {
      if (!(await isAWorkerThere(scope))) return refused('not_running');
      const source = await findSource(scope, valueIn(given, 'source'));
      if (typeof source === 'string') return refused(source);
      const cluster = given.options.cluster ? await findCluster(scope, given.options.cluster) : null;
      if (typeof cluster === 'string') return refused(cluster);
      const subjects = await listDelivered(scope, {
        ...wish,
        sourceId: source.id,
        clusterId: cluster?.id ?? null,
      });
      if (subjects.length === 0) return refused('nothing_delivered');
      return askFor(scope, wish.indicatorKey, subjects);
    });
    return asked.done ? await awaited(tool, asked.made) : asked;
  },
};

// The worker holds a lock while it lives; who can take it knows that nobody would publish.
async function isAWorkerThere({ db }: SystemScope): Promise<boolean> {
  const { rows } = await sql<{ isFree: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('klyngerum.worker', 0)) as is_free`.execute(db);
  return rows[0]?.isFree === false;
}

type Wanted = {
  indicatorKey: string;
  period: { from: string; until: string };
  sourceId: string;
  clusterId: string | null;
};

async function listDelivered({ db }: SystemScope, wish: Wanted): Promise<Subject[]> {
  const delivered = db
    .selectFrom('deliveryPart as p')
    .innerJoin('delivery as d', 'd.deliveryId', 'p.deliveryId')
    .select(['p.clusterId', 'p.indicatorKey', 'p.periodFrom', 'p.periodUntil', 'd.sourceId'])
    .distinct()
    .where('p.indicatorKey', '=', wish.indicatorKey)
    .where('p.periodFrom', '=', wish.period.from)
    .where('p.periodUntil', '=', wish.period.until)
    .where('d.sourceId', '=', wish.sourceId)
    .where('d.state', '=', 'confirmed')
    .orderBy('p.clusterId');
  const inOne = wish.clusterId ? delivered.where('p.clusterId', '=', wish.clusterId) : delivered;
  return inOne.execute();
}

/** Asks the worker for a spread of each subject; it answers on the publications' rows. */
export const askFor = command(
  { permission: 'spread.publish', event: 'publication.requested' },
  async ({ db, now }: SystemScope, _indicatorKey: string, subjects: readonly Subject[]) => {
    const rows = subjects.map((subject) => ({ ...subject, publicationId: randomUUID(), requestedAt: now }));
    await db.insertInto('publication').values(rows).execute();
    const ids = rows.map(({ publicationId }) => publicationId);
    await sql`select queue.enqueue('publish-spread', id) from unnest(${ids}::uuid[]) id`.execute(db);
    return made(ids);
  },
);

const LONGEST_SECONDS = 600;

async function awaited(tool: Tool, ids: readonly string[]): Promise<Answer> {
  for (let waited = 0; waited < LONGEST_SECONDS * 5; waited += 1) {
    const states = await statesOf(tool, ids);
    const finished = states.filter(({ state }) => state !== 'waiting');
    if (waited % 10 === 0) tool.tell(tool.text.publishing(finished.length, ids.length));
    if (finished.length === ids.length) return summed(tool, states);
    await pause(200);
  }
  return { done: false, reason: 'not_running' };
}

type State = { state: string; refusal: string | null };

function statesOf({ owner, now }: Tool, ids: readonly string[]): Promise<State[]> {
  return asSystem(owner, { now: now() }, ({ db }) =>
    db.selectFrom('publication').select(['state', 'refusal']).where('publicationId', 'in', ids).execute(),
  );
}

function summed({ text }: Tool, states: readonly State[]): Answer {
  const refusals: Record<string, number> = {};
  for (const { refusal } of states) if (refusal) refusals[refusal] = (refusals[refusal] ?? 0) + 1;
  const published = states.filter(({ state }) => state === 'published').length;
  const told = text.published(published, refusals);
  return published > 0
    ? { done: true, made: { published, refusals }, told }
    : { done: false, reason: Object.keys(refusals)[0] ?? 'nothing_delivered', told };
}
