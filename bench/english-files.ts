import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '#platform/text-decoding.ts';
import { readWorldFiles } from '../src/example/england/read-world.ts';
import { planWorld } from '../src/example/england/world-plan.ts';
import { CHECKOUT } from '../src/supervisor/checkout.ts';

const STRUCTURES = 'structures_2019_2020.csv';
/** The files of practice registers, each with two years of every register in it. */
export const QOF_FILES = [
  'qofGP_1819_respiratory.csv',
  'qofGP_1819_CardioVascular.csv',
  'qofGP_1819_mental.csv',
] as const;

/** The folder of the English files, beside the checkout or where KLYNGERUM_ENGLAND says; null when there is none. */
export function folderOfEngland(): string | null {
  const beside = globSync('../*/data/england', { cwd: CHECKOUT })[0];
  return process.env.KLYNGERUM_ENGLAND ?? (beside ? join(CHECKOUT, beside) : null);
}

/** A clinical commissioning group of the usual size: its code, and the codes of its practices. */
export type Group = { code: string; practices: ReadonlySet<string> };

const USUAL_SIZE = 36;

/** The group whose number of practices is nearest the usual; of several, the first by code. */
export async function usualGroup(folder: string): Promise<Group> {
  const { clusters } = planWorld(await readWorldFiles(folder), 'ccg');
  const distance = (size: number) => Math.abs(size - USUAL_SIZE);
  const [nearest] = clusters.toSorted(
    (one, other) =>
      distance(one.practices.length) - distance(other.practices.length) || (one.code < other.code ? -1 : 1),
  );
  return { code: nearest!.code, practices: new Set(nearest!.practices.map(({ number }) => number)) };
}

/** Writes the same files with the lines of one group alone into another folder. */
export function writeFilesOfGroup(folder: string, { practices }: Group, into: string): void {
  mkdirSync(into, { recursive: true });
  for (const file of [STRUCTURES, ...QOF_FILES]) {
    const decoded = decodeText(readFileSync(join(folder, file)));
    if (typeof decoded === 'string') throw new Error(`${file}: ${decoded}`);
    const [header, ...lines] = decoded.text.split(/\r?\n/);
    const own = lines.filter((line) => cellsOf(line).some((cell) => practices.has(cell)));
    writeFileSync(join(into, file), `${[header, ...own].join('\n')}\n`);
  }
}

const cellsOf = (line: string) => line.split(/[;,]/).map((cell) => cell.replaceAll('"', '').trim());
