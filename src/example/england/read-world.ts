import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { delimitedText } from '#platform/delimited-text.ts';
import { decodeText } from '#platform/text-decoding.ts';
import type { WorldFiles } from './world-plan.ts';

const STRUCTURES = 'structures_2019_2020.csv';
const REGISTERS = 'qofGP_1819_respiratory.csv';

/** Thrown when a file is missing or is not what its name says; the message says what to do. */
export class WorldFileRefused extends Error {}

/** Reads the files of a folder that the England world is planned from. The registers may be missing. */
export async function readWorldFiles(folder: string): Promise<WorldFiles> {
  const structures = await readTable(folder, STRUCTURES);
  const registers = existsSync(join(folder, REGISTERS)) ? await readTable(folder, REGISTERS) : [];
  const column = columnOf(STRUCTURES);
  return {
    structures: structures.map((row) => ({
      practice: column(row, 'PRACTICE_CODE'),
      ccg: column(row, 'CCG_ODS_CODE'),
      pcn: column(row, 'PCN_ODS_CODE'),
      regionCode: column(row, 'REGION_ODS_CODE'),
      regionName: column(row, 'REGION_NAME'),
    })),
    registers: registers.map((row) => ({
      practice: columnOf(REGISTERS)(row, 'practiceCode'),
      ccg: columnOf(REGISTERS)(row, 'CCGcode'),
    })),
    realWords: wordsOf([...structures, ...registers]),
  };
}

type Row = ReadonlyMap<string, string>;

async function readTable(folder: string, name: string): Promise<Row[]> {
  const bytes = await readFile(join(folder, name)).catch(() => null);
  if (!bytes)
    throw new WorldFileRefused(`${join(folder, name)} cannot be read. Give the folder with --from.`);
  const decoded = decodeText(bytes);
  const cut = typeof decoded === 'string' ? null : delimitedText(decoded.text);
  if (!cut || 'refusal' in cut) throw new WorldFileRefused(`${name} is not the file of that name.`);
  const [header = [], ...lines] = cut.lines;
  return lines
    .filter((line) => line.length === header.length)
    .map((line) => new Map(header.map((column, at) => [column, line[at]!])));
}

function columnOf(file: string) {
  return (row: Row, column: string): string => {
    const cell = row.get(column)?.trim();
    if (!cell)
      throw new WorldFileRefused(`${file} has no ${column} on some line. Is it the file of that name?`);
    return cell;
  };
}

const NAMES = /name$/i;

function wordsOf(rows: readonly Row[]): Set<string> {
  const words = new Set<string>();
  for (const row of rows)
    for (const [column, cell] of row)
      if (NAMES.test(column))
        for (const word of cell.toLowerCase().match(/[a-z]{4,}/g) ?? []) words.add(word);
  return words;
}
