import { expect, test } from 'vitest';
import { asLine, MAILS } from './member-list.fixtures.ts';
import { readMemberList } from './member-list.ts';
import { SHEETS } from './member-sheets.fixtures.ts';

for (const [what, text, people, notRead = []] of [...SHEETS, ...MAILS]) {
  test(`reads ${what}`, () => {
    const read = readMemberList(text);
    expect(read.people.map(asLine)).toEqual(people);
    expect(read.notRead).toEqual(notRead);
  });

  test(`reads ${what} with the line ends of Windows and signs that cannot be seen`, () => {
    const windows = `\uFEFF${text.replaceAll('\n', '\r\n').replaceAll(' ', '\u00A0')}\r\n`;
    expect(readMemberList(windows).people.map(asLine)).toEqual(people);
  });
}

test('a text made to keep the reader busy is read in passing', () => {
  const texts = [
    'læge '.repeat(40_000),
    'A a '.repeat(50_000),
    '@ a@'.repeat(50_000),
    `${'"'.repeat(199)}\n`.repeat(900),
  ];
  expect(texts.map((text) => readMemberList(text).people.length < 2_000)).toEqual([true, true, true, true]);
});

test('a list of 70 practices is read whole', () => {
  const rows = Array.from({ length: 70 }, (_, at) => {
    const letter = String.fromCharCode(65 + (at % 26));
    return `Lægerne i den meget lange gade nummer ${at + 1}\t${20_000 + at}\tEva ${letter}strup-${at}\teva${at}@gade.example`;
  });
  const { people, notRead } = readMemberList(rows.join('\n'));
  expect(people).toHaveLength(70);
  expect(people.every(({ practice, number, email }) => practice && number.length === 6 && email)).toBe(true);
  expect(notRead).toEqual([]);
});

test('an address with six digits in it is no practice number, also where the number is missing', () => {
  const { people } = readMemberList(
    [
      'Anna Holm, koordinator, Lægehuset Fjord, 012345, anna@fjord.example',
      'Ida Lund, koordinator, Klinikken Torvet, 023456, ida@torvet.example',
      'Bo Prøve, Ådal Lægehus, , klinik.034567@aadal.example',
    ].join('\n'),
  );
  expect(people[2]).toMatchObject({
    practice: 'Ådal Lægehus',
    number: '',
    email: 'klinik.034567@aadal.example',
  });
});

test('no civil number and no telephone number is kept', () => {
  // Made here, so that no such number stands in the code.
  const civil = ['010190', '1234'].join('-');
  const { people, notRead } = readMemberList(
    `Anna Holm ${civil}, Lægehuset Fjord, 012345, anna@fjord.example, tlf. 98 12 34 56`,
  );
  expect(JSON.stringify({ people, notRead })).not.toMatch(/1234\b|98 12/);
  expect(people).toHaveLength(1);
});
