import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forLink, type LinkScope } from '#platform/scope.server.ts';
import { aCluster, aPerson, asPerson } from '#test/build.ts';
import { aToken, NOW, newId, owner, web, worker } from '#test/world.ts';
import { addressIn, ownPathIn } from './address.ts';
import { changePerson } from './change-person.server.ts';
import { deviceIn } from './device.ts';
import { endSession } from './end-session.server.ts';
import { releaseAddress, requestAddress, takeAddress } from './move-address.server.ts';
import { requestSignIn } from './request-sign-in.server.ts';
import { findLink, findOneself, listOwnPlaces, listOwnSessions } from './sessions.server.ts';
import { startSession } from './start-session.server.ts';

const asNobody = <T>(work: (scope: LinkScope) => Promise<T>, now = NOW) =>
  forLink(web, { token: null, now }, work);
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000);
const device = { name: 'Firefox, Linux', client: '127.0.0.1', isShared: false, oldToken: null };

async function aLink(personId: string, purpose = 'sign_in'): Promise<string> {
  const token = aToken();
  await sql`insert into sign_in_link (token_hash, person_id, purpose, target, expires_at)
    values (hash_of(${token}), ${personId}, ${purpose}, '/c/x', ${minutes(30)})`.execute(owner);
  return token;
}

const ask = (address: string, client = newId()) =>
  asNobody((scope) => requestSignIn(scope, 'sign-in', { address, client, target: '/my' }));
const lettersTo = async (personId: string) =>
  await owner
    .selectFrom('letter')
    .select(['kind', 'facts', 'email'])
    .where('personId', '=', personId)
    .execute();

