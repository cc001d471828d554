import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
const sources = files
  .filter((file) => /\.(svelte|ts)$/.test(file) && !/\.(test|fixtures)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join('src', file), 'utf8') }));

/** The pages of a cluster whose address ends in a word, with the folder they stand in. */
const pages = files
  .filter((file) => /^routes\/c\/\[cluster=uuid\]\/.*\+page\.svelte$/.test(file))
  .map((file) => file.slice(0, -'/+page.svelte'.length))
  .filter((folder) => !folder.endsWith(']'));

// Named from outside their own folder in an address: `/minutes/write"`, or `/calendar?`.
function isNamedElsewhere(folder: string): boolean {
  const word = folder.split('/').at(-1)!;
  const above = folder.split('/').at(-2)!;
  const address = new RegExp(`/${word}(?=["'\`?#{/<])|path: '/(?:\\w+/)?${word}'|\\b${above}: '${word}'`);
  return sources.some(({ file, text }) => !file.startsWith(`${folder}/`) && address.test(text));
}

test('every page of a cluster is led to from another', () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter((folder) => !isNamedElsewhere(folder))).toEqual([]);
});
