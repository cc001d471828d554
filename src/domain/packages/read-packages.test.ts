import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { anIndicator } from '#domain/indicators/indicators.fixtures.ts';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import type { MeetingPackage } from './package.ts';
import { writtenPackage } from './package-file.ts';
import { aPackage, aPart } from './packages.fixtures.ts';
import { checkPackages, readPackages } from './read-packages.server.ts';

const INDICATORS = await readIndicators('indicators');
const SHIPPED = await readPackages('packages', INDICATORS);

test('every package that comes along is finished', () => {
  expect(SHIPPED.map(({ key }) => key)).toEqual([
    'akutfunktion',
    'antibiotika',
    'diabetes',
    'fald',
    'fluconazol',
    'forebyggelse',
    'hjemmebesoeg',
    'kol',
    'opioider',
    'osteoporose',
    'stop-op',
    'trivsel',
  ]);
});

test('an indicator of a package is of its theme', () => {
  const themeOf = new Map(INDICATORS.map(({ key, theme }) => [key, theme]));
  const strange = SHIPPED.flatMap(({ indicators, key }) =>
    indicators.filter((one) => themeOf.get(one) !== key),
  );
  expect(strange).toEqual([]);
});

/** Every Danish sentence of a package, with where it stands. */
function wordsOf(meetingPackage: MeetingPackage): [string, string][] {
  const collect = (value: unknown, path: string): [string, string][] => {
    if (typeof value === 'string') return [[path, value]];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([name, inner]) => collect(inner, `${path}.${name}`));
  };
  return collect(meetingPackage, meetingPackage.key).filter(([path]) => !/\.(en|act|kind|scale)$/.test(path));
}

test('none of them uses words that the field does not use', () => {
  const foreign =
    /\b(benchmark|outlier|performance|dashboard|KPI|data|compliance|feedback|rapport|bund|afviger|dårlig\w*|demo)\b/i;
  expect(SHIPPED.flatMap(wordsOf).filter(([, words]) => foreign.test(words))).toEqual([]);
});

test('numbers and signs are written as in Danish', () => {
  const slips = /\d%|\d,\d{3}\b(?! )|\.\.\.| - |\bd\.v\.s| {2}/;
  expect(SHIPPED.flatMap(wordsOf).filter(([, words]) => slips.test(words))).toEqual([]);
});

test('none names a day, a place or a person, which come from the meeting', () => {
  const days = /\b(mandag|tirsdag|onsdag|torsdag|søndag)\b|\bkl\. ?\d|\{|\}|@/i;
  expect(SHIPPED.flatMap(wordsOf).filter(([path, words]) => /texts/.test(path) && days.test(words))).toEqual(
    [],
  );
});

const made: string[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((directory) => rm(directory, { recursive: true })));
});

async function aFolder(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'packages-'));
  made.push(directory);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(directory, name), { recursive: true });
    await writeFile(join(directory, name, 'package.yaml'), text);
  }
  return directory;
}
const sound = writtenPackage(aPackage());

test('a folder of packages is read in the order of their keys', async () => {
  const other = writtenPackage(aPackage({ key: 'en-anden' }));
  const folder = await aFolder({ proeve: sound, 'en-anden': other });
  expect((await readPackages(folder, [])).map(({ key }) => key)).toEqual(['en-anden', 'proeve']);
});

test('a folder of one package is checked by itself', async () => {
  const folder = await aFolder({ proeve: sound });
  expect(await checkPackages(join(folder, 'proeve'), [])).toEqual({ packages: [aPackage()], problems: [] });
});

const unguided = aPackage({ programme: [aPart({ minutes: 30, kind: 'agreements', guide: '' })] });
test.each([
  ['a folder without a package', {}, 'no_package', ''],
  ['a package in a folder of another name', { andet: sound }, 'other_folder', 'andet/package.yaml'],
  ['a file that is broken', { proeve: 'key: [' }, 'not_readable', 'proeve/package.yaml'],
  ['a package with gaps', { proeve: writtenPackage(unguided) }, 'no_guide', 'proeve/package.yaml'],
])('%s is refused, naming the file', async (_, files, kind, file) => {
  const folder = await aFolder(files);
  const { packages, problems } = await checkPackages(folder, [anIndicator()]);
  expect(packages).toEqual([]);
  expect(problems).toContainEqual(expect.objectContaining({ kind, file: file || folder }));
  await expect(readPackages(folder, [])).rejects.toThrow(file || folder);
});

test('a folder that is not there has no package', async () => {
  const { problems } = await checkPackages('/nowhere/at/all', []);
  expect(problems).toEqual([expect.objectContaining({ kind: 'no_package' })]);
});
