import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './src/test/longest-first.ts';

// What needs nothing but its own module shares even what the others of its kind have imported.
const NEEDS_MORE = /#test\/(world|build)|fixtures|postgres|database|spawn|worker/;
const all = globSync('src/**/*.test.ts', { cwd: import.meta.dirname });
const rules = all.filter((file) => !NEEDS_MORE.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')));
const core = all.filter((file) => !rules.includes(file));

// The others share a process, in which each begins with none of our modules read: to start one for every file costs more
// than most of them do.
const ofItsOwn = { environment: 'node', isolate: false, setupFiles: ['src/test/fresh-modules.setup.ts'] };

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['src/test/postgres.setup.ts'],
    // Its own reckoning leaves a core idle, of two; a third waits on browsers and processes while the others reckon.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'rules', environment: 'node', include: rules, isolate: false } },
      { test: { ...ofItsOwn, name: 'core', include: core } },
      { test: { ...ofItsOwn, name: 'journeys', include: ['e2e/**/*.test.ts'] } },
    ],
  },
});
