import { expect, test } from 'vitest';
import { isExampleNumber } from '#domain/clusters/example-number.ts';
import { EXAMPLE_NUMBERS, exampleDeliveryFile } from './example-file.ts';
import { figuresIn } from './figures.ts';
import { problemsOf } from './problems.ts';
import { proposeMapping } from './proposal.ts';
import { sheetOf } from './sheet.ts';

const INDICATORS = [
  { key: 'op2', names: ['Langtidsbrugere af opioid'] },
  { key: 'op3', names: ['Høj dosis opioid'] },
  { key: 'kol1', names: ['ICS hos KOL-patienter'] },
];
const measured = INDICATORS.map(({ key }) => ({ key, scale: 100, isProportion: true }));

function understood(text: string) {
  const sheet = sheetOf(
    text.split('\r\n').map((line) => line.split(';')),
    ';',
  );
  if (typeof sheet === 'string') throw new Error(sheet);
  const { mapping } = proposeMapping(sheet, {
    indicators: INDICATORS,
    practiceNumbers: new Set(EXAMPLE_NUMBERS),
  });
  return { problems: problemsOf(mapping, sheet, measured), ...figuresIn(sheet, mapping, measured) };
}

test('the example file is understood without a question, and nothing in it is objected to', () => {
  const { problems, figures, objections } = understood(exampleDeliveryFile().text);
  expect(problems).toEqual([]);
  expect(objections.listed).toEqual([]);
  expect(figures).toHaveLength(36 * 3);
  expect(new Set(figures.map(({ period }) => period.until))).toEqual(new Set(['2026-06-30']));
});

test('it holds invented practices alone', () => {
  expect(EXAMPLE_NUMBERS).toHaveLength(36);
  expect(EXAMPLE_NUMBERS.filter((number) => !isExampleNumber(number))).toEqual([]);
});

test('it is the same every time, also when only some practices are wanted', () => {
  const { text } = exampleDeliveryFile();
  expect(exampleDeliveryFile().text).toBe(text);
  const some = exampleDeliveryFile(['900102']).text.trim().split('\r\n');
  expect(some.slice(3)).toEqual(text.split('\r\n').filter((line) => line.startsWith('900102')));
});

test.each([
  ['op2', 25, 47],
  ['op3', 5, 15],
  ['kol1', 48, 72],
])('the figures of %s spread about what is known, between the outer practices', (key, from, until) => {
  const values = understood(exampleDeliveryFile().text)
    .figures.filter((figure) => figure.indicatorKey === key && figure.value !== null)
    .map((figure) => figure.value!)
    .sort((a, b) => a - b);
  expect(values.length).toBeGreaterThan(25);
  const middle = values[Math.floor(values.length / 2)]!;
  expect(middle).toBeGreaterThan(from);
  expect(middle).toBeLessThan(until);
  expect(new Set(values.map(Math.round)).size).toBeGreaterThan(8);
});

test('small counts are covered, as a source covers them', () => {
  const { figures } = understood(exampleDeliveryFile().text);
  const covered = figures.filter(({ missing }) => missing === 'suppressed');
  expect(covered.length).toBeGreaterThan(2);
  expect(figures.every(({ numerator }) => numerator === null || numerator >= 5)).toBe(true);
});
