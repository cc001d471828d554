import { expect, test } from 'vitest';
import { textWidth, wrapText } from './text-width.ts';

// Advance widths measured in a browser with Source Sans 3, weight 700, at 100 px.
test.each([
  ['Din praksis 17,3 %', 787],
  ['Hele landet: 8 af 10 praksisser', 1384],
  ['pr. 1.000 tilmeldte', 814],
  ['WWMM ÆØÅ', 559],
])(
  'the estimate for "%s" is never below the %d px it takes, and not above 1.25 times that',
  (text, measured) => {
    expect(textWidth(text, 100)).toBeGreaterThanOrEqual(measured);
    expect(textWidth(text, 100)).toBeLessThan(measured * 1.25);
  },
);

test('an unknown letter is taken for a wide one', () => {
  expect(textWidth('漢', 10)).toBeGreaterThanOrEqual(10);
});

test('a long name breaks at its spaces and keeps every word', () => {
  const name = 'Lægehuset Nørregade og Sønderbrogade i Fællesskab';
  const lines = wrapText(name, 14, 200);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.join(' ')).toBe(name);
  for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(200);
});

test('a value stays with its unit when the line breaks', () => {
  expect(wrapText('Median 18\u00a0%', 14, 60)).toEqual(['Median', '18\u00a0%']);
});

test('a word wider than the line breaks inside itself', () => {
  const lines = wrapText('Speciallægepraksisfællesskabet', 14, 80);
  expect(lines.join('')).toBe('Speciallægepraksisfællesskabet');
  for (const line of lines) expect(textWidth(line, 14)).toBeLessThanOrEqual(80);
});

test('an empty text is one empty line', () => {
  expect(wrapText('', 14, 80)).toEqual(['']);
});
