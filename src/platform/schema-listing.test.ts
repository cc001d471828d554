import { expect, test } from 'vitest';
import { owner } from '#test/world.ts';
import { listSchema } from './schema-listing.ts';

// After a migration: `npx vitest run --project core src/platform/schema-listing.test.ts -u`, and read the diff.
test('db/schema.sql says what the migrations add up to', async () => {
  await expect(await listSchema(owner)).toMatchFileSnapshot('../../db/schema.sql');
});
