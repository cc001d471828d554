import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#platform/database.ts';
import { withoutIds } from '#test/without-ids.ts';
import { NOW } from '#test/world.ts';
import { filled, listAddresses } from './addresses.ts';
import { lettersAfter } from './attacked-letters.ts';
import { READ_BY_COORDINATORS, SHOWN_TO_MEMBERS } from './attacked-round.ts';
import {
  type Attacked,
  anAttackedWorld,
  type Copy,
  canariesOf,
  copyOfWorld,
  ownNumeratorOf,
  permuteOthers,
  publishAll,
  publishedSums,
} from './attacked-world.ts';
import { unpacked } from './unpacked.ts';
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
    board: world.board.token,
    treasurer: world.treasurer.token,
    secretary: world.secretary.token,
    consultant: world.consultant.token,
    'staff whose practice has not said so': world.staff.token,
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
  return { status: answer.status, headers: told.join('\n'), body: await unpacked(answer) };
}

const ZEROS = new URLSearchParams(
  ['name', 'key', 'member', 'practice', 'source', 'list', 'pasted', 'of', 'kind', 'role', 'municipality']
    .map((field) => [field, '\0'])
    .concat([['email', 'a\0@klinik.example']]),
).toString();

/** Does the work for all, six at a time. */
async function inTurns<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const takeTurns = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: 6 }, takeTurns));
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

