import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import { problemText } from '#domain/packages/package-problem.text.ts';
import { checkPackages } from '#domain/packages/read-packages.server.ts';
import type { Verb } from './verb.ts';

const INDICATORS = fileURLToPath(new URL('../../indicators/', import.meta.url));

/** Checks a package that anybody wrote, or a folder of them: file, line, field, and what to do. Stores nothing. */
export const checkPackagesVerb: Verb = {
  words: 'package check',
  options: [],
  needed: [],
  rest: ['dir'],
  async run({ text }, { rest }) {
    const { packages, problems } = await checkPackages(
      resolve(rest[0] ?? '.'),
      await readIndicators(INDICATORS),
    );
    const keys = packages.map(({ key }) => key);
    if (problems.length === 0)
      return { done: true, made: { packages: keys }, told: text.packagesInOrder(keys) };
    const lines = problems.map((problem) => `${problem.file}: ${problemText(text.locale, problem)}`);
    return {
      done: false,
      reason: 'package_broken',
      told: [text.packagesToMend(problems.length), ...lines].join('\n'),
    };
  },
};
