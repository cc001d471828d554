import { type ListCase, THREE } from './member-list.fixtures.ts';

/** Member lists as they stand in sheets. */
export const SHEETS: readonly ListCase[] = [
  [
    'a sheet with a header',
    `Navn\tPraksis\tYdernr.\tE-mail
Anna Holm\tLægehuset Fjord\t012345\tanna@fjord.example
Bo Ærø\tLægehuset Fjord\t012345\tbo@fjord.example
Åse Dam-Sørensen\tKlinikken Torvet\t023456\taase@torvet.example`,
    THREE,
  ],
  [
    'a sheet without a header, in another order, with a telephone and a title',
    `012345\tLægehuset Fjord\tanna@fjord.example\tlæge\tAnna Holm\t12 34 56 78
012345\tLægehuset Fjord\tbo@fjord.example\tuddannelseslæge\tBo Ærø\t+45 87654321
023456\tKlinikken Torvet\taase@torvet.example\tsygeplejerske\tÅse Dam-Sørensen\t`,
    [`${THREE[0]} | doctor`, `${THREE[1]} | trainee`, `${THREE[2]} | staff`],
  ],
  [
    'semicolons, a title row, a column of towns, and zeros lost by the sheet',
    `Medlemsliste Fjordklyngen 2026;;;;
Klinik;By;Læge;Ydernummer;Mail
Lægehuset Fjord;Aalborg;Anna Holm;12345;Anna@Fjord.example
Lægehuset Fjord;Aalborg;Bo Ærø;12345;bo@fjord.example
Klinikken Torvet;Nibe;Åse Dam-Sørensen;23456;aase@torvet.example`,
    THREE.map((line) => `${line} |  | zeros_added`),
  ],
  [
    'a sheet where the practice is written once over its people',
    `Praksis\tYdernr\tNavn\tMail
Lægehuset Fjord\t012345\tAnna Holm\tanna@fjord.example
\t\tBo Ærø\tbo@fjord.example
Klinikken Torvet\t023456\tÅse Dam-Sørensen\taase@torvet.example`,
    [THREE[0]!, `${THREE[1]} |  | practice_from_above`, THREE[2]!],
  ],
  [
    'first and last names in columns of their own',
    `Fornavn;Efternavn;Klinik;Yder;Mailadresse
Anna;Holm;Lægehuset Fjord;012345;anna@fjord.example
Åse;Dam-Sørensen;Klinikken Torvet;023456;aase@torvet.example`,
    [THREE[0]!, THREE[2]!],
  ],
  [
    'practices that have no word for a practice in their names',
    `Fjord & Partnere\tAnna Holm\t012345\tanna@fjord.example
Fjord & Partnere\tBo Ærø\t012345\tbo@fjord.example
Torvet Nord\tÅse Dam-Sørensen\t023456\taase@torvet.example`,
    [
      'Anna Holm | Fjord & Partnere | 012345 | anna@fjord.example |  | name_or_practice',
      'Bo Ærø | Fjord & Partnere | 012345 | bo@fjord.example |  | name_or_practice',
      'Åse Dam-Sørensen | Torvet Nord | 023456 | aase@torvet.example |  | name_or_practice',
    ],
  ],
  [
    'one practice spelt twice under one number',
    `Anna Holm\tLægehuset Fjord\t012345\tanna@fjord.example
Bo Ærø\tLægehuset Fjjord I/S\t012345\tbo@fjord.example`,
    [THREE[0]!, `${THREE[1]} |  | spelt_differently`],
  ],
  [
    'one number at two practices',
    `Anna Holm\tLægehuset Fjord\t012345\tanna@fjord.example
Åse Dam-Sørensen\tKlinikken Torvet\t012345\taase@torvet.example`,
    [
      THREE[0]!,
      'Åse Dam-Sørensen | Klinikken Torvet | 012345 | aase@torvet.example |  | number_at_two_practices',
    ],
  ],
  [
    'one practice with two numbers',
    `Anna Holm\tLægehuset Fjord\t012345\tanna@fjord.example
Bo Ærø\tLægehuset Fjord\t054321\tbo@fjord.example`,
    [
      `${THREE[0]} |  | practice_with_two_numbers`,
      'Bo Ærø | Lægehuset Fjord | 054321 | bo@fjord.example |  | practice_with_two_numbers',
    ],
  ],
  [
    'a number told once for a practice counts for all of it',
    `Anna Holm\tLægehuset Fjord\t012345\tanna@fjord.example
Bo Ærø\tlægehuset fjord\t\tbo@fjord.example
Åse Dam-Sørensen\tKlinikken Torvet\t023456\taase@torvet.example`,
    [THREE[0]!, `${THREE[1]} |  | spelt_differently`, THREE[2]!],
  ],
  [
    'a row with two addresses, and one whose address is disguised or broken',
    `Anna Holm;Lægehuset Fjord;012345;anna@fjord.example;anna@hjemme.example
Bo Ærø;Lægehuset Fjord;012345;bo (at) fjord.example;
Åse Dam-Sørensen;Klinikken Torvet;023456;aase@torvet;`,
    [
      `${THREE[0]} |  | two_addresses`,
      THREE[1]!,
      'Åse Dam-Sørensen | Klinikken Torvet | 023456 | aase@torvet',
    ],
  ],
  [
    'columns lined up with spaces, and bars',
    `Anna Holm        Lægehuset Fjord     012345   anna@fjord.example
Bo Ærø           Lægehuset Fjord     012345   bo@fjord.example`,
    THREE.slice(0, 2),
  ],
  [
    'a table with bars',
    `| Navn | Praksis | Ydernr | Mail |
| --- | --- | --- | --- |
| Anna Holm | Lægehuset Fjord | 012345 | anna@fjord.example |
| Bo Ærø | Lægehuset Fjord | 012345 | bo@fjord.example |`,
    THREE.slice(0, 2),
  ],
  [
    'a cell with a line break in quotation marks',
    `"Anna\nHolm"\t"Lægehuset Fjord\nHavnegade 12"\t012345\tanna@fjord.example
Bo Ærø\tLægehuset Fjord\t012345\tbo@fjord.example`,
    [
      'Anna Holm | Lægehuset Fjord Havnegade 12 | 012345 | anna@fjord.example',
      'Bo Ærø | Lægehuset Fjord Havnegade 12 | 012345 | bo@fjord.example |  | spelt_differently',
    ],
  ],
  [
    'a row for a practice, its doctors in one cell and their addresses in another',
    `Lægehuset Fjord;012345;Anna Holm, Bo Ærø;anna@fjord.example, bo@fjord.example
Klinikken Torvet;023456;Åse Dam-Sørensen;aase@torvet.example`,
    [`${THREE[0]} |  | two_names`, `${THREE[1]} |  | two_names`, THREE[2]!],
  ],
  [
    'letters of the English world',
    `Practice code,Practice name,Name,Email
A81001,The Densham Surgery,Jo Bloggs,jo@densham.example
A81002,Queens Park Medical Centre,Sam Poole,sam@queens.example`,
    [
      'Jo Bloggs | The Densham Surgery | A81001 | jo@densham.example',
      'Sam Poole | Queens Park Medical Centre | A81002 | sam@queens.example',
    ],
  ],
  ['nothing at all', ' \n\n\t\n', []],
];
