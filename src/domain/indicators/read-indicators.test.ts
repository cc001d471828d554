import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { Band, Indicator } from './indicator.ts';
import { clashesAmong } from './indicator-names.ts';
import { anIndicator } from './indicators.fixtures.ts';
import { readIndicators } from './read-indicators.server.ts';

const OWN = await readIndicators('indicators');
const ENGLISH = await readIndicators('src/example/england/indicators');
const ALL = [...OWN, ...ENGLISH];
const LAST_WRITTEN = '2026-11-22';

test('the indicators of the themes are there, and those of the English registers', () => {
  const countOf = (theme: string) => OWN.filter((indicator) => indicator.theme === theme).length;
  const first = ['opioider', 'kol', 'diabetes', 'fluconazol', 'akutfunktion', 'forebyggelse'];
  const later = ['antibiotika', 'fald', 'hjemmebesoeg', 'osteoporose'];
  expect(first.map(countOf)).toEqual([6, 6, 6, 4, 2, 3]);
  expect(later.map(countOf)).toEqual([4, 2, 1, 2]);
  expect(ENGLISH).toHaveLength(15);
});

test('they come in the order of their keys', () => {
  expect(OWN.slice(0, 3).map(({ key }) => key)).toEqual(['ab1', 'ab2', 'ab3']);
});

test('no name of a column has two meanings, in Denmark and England together', () => {
  expect(clashesAmong(ALL)).toEqual([]);
});

test('every level without a source is marked as an example, and no other', () => {
  const levels = ALL.flatMap((indicator) => indicator.levels);
  expect(levels.length).toBeGreaterThan(0);
  expect(levels.filter(({ source, isExample }) => (source === null) !== isExample)).toEqual([]);
});

test('every Danish indicator has an example band of the nation, so that the example world can draw it', () => {
  const hasBand = ({ levels }: Indicator) =>
    levels.some(({ level, band, isExample }) => level === 'nation' && band !== null && isExample);
  expect(OWN.filter((indicator) => !hasBand(indicator)).map(({ key }) => key)).toEqual([]);
});

test("a band's spread and its variance between practices tell the same story", () => {
  const strange = OWN.filter((indicator) => {
    const band = indicator.levels.find((level) => level.band !== null)!.band!;
    const ratio = band.tauSquared / varianceWithin(indicator, band);
    return ratio < 0.5 || ratio > 1;
  });
  expect(strange.map(({ key }) => key)).toEqual([]);
});

function varianceWithin({ kind, scale }: Indicator, { p25, p75 }: Band): number {
  const levelled = (value: number) => {
    const root = Math.sqrt(value / scale);
    return kind === 'proportion' ? Math.asin(root) : root;
  };
  return ((levelled(p75) - levelled(p25)) / 1.349) ** 2;
}

test('every definition is to be looked at again, within two years of its writing', () => {
  const days = ALL.map(({ nextReview }) => nextReview);
  expect(days.filter((day) => day <= LAST_WRITTEN || day > '2028-11-22')).toEqual([]);
});

test('nobody is named as having checked what nobody has checked', () => {
  expect(ALL.filter(({ author, checkedBy }) => author !== 'Klyngerum' || checkedBy !== null)).toEqual([]);
});

test('shares of persons are never added over periods; events are', () => {
  expect(ALL.filter(({ kind, additive }) => additive !== (kind !== 'proportion'))).toEqual([]);
});

test('the English registers are neutral, carry no level and name their licence and their columns', () => {
  for (const { direction, levels, attribution, aliases, denominatorAliases } of ENGLISH) {
    expect({ direction, levels }).toEqual({ direction: 'neutral', levels: [] });
    expect(attribution).toMatch(/NHS England.*Open Government Licence v3\.0/);
    expect(aliases).toHaveLength(1);
    expect(['allAges', 'ages30to74', 'ages18plus']).toContain(denominatorAliases[0]);
  }
});

const made: string[] = [];
afterEach(async () => {
  await Promise.all(made.splice(0).map((directory) => rm(directory, { recursive: true })));
});

async function aDirectory(files: Record<string, string>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'indicators-'));
  made.push(directory);
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(directory, name), text)));
  return directory;
}

const ex1 = stringify(anIndicator());
const ex2 = stringify(anIndicator({ key: 'ex2', name: { da: 'Fodstatus', en: 'Foot' } }));

test('a directory is read in the order of its keys, and other files are left alone', async () => {
  const directory = await aDirectory({
    'ex2.yaml': ex2,
    'ex1-review.yaml': ex1,
    'README.md': '# Indicators',
  });
  expect((await readIndicators(directory)).map(({ key }) => key)).toEqual(['ex1', 'ex2']);
});

test.each([
  ['a directory without an indicator', {}, /holds no indicator file/],
  ['a file that is not named after its key', { 'ex9.yaml': ex1 }, /ex9\.yaml: key: .*"ex1"/],
  ['a key that two files give', { 'ex1.yaml': ex1, 'ex1-again.yaml': ex1 }, /"ex1" names both ex1 and ex1/],
  ['a field given twice', { 'ex1.yaml': `${ex1}direction: lower\n` }, /ex1\.yaml: .*unique/],
  ['a file that is not YAML', { 'ex1.yaml': 'key: [' }, /ex1\.yaml: /],
  ['an empty file', { 'ex1.yaml': '' }, /ex1\.yaml: the file: /],
  ['a file with an unknown field', { 'ex1.yaml': `${ex1}colour: red\n` }, /ex1\.yaml: the file: .*colour/],
])('%s is refused', async (_, files, problem) => {
  await expect(readIndicators(await aDirectory(files))).rejects.toThrow(problem);
});

test('the problems of all files are listed together', async () => {
  const directory = await aDirectory({ 'ex1.yaml': `${ex1}colour: red\n`, 'ex2.yaml': 'key: ex2' });
  await expect(readIndicators(directory)).rejects.toThrow(/ex1\.yaml: the file: [\s\S]*ex2\.yaml: theme: /);
});
