import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    expect: { requireAssertions: true },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['src/test/postgres.setup.ts'],
    projects: [
      { test: { name: 'core', environment: 'node', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
