import type { Indicator } from './indicator.ts';

/** A column's name as it is compared: small letters and digits, single spaces, nothing else. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Every name, as compared, under which a column may bring this indicator: key, both names, aliases. */
export function namesOf(indicator: Indicator): ReadonlySet<string> {
  const { key, name, aliases } = indicator;
  return new Set([key, name.da, name.en, ...aliases].map(nameKey));
}

/**
 * What stands in the way of using these indicators together, one sentence each: a key given twice, a name that
 * two share, or a name that is an indicator here and a denominator there. Empty when every column name has one
 * meaning.
 */
export function clashesAmong(indicators: readonly Indicator[]): string[] {
  const ownerOf = new Map<string, string>();
  const clashes: string[] = [];
  for (const indicator of indicators) {
    for (const name of namesOf(indicator)) {
      const owner = ownerOf.get(name);
      if (owner === undefined) ownerOf.set(name, indicator.key);
      else clashes.push(`"${name}" names both ${owner} and ${indicator.key}`);
    }
  }
  for (const { key, denominatorAliases } of indicators) {
    for (const name of denominatorAliases.map(nameKey).filter((alias) => ownerOf.has(alias))) {
      clashes.push(`"${name}" names ${ownerOf.get(name)} and a denominator of ${key}`);
    }
  }
  return clashes;
}
