import type { Answer, Answers } from '#domain/questionnaires/question.ts';

/* What the example's doctors have answered, in the order of the list; whoever is not in it has not answered. */

const WORDS = [
  'At sige nej i telefonen.',
  'At finde tid til den lange samtale.',
  'Når en anden har startet behandlingen.',
  'At få patienten med på idéen.',
  'Vi mangler et sted at henvise til.',
];

/** Answers of so many, each question's picked in turn from its own row, so that they lie as they would. */
function answersOf(people: number, rows: Readonly<Record<string, readonly Answer[]>>): Answers[] {
  return Array.from({ length: people }, (_, at) =>
    Object.fromEntries(
      Object.entries(rows).map(([key, row], question) => [key, row[(at + question * 3) % row.length]!]),
    ),
  );
}

const withWords = (answers: readonly Answers[], key: string, words: readonly string[]): Answers[] =>
  answers.map((one, at) =>
    at % 4 === 1 ? { ...one, [key]: words[Math.floor(at / 4) % words.length]! } : one,
  );

export const OPIOIDS_BEFORE = withWords(
  answersOf(26, {
    slutdato: ['2', '3', '1', '2', '4', '3', '2', '1', '3', '5'],
    kontrol: ['3', '4', '3', '2', '5', '4', '3'],
    nedtrapning: ['2', '3', '2', '1', '3', '4', '2'],
    personale: ['no', 'yes', 'no', 'no', 'yes', 'dont_know', 'no'],
    fornyelse: ['2', '3', '4', '2', '3', '1', '4'],
    hjaelp: ['2', '3', '2', '1', '4', '3'],
  }),
  'svaerest',
  WORDS,
);

export const OPIOIDS_LATER = withWords(
  answersOf(24, {
    slutdato: ['4', '5', '4', '3', '5', '4', '4', '5', '3', '4'],
    kontrol: ['3', '4', '4', '3', '5', '4', '3'],
    nedtrapning: ['3', '4', '3', '2', '4', '4', '3'],
    personale: ['yes', 'yes', 'no', 'yes', 'yes', 'dont_know', 'yes'],
    fornyelse: ['3', '3', '4', '2', '4', '2', '4'],
    hjaelp: ['2', '3', '3', '2', '4', '3'],
  }),
  'svaerest',
  WORDS.slice(1),
);

export const EVALUATED = withWords(
  answersOf(20, {
    'tid-vaerd': ['3', '4', '4', '5', '3', '2', '4'],
    'goer-anderledes': ['4', '4', '3', '5', '4', '2'],
    'tal-brugbare': ['3', '4', '4', '2', '5'],
    'alle-hoert': ['4', '3', '4', '2', '5', '4', '3'],
  }),
  'bedre',
  ['Mere tid i grupperne.', 'Tallene en uge før.', 'Maden før oplægget.'],
);

export const EVALUATED_LATER = withWords(
  answersOf(18, {
    'tid-vaerd': ['4', '5', '4', '5', '4', '3', '5'],
    'goer-anderledes': ['4', '3', '3', '4', '4', '3'],
    'tal-brugbare': ['3', '3', '4', '4'],
    'alle-hoert': ['5', '4', '5', '4', '4', '3', '5'],
  }),
  'bedre',
  ['Slut til tiden.', 'Flere fra de små praksisser til orde.'],
);

export const COPD_NOW = answersOf(10, {
  spirometri: ['4', '5', '3', '4'],
  steroid: ['2', '3', '4', '3'],
  teknik: ['3', '2', '4'],
  udfoerer: ['1', '2', '0'],
  nedtrapning: ['2', '3', '4'],
  rehabilitering: ['3', '2', '4', '3'],
  forloebsplan: [40, 25, 60, 33],
});

/** What doctors say of the municipality's nurses, and these of the doctors, to the same questions. */
export const NURSES_BY_DOCTORS = withWords(
  answersOf(22, {
    kendskab: ['2', '3', '2', '2', '4', '2'],
    nummer: ['no', 'yes', 'no', 'no', 'yes'],
    brugt: [0, 1, 0, 2, 0, 3, 1],
    ansvar: ['2', '3', '2', '1', '3'],
    tilbagemelding: ['3', '2', '4', '3'],
    opgaver: [['2'], ['1', '2'], ['0'], ['3'], ['2', '5']],
    samarbejde: ['3', '4', '3', '2', '4', '3'],
  }),
  'mere',
  [
    'At nummeret stod et sted, hvor personalet kan se det.',
    'Et svar samme dag.',
    'Hvis jeg vidste, hvad de kan.',
  ],
);
export const NURSES = answersOf(7, {
  kendskab: ['2', '2', '1', '3'],
  nummer: ['yes', 'yes', 'no'],
  ansvar: ['4', '3', '4', '5'],
  tilbagemelding: ['2', '3', '2'],
  opgaver: [['2'], ['1', '2'], ['2', '3']],
  samarbejde: ['4', '3', '4'],
}).map((one) => (one.kendskab === '1' ? { ...one, kendskab: '2' } : one));
