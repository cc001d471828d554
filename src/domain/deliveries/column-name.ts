import { parsePeriod } from './period.ts';
import { isSplitYear } from './period-column.ts';

/** What a column of figures holds of each figure. */
export type Part = 'numerator' | 'denominator' | 'value';

/**
 * What the name of a column says: the period in it as it is written (`1718` in `AF_N_1718`), which part of a
 * figure, and what is left, which may name an indicator: `subject`, and without words like "patienter" the stem.
 * A change between two years is no figure.
 */
export type ColumnName = {
  stem: string;
  subject: string;
  whole: string;
  part: Part | null;
  periodLabel: string | null;
  isChange: boolean;
};

const MONTHS = 'jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec';
const PERIODS = [
  /(?<!\d)\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d(?!\d)/,
  /(?<!\d)[1-4]\.? ?(?:kvartal|kvt\.?|kv\.?|quarter)[ -]?\d{4}(?!\d)/,
  /(?<!\d)\d{4}[- ](?:[1-4]\.? ?(?:kvartal|kvt\.?|kv\.?|quarter))/,
  /(?<!\d)[12]\.? ?halvår \d{4}(?!\d)/,
  /(?<!\d)\d{4}[- ]?[kqh][1-4](?!\d)/,
  /(?<![\p{L}\d])[kq][1-4][- ]?\d{4}(?!\d)/u,
  new RegExp(`(?<!\\p{L})(?:${MONTHS})\\p{L}*\\.?[ -]?\\d{4}(?!\\d)`, 'u'),
  /(?<!\d)\d{4}[-/ ]\d{4}(?!\d)/,
  /(?<!\d)\d{4}[-/ m]\d\d(?!\d)/,
  /(?<!\d)\d\d[-/]\d{4}(?!\d)/,
  /(?<!\d)\d{4}(?!\d)/,
];

const CHANGE = words('change changes aendring forskel difference diff udvikling');
const VALUE = words('p pct procent percent andel share proportion rate ratio vaerdi value vaerdier');
const DENOMINATOR = words(
  'naevner denominator population befolkning liste listen listestoerrelse listesize listsize list allages' +
    ' tilmeldte sikrede patientgrundlag grundlag patienttal',
);
const NUMERATOR = words('taeller numerator antal n num count');
const FILLING = words('patienter patients personer');

/** Reads the name of a column: see `ColumnName`. */
export function columnNameOf(name: string): ColumnName {
  const text = plain(name);
  const periodLabel = periodLabelIn(text);
  const rest = periodLabel === null ? text : text.replace(periodLabel, ' ');
  const tokens = tokensOf(rest);
  const isPart = (token: string) => [CHANGE, VALUE, DENOMINATOR, NUMERATOR].some((set) => set.has(token));
  const subject = tokens.filter((token) => !isPart(token));
  const stem = subject.filter((token) => !FILLING.has(token)).join('');
  return {
    stem,
    subject: subject.join(''),
    whole: tokens.join(''),
    part: partOf(tokens),
    periodLabel,
    isChange: has(tokens, CHANGE),
  };
}

/** Whether a text names a period, be it one that must be told where its year begins. */
export function isPeriodLabel(text: string): boolean {
  return parsePeriod(text) !== null || isSplitYear(text);
}

/** The name of a column with its period taken out: alike for the same column in next year's file. */
export function shapeOfName(name: string): string {
  const text = plain(name);
  const label = periodLabelIn(text);
  return (label === null ? text : text.replace(label, '#')).trim();
}

/** A name as letters and digits only, so that `Å`, `aa`, case and punctuation make no difference. */
export function foldName(text: string): string {
  const danish = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa');
  return danish.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');
}

function periodLabelIn(text: string): string | null {
  for (const pattern of PERIODS) {
    const found = pattern.exec(text)?.[0].trim();
    if (found && isPeriodLabel(found)) return found;
  }
  return null;
}

function partOf(tokens: readonly string[]): Part | null {
  if (has(tokens, VALUE)) return 'value';
  if (has(tokens, DENOMINATOR)) return 'denominator';
  return has(tokens, NUMERATOR) ? 'numerator' : null;
}

function plain(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('_', ' ')
    .replaceAll('%', ' pct ')
    .replace(/\s+/g, ' ')
    .trim();
}

function tokensOf(text: string): string[] {
  const withRates = text.replace(/\bpe?r\.? ?(?:1[. ]?0+|100[. ]?000)\b/g, ' rate ');
  return withRates
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(foldName);
}

function has(tokens: readonly string[], set: ReadonlySet<string>): boolean {
  return tokens.some((token) => set.has(token));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
