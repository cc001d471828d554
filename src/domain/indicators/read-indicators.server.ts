import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Indicator } from './indicator.ts';
import { clashesAmong } from './indicator-names.ts';
import { parseIndicator, type Reading } from './indicator-schema.ts';

/**
 * Reads every YAML file of a directory as an indicator, ordered by key. Throws one error that lists everything wrong:
 * no file at all, what a file says amiss, a file not named after its key, a name with two meanings.
 */
export async function readIndicators(directory: string): Promise<readonly Indicator[]> {
  const files = (await readdir(directory)).filter((file) => /\.ya?ml$/.test(file)).sort();
  const readings = await Promise.all(files.map((file) => readOne(directory, file)));
  const indicators = readings.flatMap((reading) => ('indicator' in reading ? [reading.indicator] : []));
  const problems = readings.flatMap((reading) => ('problems' in reading ? reading.problems : []));
  if (files.length === 0) problems.push(`${directory}: holds no indicator file`);
  problems.push(...clashesAmong(indicators).map((clash) => `${directory}: ${clash}`));
  if (problems.length > 0) throw new Error(`The indicator files are not in order:\n${problems.join('\n')}`);
  return indicators.sort((one, other) => one.key.localeCompare(other.key, 'en', { numeric: true }));
}

async function readOne(directory: string, file: string): Promise<Reading> {
  const document = parseDocument(await readFile(join(directory, file), 'utf8'));
  const slips = [...document.errors, ...document.warnings];
  if (slips.length > 0) return { problems: slips.map((slip) => `${file}: ${slip.message}`) };
  const reading = parseIndicator(file, document.toJS());
  if ('problems' in reading || isNamedAfter(reading.indicator.key, file)) return reading;
  return { problems: [`${file}: key: the file is to begin with "${reading.indicator.key}"`] };
}

function isNamedAfter(key: string, file: string): boolean {
  return file === `${key}.yaml` || file.startsWith(`${key}-`);
}
