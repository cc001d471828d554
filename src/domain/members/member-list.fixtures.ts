import type { ListedPerson } from './list-people.ts';

/** What a case expects of one line, as `name | practice | number | address | kind | doubts`; empty ends may be left out. */
export type Expected = string;

export function asLine(person: ListedPerson): Expected {
  const { name, practice, number, email, kind, uncertain } = person;
  const parts = [name, practice, number, email, kind ?? '', uncertain.join(' ')];
  return parts.join(' | ').replace(/[ |]+$/, '');
}

/** The three people that most lists hold. */
export const THREE = [
  'Anna Holm | Lægehuset Fjord | 012345 | anna@fjord.example',
  'Bo Ærø | Lægehuset Fjord | 012345 | bo@fjord.example',
  'Åse Dam-Sørensen | Klinikken Torvet | 023456 | aase@torvet.example',
];

/** A list as it stands somewhere, what is to be understood, and the lines of it that are not: none unless told. */
export type ListCase = readonly [
  what: string,
  text: string,
  people: readonly Expected[],
  notRead?: readonly string[],
];

/** Member lists as they stand in mails. */
export const MAILS: readonly ListCase[] = [
  [
    'lines with commas, the names turned, in quotation marks',
    `"Holm, Anna",Lægehuset Fjord,012345,anna@fjord.example
"Ærø, Bo",Lægehuset Fjord,012345,bo@fjord.example
"Dam-Sørensen, Åse",Klinikken Torvet,023456,aase@torvet.example`,
    THREE.map((line) => `${line} |  | name_turned`),
  ],
  [
    'the receivers of a mail',
    'Til: Anna Holm <anna@fjord.example>; "Ærø, Bo" <bo@fjord.example>; aase@torvet.example',
    [
      'Anna Holm |  |  | anna@fjord.example',
      'Bo Ærø |  |  | bo@fjord.example |  | name_turned',
      ' |  |  | aase@torvet.example',
    ],
  ],
  [
    'receivers separated by commas',
    'Anna Holm <anna@fjord.example>, Bo Ærø <bo@fjord.example>',
    ['Anna Holm |  |  | anna@fjord.example', 'Bo Ærø |  |  | bo@fjord.example'],
  ],
  [
    'several lines a person, with empty lines between',
    `Anna Holm
Lægehuset Fjord
Ydernr. 012345
anna@fjord.example

Bo Ærø
Lægehuset Fjord
Ydernr.: 012345
Mail: bo@fjord.example


Åse Dam-Sørensen
Klinikken Torvet
023 456
aase@torvet.example`,
    THREE,
  ],
  [
    'several lines a person, without empty lines',
    `Anna Holm
anna@fjord.example
Lægehuset Fjord, 012345
Bo Ærø
bo@fjord.example
Lægehuset Fjord, 012345`,
    THREE.slice(0, 2),
  ],
  [
    'practices as headings, with their people below as bullets',
    `Lægehuset Fjord (ydernr. 012345)
- Anna Holm, anna@fjord.example
- Bo Ærø – bo@fjord.example

Klinikken Torvet, 023456
• Åse Dam-Sørensen (aase@torvet.example)`,
    THREE,
  ],
  [
    'a practice and its people in one line',
    `Lægehuset Fjord 012345: Anna Holm <anna@fjord.example>, Bo Ærø <bo@fjord.example>
Klinikken Torvet 023456: Åse Dam-Sørensen <aase@torvet.example>`,
    [THREE[0]!, `${THREE[1]} |  | practice_from_above`, THREE[2]!],
  ],
  [
    'a whole mail, with greeting, quotation marks and signature',
    `> Hej Bente,
>
> Her kommer listen over medlemmer, som aftalt i går.
>
> Anna Holm, Lægehuset Fjord, 012345, anna@fjord.example
> Bo Ærø, Lægehuset Fjord, 012345, bo@fjord.example
>
> Venlig hilsen
> Carl Dam
> carl@et-andet-sted.example`,
    THREE.slice(0, 2),
    ['Hej Bente', 'Her kommer listen over medlemmer, som aftalt i går.'],
  ],
  [
    'titles in front, behind and in parentheses',
    `Læge Anna Holm, Lægehuset Fjord, 012345, anna@fjord.example
Bo Ærø (uddannelseslæge, fase 2), Lægehuset Fjord, 012345, bo@fjord.example
Ida Lund, praksissygeplejerske, Lægehuset Fjord, 012345, ida@fjord.example
Speciallæge i almen medicin Åse Dam-Sørensen, Klinikken Torvet, 023456, aase@torvet.example`,
    [
      `${THREE[0]} | doctor`,
      `${THREE[1]} | trainee`,
      'Ida Lund | Lægehuset Fjord | 012345 | ida@fjord.example | staff',
      `${THREE[2]} | doctor`,
    ],
  ],
  [
    'the same people twice',
    `Anna Holm, Lægehuset Fjord, 012345, anna@fjord.example
Bo Ærø, Lægehuset Fjord, 012345, bo@fjord.example

ANNA HOLM, Lægehuset Fjord, 012345, ANNA@fjord.example`,
    THREE.slice(0, 2),
  ],
  [
    'people without an address, and a practice without people',
    `Navn;Praksis;Ydernr;Mail
Anna Holm;Lægehuset Fjord;012345;
;Klinikken Torvet;023456;`,
    ['Anna Holm | Lægehuset Fjord | 012345', ' | Klinikken Torvet | 023456'],
  ],
  [
    'a cluster secretary and a consultant, who belong to no practice',
    `Anna Holm, Lægehuset Fjord, 012345, anna@fjord.example

Klyngesekretær Else Rask, else@kontor.example
Datakonsulent Finn Kjær, finn@kap.example`,
    [
      THREE[0]!,
      'Else Rask |  |  | else@kontor.example | secretary',
      'Finn Kjær |  |  | finn@kap.example | consultant',
    ],
  ],
  [
    'a coordinator marked as such',
    'Anna Holm (koordinator), Lægehuset Fjord, 012345, anna@fjord.example',
    [`${THREE[0]} |  | role_left_out`],
  ],
  [
    'two doctors who share one line and one mailbox',
    'Anna Holm og Bo Ærø, Lægehuset Fjord, 012345, post@fjord.example',
    [
      'Anna Holm | Lægehuset Fjord | 012345 | post@fjord.example |  | two_names',
      'Bo Ærø | Lægehuset Fjord | 012345 |  |  | two_names',
    ],
  ],
  [
    'a letterhead above its people, and a doctor alone',
    `Lægerne Torvet 5, 9000 Aalborg
Ydernummer 023456
Tlf 98 12 34 56
Læger: Anna Holm (anna@torvet.example) Bo Ærø (bo@torvet.example)

Læge Carl Dam
Ydernr 34567
carl@dam.example`,
    [
      'Anna Holm | Lægerne Torvet 5 | 023456 | anna@torvet.example',
      'Bo Ærø | Lægerne Torvet 5 | 023456 | bo@torvet.example',
      'Carl Dam | Læge Carl Dam | 034567 | carl@dam.example | doctor | zeros_added practice_named_after',
    ],
    ['Tlf 98 12 34 56'],
  ],
  [
    'names and practices alone, line by line',
    `Fjordklinikken
Anna Holm
Bo Ærø
Torvets Lægehus
Carl Dam
carl@torvet.example`,
    [
      'Anna Holm | Fjordklinikken',
      'Bo Ærø | Fjordklinikken',
      'Carl Dam | Torvets Lægehus |  | carl@torvet.example',
    ],
  ],
  [
    'a text without people',
    'Vi ses på tirsdag klokken fem, og husk kage.',
    [],
    ['Vi ses på tirsdag klokken fem, og husk kage.'],
  ],
];
