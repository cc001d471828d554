import { migrate } from '#platform/migrations.ts';
import { loadShippedIndicators } from '../example/shipped-indicators.ts';
import { loadShippedPackages } from '../example/shipped-packages.ts';
import type { Verb } from './verb.ts';

/** Brings the database to this release, and its indicators and packages to the files of this release. */
export const migrateVerb: Verb = {
  words: 'migrate',
  options: [],
  needed: [],
  rest: [],
  async run({ now, owner, text, urls }) {
    const { applied } = await migrate(urls.owner);
    const indicators = await loadShippedIndicators(owner, now());
    const packages = await loadShippedPackages(owner, now());
    return { done: true, made: { applied, indicators, packages }, told: text.migrated(applied) };
  },
};
