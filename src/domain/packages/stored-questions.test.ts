import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { aCluster } from '#test/build.ts';
import { NOW, owner } from '#test/world.ts';
import { parsePackage } from './package-schema.ts';
import { aPackage } from './packages.fixtures.ts';
import { findOwnPackage } from './packages.server.ts';

const MIGRATION = await readFile('db/migrations/0076_questions_of_packages.sql', 'utf8');
const OLD = { options: [], about: [], isReversed: false };
const CHOICE = { ...OLD, scale: 'choice', options: ['Ja', 'Nej'] };
const old = (key: string, scale: string, more: object = {}) => ({
  ...OLD,
  key,
  scale,
  question: `Hvad med ${key}?`,
  ...more,
});
const QUESTIONS = [
  old('tryg', 'confidence', { isReversed: true }),
  old('tilbud', 'knowledge', { about: ['Rygestop', 'KOL-hold'] }),
  old('tilfreds', 'one_to_ten'),
  old('nummer', 'yes_no'),
  old('brug', 'yes_no', { about: ['Rygestop', 'KOL-hold'] }),
  old('antal', 'number'),
  old('mere', 'text', { isReversed: true }),
  old('opgaver', 'choice', CHOICE),
];

/** What a package as it was stored before becomes, kept by a cluster. */
async function afterwards(key: string): Promise<unknown> {
  const { isWellbeing, questionnaireDays, ...before } = aPackage({ key });
  const cluster = await aCluster();
  const { ownPackageId } = await owner
    .insertInto('ownPackage')
    .values({
      clusterId: cluster.clusterId,
      packageKey: key,
      definition: JSON.stringify({ ...before, questions: QUESTIONS }),
      changedAt: NOW,
    })
    .returning('ownPackageId')
    .executeTakeFirstOrThrow();
  // The migration can run again, since what is new already is left alone.
  await sql.raw(MIGRATION).execute(owner);
  await sql.raw(MIGRATION).execute(owner);
  const found = await cluster.as(cluster.coordinator, (scope) => findOwnPackage(scope, ownPackageId));
  return found?.definition;
}

let kept: ReturnType<typeof parsePackage>;
beforeAll(async () => {
  kept = parsePackage(await afterwards('akutfunktion'), new Set());
});

test('a package that was kept before is sound afterwards, with its questions in order', () => {
  if ('problems' in kept) throw new Error(JSON.stringify(kept.problems));
  expect(kept.package.questions.map(({ key, type }) => [key, type])).toEqual([
    ['tryg', 'scale'],
    ['tilbud', 'matrix'],
    ['tilfreds', 'scale'],
    ['nummer', 'yes_no'],
    ['brug-1', 'yes_no'],
    ['brug-2', 'yes_no'],
    ['antal', 'number'],
    ['mere', 'long_text'],
    ['opgaver', 'multiple'],
  ]);
});

test('what was asked of several things, the ends of a scale and what is reversed stay', () => {
  if ('problems' in kept) throw new Error(JSON.stringify(kept.problems));
  const [tryg, tilbud, tilfreds, , brug] = kept.package.questions;
  expect(tryg).toMatchObject({ scale: 'confidence', isReversed: true, isRequired: true });
  expect(tilbud).toMatchObject({ scale: 'knowledge', rows: ['Rygestop', 'KOL-hold'] });
  expect(tilfreds).toMatchObject({ lowLabel: 'Mindst', highLabel: 'Mest' });
  expect(brug).toMatchObject({ question: 'Hvad med brug? Rygestop' });
  expect(kept.package.questions[7]).toMatchObject({ isReversed: false, isRequired: false });
});

test('what asked how people are in their own words is talked about instead', async () => {
  const reading = parsePackage(await afterwards('trivsel'), new Set());
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  const { discussion, isWellbeing, questions } = reading.package;
  expect({ discussion, isWellbeing }).toEqual({
    discussion: ['Hvad undrer jer?', 'Hvad med mere?'],
    isWellbeing: true,
  });
  expect(questions.map(({ key }) => key)).not.toContain('mere');
  expect(questions.every(({ isRequired }) => !isRequired)).toBe(true);
});