// A page that a link opens, or that is everybody's, says the same whoever is signed in: four ask for those.
const ASKING_FOR_ALL = ['stranger', 'reader', 'coordinator', 'the data source'];
const askedBy = (role: string) =>
  addresses.filter(({ pattern }) => /^\/(c|source)\//.test(pattern) || ASKING_FOR_ALL.includes(role));
const pages = (role: string) => {
  const asked = askedBy(role).filter(({ methods }) => methods.length === 0 || methods.includes('GET'));
  const receipt = { file: world.meeting.receipt };
  return [
    ...asked.map(({ pattern }) => filled(pattern, valuesFor(pattern))),
    // The other kind of file that a meeting keeps.
    ...asked
      .filter(({ pattern }) => pattern.includes('/files/'))
      .map(({ pattern }) => filled(pattern, { ...valuesFor(pattern), ...receipt })),
  ];
};
const forms = (role: string) =>
  // Who is signed out sees nothing any more, so that comes last.
  askedBy(role)
    .toSorted((a, b) => Number(a.pattern === '/sign-out') - Number(b.pattern === '/sign-out'))
    .flatMap(({ pattern, actions }) =>
      actions.map(
        (action) => `${filled(pattern, valuesFor(pattern))}${action === 'default' ? '' : `?/${action}`}`,
      ),
    );

/* Answers of the first world, by role and page, as they were before anybody sent a form. */
const answers = new Map<string, { status: number; said: string }>();

test('dealing the others’ figures out anew changes no byte of any page for any role but the figures’ owners', async () => {
  const differing: string[] = [];
  const asks = Object.entries(roles()).flatMap(([role, token]) =>
    pages(role).map((path) => ({ role, token, path })),
  );
  await inTurns(asks, async ({ role, token, path }) => {
    const [one, other] = await Promise.all(webs.map((web) => ask(web, path, token)));
    const [said, saidOther] = [settled(one!, webs[0]), settled(other!, webs[1])];
    answers.set(`${role}: ${path}`, { status: one!.status, said });
    if (said !== saidOther) differing.push(`${role}: ${path}`);
  });
  expect(differing).toEqual([]);
}, 240_000);

test('what a questionnaire was answered is shown to members alone, and unreleased words to coordinators', () => {
  const saying = (words: string) => {
    const pages = [...answers].filter(([, { said }]) => said.includes(words)).map(([asked]) => asked);
    return [...new Set(pages.map((asked) => asked.slice(0, asked.indexOf(': '))))].sort();
  };
  expect(saying(READ_BY_COORDINATORS)).toEqual(['coordinator']);
  const members = ['board', 'coordinator', 'reader', 'treasurer'];
  expect(saying(SHOWN_TO_MEMBERS)).toEqual(expect.arrayContaining(members));
  for (const role of [
    'secretary',
    'consultant',
    'stranger',
    'the data source',
    'another cluster’s coordinator',
  ])
    expect(saying(SHOWN_TO_MEMBERS)).not.toContain(role);
});

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

/* Whether a text holds a canary that is not the role's: the coordinator is the doctor of the first practice. */
function finderOf(role: string): (text: string) => boolean {
  const own = { coordinator: [0, world.indexOfReader], nobody: [] }[role] ?? [world.indexOfReader];
  const foreign = world.cluster.practices.flatMap((_, index) =>
    own.includes(index) ? [] : canariesOf(index),
  );
  const canary = new RegExp(foreign.map((text) => text.replaceAll('.', '\\.')).join('|'));
  return (text) => canary.test(text);
}

test('no page that was answered holds a canary of another practice, and each role was let in somewhere', () => {
  const found: string[] = [];
  const letIn = new Set<string>();
  const finders = new Map(Object.keys(roles()).map((role) => [role, finderOf(role)]));
  for (const [asked, { status, said }] of answers) {
    const [role = ''] = asked.split(': ');
    if (finders.get(role)!(said)) found.push(asked);
    // Without a worker the installation says of itself that it is not well.
    if (status >= 500 && !asked.endsWith(': /health')) found.push(`${asked} answered ${status}`);
    if (status === 200 && asked.includes(': /c/')) letIn.add(role);
  }
  expect(found).toEqual([]);
  const outside = ['stranger', 'the data source', 'another cluster’s coordinator'];
  expect([...letIn].sort()).toEqual(
    Object.keys(roles())
      .filter((role) => !outside.includes(role))
      .sort(),
  );
});

// Each on a world of its own, since what is sent changes it, and whoever signs out is known no more.
describe.concurrent('what is sent', () => {
  test('no answer to a form holds a canary of another practice', async ({ expect }) => {
    const found: string[] = [];
    await Promise.all(
      Object.entries(roles()).map(async ([role, token]) => {
        const isLeak = finderOf(role);
        for (const path of forms(role)) {
          const answer = await ask(webs[0], path, token, 'x=1');
          const said = settled(answer, webs[0]);
          if (isLeak(said)) found.push(`${role}: ${path}`);
          if (answer.status >= 500) found.push(`${role}: ${path} answered ${answer.status}`);
        }
      }),
    );
    expect(found).toEqual([]);
    expect(forms('stranger').length).toBeGreaterThan(150);
  }, 180_000);

  test('a zero byte in a cookie, an address or a form breaks nothing', async ({ expect }) => {
    const broken: string[] = [];
    const { coordinator = null, 'the data source': source = null } = roles();
    for (const [role, token] of Object.entries({ coordinator, source, zero: '%00' })) {
      for (const [path, body] of [
        ...['/sign-in/%00', '/address/%00'].map((path) => [path] as const),
        ...pages('stranger').map((path) => [`${path}?of=%00&to=%00`] as const),
        ...forms('stranger').map((path) => [path, ZEROS] as const),
      ]) {
        const { status } = await ask(webs[1], path, token, body);
        if (status >= 500 && !path.startsWith('/health')) broken.push(`${role}: ${path} answered ${status}`);
      }
    }
    expect(broken).toEqual([]);
  }, 180_000);
});

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

test('no canary is in what is written of the week, and of figures that are measured again', async () => {
  const letters = await lettersAfter(copies[0], world.meeting.values.meeting!);
  const kinds = new Set(letters.map((letter) => letter.split(' ')[0]));
  expect([...kinds]).toEqual(expect.arrayContaining(['measured_again', 'week_ahead']));
  const isLeak = finderOf('nobody');
  expect(letters.map(withoutIds).filter(isLeak)).toEqual([]);
});

test('the guest is told the sums of the cluster, and nothing finer', () => {
  const [, { said }] = [...answers].find(([asked]) => /^stranger: \/g\/[^/]+$/.test(asked))!;
  for (const sum of publishedSums()) expect(said).toContain(sum.toLocaleString('da-DK'));
  expect(said).not.toMatch(/median|kvartil/i);
});
