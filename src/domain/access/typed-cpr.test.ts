import { expect, test } from 'vitest';
import { inventedNumbers } from '#domain/deliveries/cpr.fixtures.ts';
import { textsIn, typesACprNumber } from './typed-cpr.ts';

const TODAY = '2026-03-02';
const [invented] = inventedNumbers(1, true, 7);
const bare = `${invented!.ddmmyy}${invented!.serial}`;

test.each([
  ['a number with a dash', 'Fru J, 010170-1234, ringer'],
  ['a number with its end masked', 'Fru J 010170-xxxx'],
  ['ten digits in a row', `Se ${bare}.`],
  ['a field of a wish', { wish: { sentence: 'x', owner: '010170-1234' } }],
  ['an item of a list', [{ notes: ['', 'hos 010170 1234'] }]],
  ['a field that was read as a number', { answers: { antal: Number(bare) } }],
  ['an entry of a map', new Map([['a', '010170-1234']])],
])('%s is seen among what was typed', (_, typed) => {
  expect(typesACprNumber(typed, TODAY)).toBe(true);
});

test.each([
  ['an ordinary sentence', 'Vi mødes 14.4.2026 kl. 17.00, 8 af 14 praksis'],
  ['an id that has the form within it', 'ab010170-1234-4abc-8def-0123456789ab'],
  ['the number of a meeting online', `https://zoom.us/j/${bare}?pwd=010170-1234`],
  ['a phone number', '+45 20 12 34 56, 86121212'],
  ['an invoice number that is no such', 'Faktura 1203264567'],
  ['a day that the month does not have', '310270-1234'],
  ['an ordinary number', [12, -3.5, 20_121_212, 1_000_000_000_000, Number.NaN]],
  ['what is no text', [1, null, undefined, true, new Date(0), Buffer.from('010170-1234')]],
  [
    'a ring',
    (() => {
      const ring: unknown[] = [];
      ring.push(ring);
      return ring;
    })(),
  ],
])('%s is none', (_, typed) => {
  expect(typesACprNumber(typed, TODAY)).toBe(false);
});

test('the texts of a form are handed back, without ids, choices and what stood there before', () => {
  const form = new FormData();
  for (const [field, value] of [
    ['command', 'ab010170-1234-4abc-8def-0123456789ab'],
    ['kind', 'action'],
    ['was-1', 'Det gamle referat'],
    ['notes-1', 'Fru J 010170-1234'],
    ['sentence', 'Ring til hende'],
    ['owner', '010170-1234'],
  ] as const)
    form.append(field, value);
  expect(textsIn(form)).toEqual(['Fru J 010170-1234', 'Ring til hende', '010170-1234']);
});