test('whether an address is known shows in nothing but the mailbox', async () => {
  const anna = await aPerson();
  const jobs = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from graphile_worker._private_jobs`.execute(worker))
      .rows[0]!.n;
  const before = await jobs();
  expect(await ask(anna.email)).toEqual(await ask('ingen@klinik.example'));
  expect((await jobs()) - before).toBe(2);
  expect(await lettersTo(anna.personId)).toEqual([
    { kind: 'sign_in', facts: { target: '/my' }, email: null },
  ]);
});

test('the sixth wish in a quarter of an hour is refused, known address or not', async () => {
  const anna = await aPerson();
  for (const address of [anna.email, 'ukendt@klinik.example']) {
    for (let count = 0; count < 5; count += 1) expect((await ask(address)).done).toBe(true);
    expect(await ask(address)).toEqual({ done: false, reason: 'too_many_tries' });
  }
  expect(await lettersTo(anna.personId)).toHaveLength(5);
});

test('looking at a link uses nothing; using it works once', async () => {
  const anna = await aPerson('Anna Ærø');
  const link = await aLink(anna.personId);
  for (let looks = 0; looks < 3; looks += 1)
    expect(await asNobody((scope) => findLink(scope, link))).toMatchObject({ personName: 'Anna Ærø' });
  const first = await asNobody((scope) => startSession(scope, 'link', link, device));
  if (!first.done) throw new Error(first.reason);
  expect(await asPerson(first.made, (scope) => findOneself(scope))).toMatchObject({ name: 'Anna Ærø' });
  expect(await asNobody((scope) => startSession(scope, 'link', link, device))).toEqual({
    done: false,
    reason: 'link_is_spent',
  });
});

test.each([
  ['too old', 31, (link: string) => link],
  ['mistyped', 0, (link: string) => `${link}x`],
])('a link that is %s opens nothing', async (_, late, typed) => {
  const anna = await aPerson();
  const link = await aLink(anna.personId);
  expect(await asNobody((scope) => findLink(scope, typed(link)), minutes(late))).toBeNull();
  const started = await asNobody((scope) => startSession(scope, 'link', typed(link), device), minutes(late));
  expect(started).toEqual({ done: false, reason: 'link_is_spent' });
});

test('a session lasts 30 days on an own device and twelve hours on a shared one', async () => {
  const anna = await aPerson();
  for (const [isShared, hours] of [
    [false, 30 * 24],
    [true, 12],
  ] as const) {
    const link = await aLink(anna.personId);
    const started = await asNobody((scope) => startSession(scope, 'link', link, { ...device, isShared }));
    if (!started.done) throw new Error(started.reason);
    expect(
      await asPerson(started.made, (scope) => findOneself(scope), { now: minutes(hours * 60 - 1) }),
    ).not.toBeNull();
    expect(
      await asPerson(started.made, (scope) => findOneself(scope), { now: minutes(hours * 60 + 1) }),
    ).toBeNull();
  }
});

test('the token of a session is in no table, and its journal line names nobody', async () => {
  const anna = await aPerson();
  const started = await asNobody(async (scope) =>
    startSession(scope, 'link', await aLink(anna.personId), device),
  );
  if (!started.done) throw new Error(started.reason);
  const { rows } = await sql<{
    text: string;
  }>`select journal::text as text from journal union all select session::text from session`.execute(owner);
  expect(rows.filter(({ text }) => text.includes(started.made.token))).toEqual([]);
});

test('a person sees and ends the own sessions, and nobody else’s', async () => {
  const anna = await aPerson();
  const bo = await aPerson('Bo');
  const [own] = (await asPerson(anna, (scope) => listOwnSessions(scope)))!;
  expect(await asPerson(bo, (scope) => endSession(scope, own!.sessionId))).toEqual({
    done: false,
    reason: 'no_such_session',
  });
  expect(await asPerson(anna, (scope) => endSession(scope, own!.sessionId))).toMatchObject({ done: true });
  expect(await asPerson(anna, (scope) => listOwnSessions(scope))).toBeNull();
});

test('an address moves when the old mailbox lets go and the new one takes, in that order', async () => {
  const anna = await aPerson();
  const wanted = `ny-${newId()}@klinik.example`;
  await asPerson(anna, (scope) => requestAddress(scope, anna.personId, wanted));
  expect(
    await asNobody(async (scope) => takeAddress(scope, 'link', await aLink(anna.personId, 'take_address'))),
  ).toMatchObject({ done: false });
  expect(
    await asNobody(async (scope) =>
      releaseAddress(scope, 'link', await aLink(anna.personId, 'leave_address')),
    ),
  ).toMatchObject({ done: true });
  expect((await lettersTo(anna.personId)).map(({ kind, email }) => [kind, email])).toEqual([
    ['leave_address', null],
    ['take_address', wanted],
  ]);
  expect(
    await asNobody(async (scope) => takeAddress(scope, 'link', await aLink(anna.personId, 'take_address'))),
  ).toMatchObject({ done: true });
  expect(await asPerson(anna, (scope) => findOneself(scope))).toMatchObject({
    email: wanted,
    newEmail: null,
  });
});

test('a link that still lies in the old mailbox signs nobody in', async () => {
  const anna = await aPerson();
  const wanted = `ny-${newId()}@klinik.example`;
  const left = await aLink(anna.personId, 'sign_in');
  await asPerson(anna, (scope) => requestAddress(scope, anna.personId, wanted));
  await asNobody(async (scope) => releaseAddress(scope, 'link', await aLink(anna.personId, 'leave_address')));
  await asNobody(async (scope) => takeAddress(scope, 'link', await aLink(anna.personId, 'take_address')));
  const links = await sql<{ isOver: boolean }>`
    select used_at is not null as is_over from sign_in_link where token_hash = hash_of(${left})`.execute(
    owner,
  );
  expect(links.rows).toEqual([{ isOver: true }]);
});

test('an address that is somebody else’s is not taken', async () => {
  const anna = await aPerson();
  const bo = await aPerson('Bo');
  await asPerson(anna, (scope) => requestAddress(scope, anna.personId, bo.email));
  await asNobody(async (scope) => releaseAddress(scope, 'link', await aLink(anna.personId, 'leave_address')));
  expect(
    await asNobody(async (scope) => takeAddress(scope, 'link', await aLink(anna.personId, 'take_address'))),
  ).toMatchObject({ done: false });
  expect(await asPerson(anna, (scope) => findOneself(scope))).toMatchObject({ email: anna.email });
});

test('a name is changed by its owner; an empty one is refused and changes nothing', async () => {
  const anna = await aPerson('Anna');
  expect(
    await asPerson(anna, (scope) => changePerson(scope, anna.personId, { name: ' ', locale: 'en' })),
  ).toEqual({ done: false, reason: 'name_missing' });
  await asPerson(anna, (scope) => changePerson(scope, anna.personId, { name: 'Anna Åse' }));
  expect(await asPerson(anna, (scope) => findOneself(scope))).toMatchObject({
    name: 'Anna Åse',
    locale: 'da',
  });
});

test('one’s places are the clusters and sources of today', async () => {
  const cluster = await aCluster({ practices: 1, name: 'Ålborgklyngen' });
  expect(await asPerson(cluster.coordinator, (scope) => listOwnPlaces(scope))).toEqual([
    { kind: 'cluster', id: cluster.clusterId, name: 'Ålborgklyngen' },
  ]);
});

test.each([
  [' Anna@Klinik.DK ', 'anna@klinik.dk'],
  ['anna@klinik', null],
  ['anna klinik@a.dk', null],
  ['', null],
])('the address %j is kept as %j', (typed, kept) => {
  expect(addressIn(typed)).toBe(kept);
});

test.each([
  ['/c/1?of=2', '/c/1?of=2'],
  ['//ond.example', '/'],
  ['/\\ond.example', '/'],
  ['https://ond.example', '/'],
  [null, '/'],
])('coming back to %j leads to %j', (wish, path) => {
  expect(ownPathIn(wish)).toBe(path);
});

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1',
    'Safari, iPhone',
  ],
  ['curl/8', ''],
])('%s is called %j', (agent, name) => {
  expect(deviceIn(agent)).toBe(name);
});
