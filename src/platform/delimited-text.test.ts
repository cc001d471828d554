import { expect, test } from 'vitest';
import { delimitedText } from './delimited-text.ts';

test.each([
  ['semicolons with decimal commas', 'ydernr;andel\n012345;12,5\n012346;3,4', ';'],
  ['semicolons with a decimal comma in every row', 'a;b,c\n1;2,5\n1;3,5\n1;4,5', ';'],
  ['commas', 'practice,year,items\nA81001,2018,5261\nA81002,2018,30575', ','],
  ['commas with a semicolon in a name', 'practice,name\nA1,"Hill; Sons"\nA2,Old; New\nA3,Mill', ','],
  ['tabs, as pasted from a spreadsheet', 'ydernr\tandel\n012345\t12,5', '\t'],
  ['bars', 'ydernr|antal\n012345|12', '|'],
  ['a title above', 'Opioider, antibiotika og KOL, 2025\n\nydernr;antal\n012345;12\n012346;9', ';'],
  ['a hint to the spreadsheet', 'sep=|\na;b|c\n1;2|3', '|'],
])('%s', (_, text, delimiter) => {
  expect(delimitedText(text)).toMatchObject({ delimiter });
});

test('lines keep their number: empty ones stay', () => {
  expect(delimitedText('Titel\r\n\r\na;b\r\n1;2\r\n')).toEqual({
    delimiter: ';',
    lines: [['Titel'], [''], ['a', 'b'], ['1', '2'], ['']],
  });
});

test.each(['a;b\n1;2', 'a;b\r\n1;2', 'a;b\r1;2', 'a;b\r\n1;2\n'.trimEnd()])(
  'any line ending will do: %j',
  (text) => {
    expect(delimitedText(text)).toMatchObject({
      lines: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
  },
);

test('mixed line endings do not glue rows together', () => {
  const parsed = delimitedText('a;b\r\n1;2\r\n3;4\n5;6\n7;8\r\n9;0');
  expect(parsed).toMatchObject({ lines: { length: 6 } });
});

test('a quoted cell may hold delimiters, breaks and quotation marks', () => {
  expect(delimitedText('navn;antal\n"Vest; ""Gl. By""\nafd. 2";12')).toMatchObject({
    lines: [
      ['navn', 'antal'],
      ['Vest; "Gl. By"\nafd. 2', '12'],
    ],
  });
});

test('a quotation mark that is never closed is refused, for rows would vanish into one cell', () => {
  expect(delimitedText('navn;antal\nA;1\n"B;2\nC;3')).toEqual({ refusal: 'broken_quotes', line: 3 });
});
