import { expect, test } from 'vitest';
import { forLink } from '#platform/scope.server.ts';
import { aCluster, aMember } from '#test/build.ts';
import { aToken, NOW, owner, web } from '#test/world.ts';
import { addressOf, DOOR_NAMES, DOORS, landingOf, MEETING_TOUR, TOUR, wishIn } from './door.ts';
import { partsIn } from './letter-parts.ts';
import { openDoor } from './open-door.server.ts';

const openAs = (token: string) =>
  forLink(web, { token: null, now: NOW }, (scope) => openDoor(scope, 'secretary', token));

test('a door refuses while there is no example world', async () => {
  expect(await openAs(aToken())).toEqual({ done: false, reason: 'no_example_world' });
});

test('a door opens for an example person alone, never for somebody real with the same address', async () => {
  const email = addressOf(DOOR_NAMES.secretary);
  const real = await aCluster();
  const somebody = await aMember(real, { kind: 'secretary' });
  await owner.updateTable('personAddress').set({ email }).where('personId', '=', somebody.personId).execute();
  expect(await openAs(aToken())).toMatchObject({ done: false });
  await owner.deleteFrom('personAddress').where('personId', '=', somebody.personId).execute();

  const cluster = await aCluster({ isExample: true });
  const example = await aMember(cluster, { kind: 'secretary' });
  await owner.updateTable('personAddress').set({ email }).where('personId', '=', example.personId).execute();
  const token = aToken();
  expect(await openAs(token)).toEqual({ done: true, made: { clusterId: cluster.clusterId, sourceId: null } });
  expect(await cluster.as({ token }, async (scope) => scope.roles)).toEqual(['secretary']);
  expect(await real.as({ token }, async (scope) => scope.roles)).toBeNull();
  const journal = await owner.selectFrom('journal').select(['event', 'outcome']).execute();
  expect(JSON.stringify(journal)).not.toContain(token);
});

test('each door is somebody else’s', () => {
  expect(new Set(DOORS.map((door) => DOOR_NAMES[door])).size).toBe(DOORS.length);
});

test.each([
  ['coordinator', 'start', '/c/1'],
  ['doctor', 'vote', '/c/1/topics'],
  ['coordinator', 'plan', '/c/1/meetings/new?package=opioider'],
  ['doctor', 'answer', '/c/1/answer'],
  ['coordinator', 'minutes', '/c/1/meetings'],
  ['coordinator', 'deliver', '/c/1/deliveries'],
  ['coordinator', 'publish', '/c/1/indicators#delivered'],
  ['doctor', 'start', '/c/1/indicators/kol1'],
  ['doctor', 'place', '/c/1/indicators/kol1'],
  ['coordinator', 'wall', '/c/1/indicators/kol1/wall'],
  ['secretary', 'start', '/c/1'],
] as const)('the %s who comes to %s begins at %s', (door, aim, path) => {
  expect(landingOf(door, aim, { clusterId: '1', sourceId: null })).toBe(path);
});

test('a source begins at its own page, and nobody is led into nothing', () => {
  expect(landingOf('source', 'start', { clusterId: null, sourceId: '2' })).toBe('/source/2');
  expect(landingOf('doctor', 'start', { clusterId: null, sourceId: null })).toBe('/');
  expect(MEETING_TOUR.map(({ aim }) => aim)).toEqual(['vote', 'plan', 'answer', 'minutes']);
  expect(TOUR.map(({ aim }) => aim)).toEqual(['deliver', 'publish', 'place', 'wall']);
});

test.each([
  [{ door: 'doctor' }, { door: 'doctor', aim: 'start' }],
  [
    { door: 'coordinator', aim: 'wall' },
    { door: 'coordinator', aim: 'wall' },
  ],
  [{ door: 'operator' }, null],
  [{ door: 'doctor', aim: 'https://elsewhere.example' }, null],
  [{}, null],
])('a form with %o wishes for %o', (fields, wish) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  expect(wishIn(form)).toEqual(wish);
});

test('a letter is shown with its link as a link, whatever else stands in it', () => {
  const parts = partsIn(
    'Til Anna, fordi Bo: har skrevet.\n\nLog ind:\nhttps://k.example/sign-in/abc\n\n-- \nSendt.\n',
  );
  expect(parts).toEqual([
    { words: 'Til Anna, fordi Bo: har skrevet.' },
    { words: 'Log ind', url: 'https://k.example/sign-in/abc' },
    { words: 'Sendt.' },
  ]);
});
