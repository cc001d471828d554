import { migrate } from '#platform/migrations.ts';
import { loadShippedIndicators } from '../example/shipped-indicators.ts';
import type { Verb } from './verb.ts';

/** Brings the database to this release, and its indicators to the files of this release. */
export const migrateVerb: Verb = {
  words: 'migrate',
  options: [],
  needed: [],
  rest: [],
  async run({ now, owner, text, urls }) {
    const { applied } = await migrate(urls.owner);
    const indicators = await loadShippedIndicators(owner, now());
    return { done: true, made: { applied, indicators }, told: text.migrated(applied) };
  },
};
