import { count, dayText, type Locale, number } from '#ui/format.ts';
import { columnLetters } from './place.ts';
import type { Problem, ProblemKind } from './problem.ts';

/** What a problem can tell of: its column, a second one, and a name. */
type Told = { column: string; other: string; name: string };
type Mended = Exclude<
  ProblemKind,
  'ambiguous_number' | 'split_year' | 'no_indicator' | 'no_period' | 'unknown_indicator' | 'value_scale'
>;

const da = {
  title: 'Kolonner',
  lead: 'Sådan er filen forstået. Ret det, der ikke passer.',
  rows: (rows: number, columns: number) =>
    `${count('da', rows, { one: 'række', other: 'rækker' })}, ${count('da', columns, { one: 'kolonne', other: 'kolonner' })}.`,
  questions: 'Det kan kun du svare på',
  mend: (n: number) =>
    n === 1 ? '1 ting mangler, før filen kan læses' : `${n} ting mangler, før filen kan læses`,
  decimal: (cell: string) => `Hvordan skal ${cell} læses?`,
  decimalHint: (column: string) =>
    `Det står i kolonne ${column}. Svaret gælder alle kolonner, der kan læses på to måder.`,
  asThousands: (whole: string, part: string) => `${whole} tusind ${part}`,
  asDecimals: (whole: string, part: string) => `${whole} komma ${part}`,
  asTheRest: 'Sådan er resten af filen skrevet',
  splitYear: (label: string) => `Hvornår begynder året ${label}?`,
  splitYearHint: 'Et år over to kalenderår kan begynde i flere måneder.',
  chooseMonth: 'Vælg dag',
  month: (n: number) => firstDayText('da', n),
  indicator: 'Hvilken indikator er tallene af?',
  indicatorHint: 'Filen siger det ikke.',
  choose: 'Vælg',
  period: 'Hvilken periode er tallene fra?',
  periodHint: 'For eksempel 2025, 1. kvartal 2025, 1. halvår 2026 eller 01-01-2025 til 30-06-2025.',
  unreadPeriod: 'Perioden kunne ikke læses. Skriv den som et af eksemplerne.',
  names: 'Hvad hedder indikatorerne her?',
  named: (name: string) => `Filen kalder den ”${name}”`,
  leaveOut: 'Tag den ikke med',
  scale: (name: string, cell: string) => `Hvad betyder ${cell} i kolonnen ”${name}”?`,
  scales: { '1': (cell: string) => `En brøk: ${cell} af 1`, '100': (cell: string) => `Procent: ${cell} %` },
  column: 'Kolonne',
  role: 'Indhold',
  of: 'Indikator',
  ofNone: {
    shared: 'Fælles for alle',
    of_row: 'Rækkens egen',
    as_answered: 'Svaret ovenfor',
    choose: 'Vælg',
  },
  ofSeveral: (keys: string) => `Flere: ${keys}`,
  periodLabel: 'Periode i navnet',
  per: 'Værdien er pr.',
  pers: {
    '': 'Som indikatoren',
    '1': '1 (brøk)',
    '100': '100 (procent)',
    '1000': '1.000',
    '10000': '10.000',
    '100000': '100.000',
  },
  used: 'Kolonner, der bruges',
  unknown: 'Tal, som ikke er med',
  unused: (n: number) => count('da', n, { one: 'kolonne bruges ikke', other: 'kolonner bruges ikke' }),
  unnamed: 'uden navn',
  guess: 'Et gæt. Se efter.',
  act: 'Videre til tjek',
  discard: 'Kassér filen',
  gone: {
    title: 'Filen er her ikke mere',
    text: 'En fil venter højst et døgn, og den forsvinder, når Klyngerum genstartes, for den gemmes aldrig, så andre kan læse den. Intet andet er gået tabt: læg den ind igen, så huskes kolonnerne, hvis de er bekræftet før.',
    act: 'Læg filen ind igen',
    discard: 'Kassér leveringen',
  },
  mends: {
    other_columns: () => 'Kolonnerne passer ikke til filen. Læg den ind igen.',
    no_practice_number: () => 'Ingen kolonne er sat til ydernummer. Vælg den nedenfor.',
    practices_in_columns: () =>
      'Praksisserne står som kolonner. Vend tabellen, så hver praksis er en række, og læg den ind igen.',
    two_columns: ({ column, other }) =>
      `Kolonne ${column} og ${other} har samme indhold. Kun den ene kan bruges.`,
    half_period: ({ column }) => `Kolonne ${column} er den ene ende af perioden. Vælg også den anden.`,
    no_measure: () => 'Ingen kolonne er sat til tæller eller værdi. Vælg mindst én nedenfor.',
    no_denominator: ({ column }) =>
      `Kolonne ${column} er en tæller uden nævner. Vælg kolonnen med nævneren, eller sæt den til værdi.`,
    same_measure_twice: ({ column, other }) =>
      `Kolonne ${column} og ${other} er samme tal. Brug kun den ene, eller ret indikator og periode.`,
    indicator_gone: ({ name }) => `Indikatoren ${name} findes ikke mere. Vælg en anden.`,
    unreadable_period: ({ column }) =>
      `Perioderne i kolonne ${column} kan ikke læses. Ret navnet eller kolonnen.`,
    mixed_numbers: ({ column }) =>
      `Kolonne ${column} bruger både komma og punktum som decimaltegn. Ret filen, og læg den ind igen.`,
    not_numbers: ({ column }) => `Kolonne ${column} rummer mest tekst, ikke tal. Vælg noget andet.`,
  } satisfies Record<Mended, (told: Told) => string>,
};

