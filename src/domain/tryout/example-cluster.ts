import { exampleName } from './example-name.ts';

/** A practice of the example world. `answer` is what it says to every source. */
export type ExamplePractice = {
  /** Six digits that no practice has, see clusters/example-number.ts. */
  number: string;
  name: string;
  patients: number;
  doctors: readonly string[];
  answer: 'yes' | 'no';
  /** How old and ill its patients are: the usual number with a disease is multiplied by this. */
  burden: number;
  /** The day after which its number means nobody. */
  closedAfter?: string;
};

export type ExampleCluster = {
  key: 'fjord' | 'bakke' | 'oe';
  name: string;
  /** The first doctor of the first practice, and the second of the second where there are so many, coordinate. */
  practices: readonly ExamplePractice[];
};

type Line = readonly [name: string, patients: number, doctors: number, more?: Partial<ExamplePractice>];

const FJORD: readonly Line[] = [
  ['Lægerne i Æblehaven', 7900, 5],
  ['Lægehuset Fjordbakken', 6450, 4],
  ['Lægefællesskabet Søndre Havnevej og Nørre Fjordtorv i Vestfjord', 4850, 3],
  ['Ørremarkens Lægehus', 4790, 3],
  ['Lægerne ved Åen', 4700, 3],
  ['Lægehuset Mågevej', 3240, 2, { answer: 'no' }],
  ['Klinikken i Tangsø', 3190, 2],
  ['Lægerne Strandhede', 3310, 2],
  ['Kornskov Lægepraksis', 3150, 2],
  ['Læge Vintermølle', 1620, 1],
  ['Havnens nye Lægeklinik', 1450, 1, { burden: 0.2 }],
  ['Lægen på Klinten', 1590, 1],
  ['Lægehuset i Hvidager', 1740, 1],
  ['Lægen i Østerhale', 1820, 1, { closedAfter: '2025-03-31' }],
];

const BAKKE_PLACES =
  'Åsen Birkelund Dyrebrink Egemose Fuglevang Grønholt Hasselhøj Ibsgård Jættebro Kirkebakken Lindevej Møllehøj Nordlyng Ormslev Poppelgården Ravnekær Sandbjerg Tornhave Ulvedal Vibelund Ydersø Ærtebjerg'.split(
    ' ',
  );
const BAKKE: readonly Line[] = BAKKE_PLACES.map((place, at) => [
  at % 3 === 0 ? `Lægerne ${place}` : at % 3 === 1 ? `Lægehuset ${place}` : `${place} Lægepraksis`,
  1500 + ((at * 1370) % 5200),
  1 + ((at * 1370) % 5200 > 2600 ? 1 : 0),
]);

const OE: readonly Line[] = [
  ['Lægen på Nordøen', 1480, 1],
  ['Lægehuset ved Færgen', 3020, 2],
  ['Sydøens Lægepraksis', 1730, 1],
  ['Lægerne på Mellemøen', 2950, 2],
];

// Room for so many names in each practice.
const MOST_DOCTORS = 6;

/** The three clusters of the example world: one to walk about in, a larger one, and one too small to show anything. */
export const EXAMPLE_CLUSTERS: readonly ExampleCluster[] = [
  { key: 'fjord', name: 'Fjordklyngen', practices: practicesOf(900100, FJORD, 0) },
  { key: 'bakke', name: 'Bakkeklyngen', practices: practicesOf(900200, BAKKE, 100) },
  { key: 'oe', name: 'Øklyngen', practices: practicesOf(900300, OE, 300) },
];

/** Who is in the example world without a practice. */
export const EXAMPLE_PEOPLE = {
  secretary: exampleName(500),
  consultant: exampleName(501),
  trainee: exampleName(502),
  nurse: exampleName(503),
  deliverer: exampleName(504),
};

/** The source that delivers to all three clusters. */
export const EXAMPLE_SOURCE = 'Kvalitetsenheden i Vestfjord';

function practicesOf(before: number, lines: readonly Line[], firstName: number): ExamplePractice[] {
  return lines.map(([name, patients, doctors, more], at) => ({
    number: String(before + at + 1),
    name,
    patients,
    doctors: Array.from({ length: doctors }, (_, which) =>
      exampleName(firstName + MOST_DOCTORS * at + which),
    ),
    answer: 'yes',
    burden: 1,
    ...more,
  }));
}
