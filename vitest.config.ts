import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// What needs nothing but its own module runs in one world with the others of its kind, which spares their setting up.
const NEEDS_MORE = /#test\/(world|build)|fixtures|postgres|database|spawn|worker/;
const all = globSync('src/**/*.test.ts', { cwd: import.meta.dirname });
const rules = all.filter((file) => !NEEDS_MORE.test(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')));
const core = all.filter((file) => !rules.includes(file));

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['src/test/postgres.setup.ts'],
    // Its own reckoning leaves a core idle, of two; a third waits on browsers and processes while the others reckon.
    maxWorkers: 3,
    projects: [
      { test: { name: 'rules', environment: 'node', include: rules, isolate: false } },
      { test: { name: 'core', environment: 'node', include: core } },
      { test: { name: 'journeys', environment: 'node', include: ['e2e/**/*.test.ts'] } },
    ],
  },
});