const en: typeof da = {
  title: 'Columns',
  lead: 'This is how the file was understood. Mend what does not fit.',
  rows: (rows, columns) =>
    `${count('en', rows, { one: 'row', other: 'rows' })}, ${count('en', columns, { one: 'column', other: 'columns' })}.`,
  questions: 'Only you can answer this',
  mend: (n) =>
    n === 1
      ? '1 thing is missing before the file can be read'
      : `${n} things are missing before the file can be read`,
  decimal: (cell) => `How is ${cell} to be read?`,
  decimalHint: (column) =>
    `It stands in column ${column}. The answer holds for all columns that can be read in two ways.`,
  asThousands: (whole, part) => `${whole} thousand ${part}`,
  asDecimals: (whole, part) => `${whole} point ${part}`,
  asTheRest: 'The rest of the file is written so',
  splitYear: (label) => `When does the year ${label} begin?`,
  splitYearHint: 'A year across two calendar years can begin in several months.',
  chooseMonth: 'Choose a day',
  month: (n) => firstDayText('en', n),
  indicator: 'Which indicator are the figures of?',
  indicatorHint: 'The file does not say.',
  choose: 'Choose',
  period: 'Which period are the figures from?',
  periodHint: 'For example 2025, Q1 2025, 2026H1 or 01-01-2025 to 30-06-2025.',
  unreadPeriod: 'The period could not be read. Write it like one of the examples.',
  names: 'What are the indicators called here?',
  named: (name) => `The file calls it “${name}”`,
  leaveOut: 'Leave it out',
  scale: (name, cell) => `What does ${cell} in the column “${name}” mean?`,
  scales: { '1': (cell) => `A fraction: ${cell} of 1`, '100': (cell) => `Per cent: ${cell}%` },
  column: 'Column',
  role: 'Content',
  of: 'Indicator',
  ofNone: {
    shared: 'Shared by all',
    of_row: 'The row’s own',
    as_answered: 'Answered above',
    choose: 'Choose',
  },
  ofSeveral: (keys) => `Several: ${keys}`,
  periodLabel: 'Period in the name',
  per: 'The value is per',
  pers: {
    '': 'As the indicator',
    '1': '1 (fraction)',
    '100': '100 (per cent)',
    '1000': '1,000',
    '10000': '10,000',
    '100000': '100,000',
  },
  used: 'Columns in use',
  unknown: 'Figures that are left out',
  unused: (n) => count('en', n, { one: 'column is not used', other: 'columns are not used' }),
  unnamed: 'unnamed',
  guess: 'A guess. Have a look.',
  act: 'On to the check',
  discard: 'Throw the file away',
  gone: {
    title: 'The file is here no more',
    text: 'A file waits for a day at most, and it goes when Klyngerum is restarted, for it is never kept so that others can read it. Nothing else is lost: put it in again, and the columns are remembered if they were confirmed before.',
    act: 'Put the file in again',
    discard: 'Throw the delivery away',
  },
  mends: {
    other_columns: () => 'The columns do not fit the file. Put it in again.',
    no_practice_number: () => 'No column is set to practice number. Choose it below.',
    practices_in_columns: () =>
      'The practices stand as columns. Turn the table, so that each practice is a row, and put it in again.',
    two_columns: ({ column, other }) =>
      `Columns ${column} and ${other} have the same content. Only one can be used.`,
    half_period: ({ column }) => `Column ${column} is one end of the period. Choose the other one too.`,
    no_measure: () => 'No column is set to numerator or value. Choose at least one below.',
    no_denominator: ({ column }) =>
      `Column ${column} is a numerator without a denominator. Choose the column with the denominator, or set it to value.`,
    same_measure_twice: ({ column, other }) =>
      `Columns ${column} and ${other} are the same figure. Use only one, or mend indicator and period.`,
    indicator_gone: ({ name }) => `The indicator ${name} is no more. Choose another.`,
    unreadable_period: ({ column }) =>
      `The periods in column ${column} cannot be read. Mend the name or the column.`,
    mixed_numbers: ({ column }) =>
      `Column ${column} uses both comma and point as decimal sign. Mend the file and put it in again.`,
    not_numbers: ({ column }) => `Column ${column} holds mostly text, not figures. Choose something else.`,
  },
};

/** What the second step of a delivery says. */
export const columnsPageText = { da, en };

/** What must be mended in the columns or in the file, in words. */
export function mendText(locale: Locale, { kind, column, otherColumn, name }: Problem): string {
  const words = columnsPageText[locale].mends as Partial<Record<ProblemKind, (told: Told) => string>>;
  const letters = (position: number | null) => (position === null ? '' : columnLetters(position));
  return words[kind]?.({ column: letters(column), other: letters(otherColumn), name: name ?? '' }) ?? kind;
}

/** A line of the file, as it is written in a sentence. */
export function lineText(locale: Locale, line: number): string {
  return locale === 'da' ? `linje ${number(locale, line, 0)}` : `line ${number(locale, line, 0)}`;
}

function firstDayText(locale: Locale, month: number): string {
  return dayText(locale, `2026-${String(month).padStart(2, '0')}-01`).replace(/ 2026$/, '');
}
