import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { NOW } from '#test/world.ts';
import { filled, listAddresses } from './addresses.ts';
import {
  type Attacked,
  anAttackedWorld,
  type Copy,
  canariesOf,
  copyOfWorld,
  ownNumeratorOf,
  permuteOthers,
  publishAll,
} from './attacked-world.ts';
import { startWeb, type Web } from './web.ts';

let world: Attacked;
let copies: [Copy, Copy];
let webs: [Web, Web];

beforeAll(async () => {
  world = await anAttackedWorld();
  copies = [await copyOfWorld(), await copyOfWorld()];
  await permuteOthers(copies[1], world.reader.practiceId);
  for (const copy of copies) await publishAll(copy, world.publications);
  webs = [await startWeb(copies[0].urls.web, NOW), await startWeb(copies[1].urls.web, NOW)];
}, 180_000);

afterAll(async () => {
  await Promise.all((webs ?? []).map((web) => web.stop()));
  await Promise.all((copies ?? []).map((copy) => copy.close()));
});

function roles(): Record<string, string | null> {
  return {
    stranger: null,
    reader: world.reader.doctor.token,
    coordinator: world.cluster.coordinator.token,
    secretary: world.secretary.token,
    'a doctor without access': world.unopened.token,
    'a trainee whose practice has not said so': world.trainee.token,
    'the data source': world.source.person.token,
    'another cluster’s coordinator': world.strangers.coordinator.token,
  };
}

const addresses = listAddresses();
const valuesFor = (pattern: string) => ({
  ...world.meeting.values,
  cluster: world.cluster.clusterId,
  key: 'prove',
  source: world.source.sourceId,
  delivery: world.deliveries[1]!,
  practice: world.cluster.practices[4]!.practiceId,
  member: world.unopened.memberId,
  // A link of the purpose that the address is for, held by the doctor of another practice; else one that is none.
  token: world.meeting.links[pattern.split('/')[1] ?? ''] ?? 'a-link-that-nobody-was-given-0123456789abcdef',
});

type Answer = { status: number; headers: string; body: string };

