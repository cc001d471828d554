import { expect, test } from 'vitest';
import {
  enrolmentOf,
  gapsOf,
  problemsOf,
  type Row,
  type RowGap,
  type RowProblem,
  rowsIn,
} from './enrolment.ts';

function aRow(wish: Partial<Row> = {}): Row {
  return {
    name: 'Anna Holm',
    practice: 'Lægehuset Fjord',
    number: '012345',
    email: 'anna@fjord.example',
    kind: 'doctor',
    isLeftOut: false,
    ...wish,
  };
}

const alone: [string, Partial<Row>, RowProblem[], RowGap[]][] = [
  ['a full row', {}, [], []],
  ['an address without a name', { name: '' }, ['name_missing'], []],
  ['a practice without people', { name: '', email: '' }, [], []],
  ['a doctor without a practice', { practice: '', number: '' }, ['practice_missing'], ['number_missing']],
  ['a doctor without an address is not invited', { email: '' }, [], ['email_missing']],
  ['a practice without a number counts by its name', { number: '' }, [], ['number_missing']],
  ['a broken address', { email: 'anna@fjord' }, ['email_malformed'], []],
  ['an address with a space', { email: 'anna @fjord.example' }, ['email_malformed'], []],
  ['a number of seven', { number: '0123456' }, ['number_malformed'], []],
  ['a name too long for its field', { name: 'A'.repeat(121) }, ['text_too_long'], []],
  ['a secretary needs no practice', { kind: 'secretary', practice: '', number: '' }, [], []],
  ['a row left out needs nothing', { name: '', practice: '', isLeftOut: true }, [], []],
  ['an empty row', { name: '', practice: '', number: '', email: '' }, [], []],
];
test.each(alone)('%s', (_, wish, problems, gaps) => {
  expect(problemsOf([aRow(wish)])).toEqual([problems]);
  expect(gapsOf([aRow(wish)])).toEqual([gaps]);
});

const together: [string, Partial<Row>, RowProblem[]][] = [
  ['one address at two names', { name: 'Bo Ærø' }, ['email_twice']],
  ['the same person in two practices', { practice: 'Klinikken Torvet', number: '023456' }, []],
  [
    'one number at two practices',
    { name: 'Bo Ærø', email: 'bo@torvet.example', practice: 'Klinikken Torvet' },
    ['number_at_two_practices'],
  ],
  [
    'one practice spelt twice',
    { name: 'Bo Ærø', email: 'bo@fjord.example', practice: 'Lægehuset  Fjord I/S' },
    [],
  ],
];
test.each(together)('%s', (_, wish, problems) => {
  expect(problemsOf([aRow(), aRow(wish)])).toEqual([problems, problems]);
});

test('practices spelt twice under one number become one, and a row without a number finds it by name', () => {
  const rows = [
    aRow({ name: 'Ida Lund', email: 'ida@fjord.example', number: '', kind: 'staff' }),
    aRow(),
    aRow({ name: 'Bo Ærø', email: 'bo@fjord.example', practice: 'Lægehuset Fjjord' }),
    aRow({ name: 'Else Rask', email: 'else@kontor.example', practice: '', number: '', kind: 'secretary' }),
    aRow({ name: 'Finn Kjær', email: 'finn@fjord.example', isLeftOut: true }),
  ];
  const { practices, outsiders } = enrolmentOf(rows);
  expect(practices).toEqual([
    {
      name: 'Lægehuset Fjord',
      number: '012345',
      rows: [1, 2, 0],
      people: [
        { name: 'Anna Holm', email: 'anna@fjord.example', kind: 'doctor' },
        { name: 'Bo Ærø', email: 'bo@fjord.example', kind: 'doctor' },
        { name: 'Ida Lund', email: 'ida@fjord.example', kind: 'staff' },
      ],
    },
  ]);
  expect(outsiders).toEqual([{ name: 'Else Rask', email: 'else@kontor.example', kind: 'secretary' }]);
});

test('the same person twice in a practice is invited once', () => {
  expect(enrolmentOf([aRow(), aRow()]).practices[0]?.people).toHaveLength(1);
});

test('the form gives back its rows in their one spelling', () => {
  const form = new FormData();
  for (const [field, value] of Object.entries({
    name: '  Anna   Holm ',
    practice: 'Lægehuset\u00a0Fjord',
    number: '12 345',
    email: 'Anna@Fjord.EXAMPLE',
    kind: 'trainee',
  }))
    form.append(`row.${field}`, value);
  form.append('row.leftOut', '0');
  expect(rowsIn(form)).toEqual([aRow({ kind: 'trainee', isLeftOut: true })]);
  form.append('row.marked', 'yes');
  expect(rowsIn(form)).toEqual([aRow({ kind: 'trainee', isLeftOut: true, isMarked: true })]);
});
