import { expect, test } from 'vitest';
import { isExampleNumber } from '#domain/clusters/example-number.ts';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import { drawCount, drawShare } from './beta-binomial.ts';
import { EXAMPLE_CLUSTERS } from './example-cluster.ts';
import { figuresOf } from './example-figures.ts';
import { COPD, OPIOIDS, offeredFile, offeredToFjord } from './example-file.ts';
import { asciiOf, exampleAddress, exampleName } from './example-name.ts';
import { seededRandom } from './seeded-random.ts';

const indicators = await readIndicators('indicators');
const byKey = new Map(indicators.map((indicator) => [indicator.key, indicator]));
const everybody = EXAMPLE_CLUSTERS.flatMap(({ practices }) => practices);
const [fjord, bakke, oe] = EXAMPLE_CLUSTERS;

test('Fjordklyngen has 14 practices, 31 doctors and 49,800 patients', () => {
  expect(fjord?.practices).toHaveLength(14);
  expect(fjord?.practices.flatMap(({ doctors }) => doctors)).toHaveLength(31);
  expect(fjord?.practices.reduce((sum, { patients }) => sum + patients, 0)).toBe(49_800);
});

test('the others are large enough for dots, and too small for anything', () => {
  expect([bakke?.practices.length, oe?.practices.length]).toEqual([22, 4]);
});

test('every number is an example number, and every number, practice and doctor is there once', () => {
  expect(everybody.every(({ number }) => isExampleNumber(number))).toBe(true);
  for (const part of [
    everybody.map(({ number }) => number),
    everybody.map(({ name }) => name),
    everybody.flatMap(({ doctors }) => doctors),
  ])
    expect(new Set(part).size).toBe(part.length);
});

test('names are Danish, and addresses can never be reached', () => {
  expect(Array.from({ length: 400 }, (_, at) => exampleName(at)).join(' ')).toMatch(/æ.*ø.*å/i);
  expect(asciiOf('Ærø Ås')).toBe('aeroe aas');
  expect(exampleAddress('Åse Ravnstrup-Åsø', 'aeblehaven')).toBe('aase.ravnstrup-aasoe@aeblehaven.example');
});

test('the same practice counts the same every time, and something else in another year', () => {
  const [practice] = everybody;
  const once = figuresOf(practice!, COPD, 2024, byKey);
  expect(figuresOf(practice!, COPD, 2024, byKey)).toEqual(once);
  expect(figuresOf(practice!, COPD, 2025, byKey)).not.toEqual(
    once.map((figure) => ({ ...figure, year: 2025 })),
  );
});

test('a numerator is a part of its denominator, and the long-term users are some of the users', () => {
  for (const practice of everybody) {
    const figures = figuresOf(practice, [...OPIOIDS, ...COPD], 2025, byKey);
    expect(figures.filter(({ denominator, numerator }) => numerator > denominator)).toEqual([]);
    const users = figures.find(({ indicatorKey }) => indicatorKey === 'op1');
    expect(figures.find(({ indicatorKey }) => indicatorKey === 'op2')?.denominator).toBe(users?.numerator);
  }
});

test('one practice of Fjordklyngen has too few patients with COPD to say anything of', () => {
  const least = byKey.get('kol1')?.smallestDenominator ?? 0;
  const few = fjord?.practices.filter(
    (practice) => figuresOf(practice, ['kol1'], 2025, byKey)[0]!.denominator < least,
  );
  expect(few?.map(({ name }) => name)).toEqual(['Havnens nye Lægeklinik']);
});

const linesOf = (text = '') => text.trimEnd().split('\r\n');

test('the offered file has a title, a header and a line for each practice and indicator', () => {
  const { name, text } = offeredToFjord(indicators);
  const lines = linesOf(text);
  expect(name).toBe('kol-2025-eksempeltal.csv');
  expect(lines).toHaveLength(2 + 14 * COPD.length);
  expect(lines[0]).toMatch(/^Eksempeltal 2025/);
  expect(lines[1]).toBe('Ydernummer;Praksis;Indikator;Periode;Tæller;Nævner');
  expect(lines[2]).toMatch(/^900101;Lægerne i Æblehaven;ICS hos KOL-patienter;2025;\d+;\d+$/);
});

test('whoever serves more clusters is offered what none of them has, of the practices served', () => {
  const file = offeredFile(new Set(['900101', '900201', '900301', '057584']), indicators);
  expect(file?.name).toBe('diabetes-2025-eksempeltal.csv');
  const numbers = linesOf(file?.text)
    .slice(2)
    .map((line) => line.slice(0, 6));
  expect([...new Set(numbers)]).toEqual(['900101', '900201', '900301']);
  expect(offeredFile(new Set(['A81001', '057584']), indicators)).toBeNull();
});

test('shares spread around their mean as far as rho says', () => {
  const random = seededRandom('prøve');
  const shares = Array.from({ length: 20_000 }, () => drawShare(random, 0.3, 0.03));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length;
  expect(mean).toBeCloseTo(0.3, 2);
  expect(variance / (0.3 * 0.7)).toBeCloseTo(0.03, 2);
  expect(drawCount(random, 10_000, 0.3) / 10_000).toBeCloseTo(0.3, 1);
});
