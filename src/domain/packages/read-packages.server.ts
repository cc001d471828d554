import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { MeetingPackage } from './package.ts';
import { readPackageFile } from './package-file.ts';
import { gapsIn } from './package-gaps.ts';
import { problemText } from './package-problem.text.ts';
import { type PackageProblem, problemOf } from './package-problem.ts';

const FILE = 'package.yaml';

/** A problem and the file that it stands in, as seen from the folder that was read. */
export type FileProblem = PackageProblem & { readonly file: string };
type FolderReading = { packages: readonly MeetingPackage[]; problems: readonly FileProblem[] };

/**
 * Checks a folder: either of one package, or of packages with a folder each. Answers the packages that are finished,
 * by key, and everything that is to be mended in the others. Each folder bears the key of its package.
 */
export async function checkPackages(
  directory: string,
  indicators: readonly Indicator[],
): Promise<FolderReading> {
  const readings = await Promise.all(
    (await foldersIn(directory)).map((folder) => readOne(folder, indicators)),
  );
  const packages = readings.flatMap((reading) => reading.packages);
  const problems = readings.flatMap((reading) => reading.problems);
  if (readings.length === 0) problems.push({ ...problemOf('no_package', ''), file: directory });
  return {
    packages: packages.sort((one, other) => one.key.localeCompare(other.key, 'en')),
    problems,
  };
}

/** The packages of a folder, by key. Throws one error that lists everything wrong. */
export async function readPackages(
  directory: string,
  indicators: readonly Indicator[],
): Promise<readonly MeetingPackage[]> {
  const { packages, problems } = await checkPackages(directory, indicators);
  const told = problems.map((problem) => `${problem.file}: ${problemText('en', problem)}`);
  if (told.length > 0) throw new Error(`The packages are not in order:\n${told.join('\n')}`);
  return packages;
}

async function foldersIn(directory: string): Promise<string[]> {
  if (existsSync(join(directory, FILE))) return [directory];
  const entries = existsSync(directory) ? await readdir(directory, { withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(directory, name))
    .sort();
}

async function readOne(folder: string, indicators: readonly Indicator[]): Promise<FolderReading> {
  const name = basename(resolve(folder));
  const file = `${name}/${FILE}`;
  if (!existsSync(join(folder, FILE)))
    return { packages: [], problems: [{ ...problemOf('no_package', ''), file: name }] };
  const known = new Set(indicators.map(({ key }) => key));
  const ownCounts = new Set(indicators.filter(({ isOwnCount }) => isOwnCount).map(({ key }) => key));
  const reading = readPackageFile(await readFile(join(folder, FILE), 'utf8'), known);
  const found = 'package' in reading ? reading.package : null;
  const problems = 'problems' in reading ? reading.problems : gapsIn(reading.package, ownCounts);
  const misplaced = found && found.key !== name ? [problemOf('other_folder', 'key', found.key)] : [];
  const all = [...misplaced, ...problems].map((problem) => ({ ...problem, file }));
  return { packages: found && all.length === 0 ? [found] : [], problems: all };
}
