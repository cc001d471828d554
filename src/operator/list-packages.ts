import { listPackages } from '#domain/packages/packages.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import type { Verb } from './verb.ts';

/** Lists the packages that came along with this release, as they are in the database. No cluster's own. */
export const listPackagesVerb: Verb = {
  words: 'package list',
  options: [],
  needed: [],
  rest: [],
  async run({ now, owner, text }) {
    const all = await asSystem(owner, { now: now() }, listPackages);
    const packages = all
      .filter(({ ownPackageId }) => ownPackageId === null)
      .map(({ indicators, leadDays, minutes, packageKey, title }) => ({
        key: packageKey,
        title: title[text.locale],
        minutes,
        indicators: indicators.length,
        leadDays,
      }));
    const told = packages.map(({ key, minutes, title }) => `${key.padEnd(18)} ${minutes} min  ${title}`);
    return { done: true, made: { packages }, told: told.join('\n') };
  },
};