async function ask(web: Web, path: string, token: string | null, body?: string): Promise<Answer> {
  const headers: Record<string, string> = { origin: web.origin, accept: 'text/html' };
  if (token) headers.cookie = `klyngerum=${token}`;
  if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded';
  const answer = await fetch(web.origin + path, {
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
  // The length of a packed page follows its nonces; what it says is compared as it is.
  const told = [...answer.headers]
    .filter(([name]) => !['date', 'etag', 'content-length'].includes(name))
    .map(([name, value]) => `${name}: ${value}`);
  return { status: answer.status, headers: told.join('\n'), body: await answer.text() };
}

/** What remains of an answer when nonces, command ids and the port are taken out. */
function settled(answer: Answer, web: Web): string {
  return withoutIds(
    `${answer.status}\n${answer.headers}\n${answer.body}`
      .replaceAll(web.origin, 'http://here')
      .replace(/nonce-[\w+/=]+/g, 'nonce')
      .replace(/nonce="[^"]+"/g, 'nonce'),
  );
}

/** Ids are the same in both worlds, or random in each; and by chance one holds the digits of a canary. */
function withoutIds(text: string): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
}

const pages = () =>
  addresses
    .filter(({ methods }) => methods.length === 0 || methods.includes('GET'))
    .map(({ pattern }) => filled(pattern, valuesFor(pattern)));
const forms = () =>
  // Who is signed out sees nothing any more, so that comes last.
  addresses
    .toSorted((a, b) => Number(a.pattern === '/sign-out') - Number(b.pattern === '/sign-out'))
    .flatMap(({ pattern, actions }) =>
      actions.map(
        (action) => `${filled(pattern, valuesFor(pattern))}${action === 'default' ? '' : `?/${action}`}`,
      ),
    );

test('dealing the others’ figures out anew changes no byte of any page for any role but the figures’ owners', async () => {
  const differing: string[] = [];
  for (const [role, token] of Object.entries(roles())) {
    for (const path of pages()) {
      const [one, other] = await Promise.all(
        webs.map(async (web) => settled(await ask(web, path, token), web)),
      );
      if (one !== other) differing.push(`${role}: ${path}`);
    }
  }
  expect(differing).toEqual([]);
}, 120_000);

test('the same holds for what the reader sees when the own place is uncovered', async () => {
  const path = `/c/${world.cluster.clusterId}/indicators/prove?/show`;
  const [one, other] = await Promise.all(
    webs.map(async (web) => settled(await ask(web, path, world.reader.doctor.token, ''), web)),
  );
  expect(one).toBe(other);
  expect(one).toContain(ownNumeratorOf(world.indexOfReader));
});

test('whatever SQL web is made to run, it reads no canary but the own practice’s', async () => {
  const web = openDatabase(copies[0].urls.web, 1);
  const { rows: tables } = await sql<{ name: string; columns: string[] }>`
    select table_name as name, array_agg(column_name::text) as columns from information_schema.column_privileges
    where grantee = 'klyngerum_web' and privilege_type = 'SELECT' and table_schema = 'public'
    group by table_name`.execute(copies[0].owner);
  const read = (token: string | null, cluster: string) =>
    web.transaction().execute(async (db) => {
      await sql`select * from enter(${token}, ${cluster}, ${world.source.sourceId}, ${NOW})`.execute(db);
      const parts = await Promise.all(
        tables.map(({ name, columns }) =>
          sql`select row(${sql.join(columns.map((column) => sql.ref(column)))})::text from ${sql.table(name)}`.execute(
            db,
          ),
        ),
      );
      return withoutIds(JSON.stringify(parts.map(({ rows }) => rows)));
    });
  for (const [role, token] of Object.entries(roles())) {
    const text = await read(token, world.cluster.clusterId);
    const owned = role === 'reader' ? world.indexOfReader : role === 'coordinator' ? 0 : null;
    const seen = world.cluster.practices.flatMap((_, index) =>
      canariesOf(index).some((canary) => text.includes(canary)) ? [index] : [],
    );
    expect([role, seen]).toEqual([role, owned === null ? [] : [owned]]);
  }
  await web.destroy();
}, 60_000);

test('no canary of another practice is in any answer to anybody, by page or by form', async () => {
  const web = webs[0];
  const others = world.cluster.practices.flatMap((_, index) =>
    index === world.indexOfReader ? [] : canariesOf(index),
  );
  const found: string[] = [];
  let walked = 0;
  for (const [role, token] of Object.entries(roles())) {
    // The coordinator is the doctor of the first practice, and owns the figures of that one.
    const foreign =
      role === 'coordinator' ? others.filter((canary) => !canariesOf(0).includes(canary)) : others;
    for (const [path, body] of [
      ...pages().map((path) => [path] as const),
      ...forms().map((path) => [path, 'x=1'] as const),
    ]) {
      const answer = await ask(web, path, token, body);
      walked += 1;
      const said = settled(answer, web);
      const leak = foreign.find((canary) => said.includes(canary));
      if (leak) found.push(`${role}: ${path}`);
      // Without a worker the installation says of itself that it is not well.
      if (answer.status >= 500 && path !== '/health')
        found.push(`${role}: ${path} answered ${answer.status}`);
    }
  }
  expect(found).toEqual([]);
  expect(walked).toBeGreaterThan(60);
}, 180_000);

const ZEROS = new URLSearchParams(
  ['name', 'key', 'member', 'practice', 'source', 'list', 'pasted', 'of', 'kind', 'role', 'municipality']
    .map((field) => [field, '\0'])
    .concat([['email', 'a\0@klinik.example']]),
).toString();

test('a zero byte in a cookie, an address or a form breaks nothing', async () => {
  const [web] = webs;
  const broken: string[] = [];
  for (const [role, token] of [...Object.entries(roles()), ['a cookie that is none', '%00'] as const]) {
    for (const [path, body] of [
      ...['/sign-in/%00', '/address/%00'].map((path) => [path] as const),
      ...pages().map((path) => [`${path}?of=%00&to=%00`] as const),
      ...forms().map((path) => [path, ZEROS] as const),
    ]) {
      const { status } = await ask(web, path, token, body);
      if (status >= 500 && !path.startsWith('/health')) broken.push(`${role}: ${path} answered ${status}`);
    }
  }
  expect(broken).toEqual([]);
}, 120_000);

test('no canary is in the log, in a job, in a letter or in the journal', async () => {
  const all = world.cluster.practices.flatMap((_, index) => canariesOf(index));
  const worker = openDatabase(copies[0].urls.worker, 1);
  const jobs = await sql<{
    text: string;
  }>`select payload::text as text from graphile_worker._private_jobs`.execute(worker);
  await worker.destroy();
  const { rows } = await sql<{ text: string }>`
    select facts::text as text from letter union all select body from example_letter
    union all select journal::text from journal union all select publication::text from publication`.execute(
    copies[0].owner,
  );
  const texts = [webs[0].said(), ...[...rows, ...jobs.rows].map(({ text }) => text)].map(withoutIds);
  expect(texts.flatMap((text) => all.filter((canary) => text.includes(canary)))).toEqual([]);
  expect(webs[0].said()).toContain('request.answered');
});
