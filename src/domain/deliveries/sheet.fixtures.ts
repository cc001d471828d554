import type { Known } from './column-evidence.ts';
import { isMeasure, type Mapping, type MeasuredIndicator } from './mapping.ts';
import { proposeMapping } from './proposal.ts';
import { type Sheet, sheetOf } from './sheet.ts';

/** Three indicators as the product would know them: two proportions in per cent and a rate per 1,000. */
export const INDICATORS: MeasuredIndicator[] = [
  { key: 'kol', scale: 100, isProportion: true },
  { key: 'af', scale: 100, isProportion: true },
  { key: 'opioid', scale: 1000, isProportion: false },
];

export const KNOWN: Known = {
  indicators: [
    { key: 'kol', names: ['KOL', 'COPD', 'Andel KOL-patienter med ICS'] },
    { key: 'af', names: ['AF', 'Atrieflimren', 'AF17p'] },
    { key: 'opioid', names: ['Opioider', 'Opioids'] },
  ],
  practiceNumbers: new Set(['900101', '900102', '900103']),
};

/** The sheet in a text with semicolons; throws when it holds none. */
export function sheetFrom(text: string, delimiter = ';'): Sheet {
  const sheet = sheetOf(
    text.split('\n').map((line) => line.split(delimiter)),
    delimiter,
  );
  if (typeof sheet === 'string') throw new Error(sheet);
  return sheet;
}

/** What is proposed for a text, the names of columns left out: `numerator kol 2024`, `period`. */
export function rolesFor(text: string, remembered?: Mapping): string[] {
  const { mapping } = proposeMapping(sheetFrom(text), KNOWN, remembered);
  return mapping.columns.map((column) =>
    isMeasure(column)
      ? [column.role, column.indicatorKeys.join('+'), column.periodLabel ?? ''].join(' ').trim()
      : column.role,
  );
}
