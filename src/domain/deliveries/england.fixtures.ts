import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { delimitedText } from '#platform/delimited-text.ts';
import { decodeText } from '#platform/text-decoding.ts';
import type { Known } from './column-evidence.ts';
import { type Mapping, type MeasuredIndicator, withDecimalSign } from './mapping.ts';
import { proposeMapping } from './proposal.ts';
import { type Sheet, sheetOf } from './sheet.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = globSync('../*/data/england', { cwd: ROOT })[0];

/** Whether the real English files lie beside the checkout; they are never part of it. */
export const HAS_ENGLISH_FILES = FOLDER !== undefined;

/** The registers of the QOF files by the names that their columns carry. */
export const REGISTERS: Known = {
  indicators: 'AST COPD AF CHD CVDPP HF LVSD HYP PAD STIA DEM DEP EP18p LD MH'
    .split(' ')
    .map((name) => ({ key: name.toLowerCase(), names: [name] })),
  practiceNumbers: new Set(),
};
export const REGISTER_MEASURES: MeasuredIndicator[] = REGISTERS.indicators.map(({ key }) => ({
  key,
  scale: 100,
  isProportion: true,
}));

/** The text of one of the files, after `change`, as it would come out of decoding. */
export function englishText(name: string, change = (text: string) => text): string {
  const decoded = decodeText(readFileSync(join(ROOT, FOLDER!, name)));
  if (typeof decoded === 'string') throw new Error(decoded);
  return change(decoded.text);
}

export type EnglishFile = { lines: string[][]; sheet: Sheet };
const asTheyStand = new Map<string, EnglishFile>();

/** The lines and the sheet of one of the files, as it stands or after `change`. */
export function englishSheet(name: string, change?: (text: string) => string): EnglishFile {
  const before = change ? undefined : asTheyStand.get(name);
  if (before) return before;
  const cut = delimitedText(englishText(name, change));
  if ('refusal' in cut) throw new Error(cut.refusal);
  const sheet = sheetOf(cut.lines, cut.delimiter);
  if (typeof sheet === 'string') throw new Error(sheet);
  if (!change) asTheyStand.set(name, { lines: cut.lines, sheet });
  return { lines: cut.lines, sheet };
}

/** The proposed mapping with the two answers that the QOF files need: points are thousands, years begin in April. */
export function answeredMapping(sheet: Sheet): Mapping {
  return { ...withDecimalSign(proposeMapping(sheet, REGISTERS).mapping, sheet, ','), splitYearFrom: 4 };
}
