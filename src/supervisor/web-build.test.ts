import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from './klyngerum.fixtures.ts';
import { buildWeb, hashOfSources, isBuilt } from './web-build.ts';

const never = new AbortController().signal;

// Stands in for Vite: lays down a build in two steps, and counts how often it was asked.
const VITE = `import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
appendFileSync('asked', 'x');
if (existsSync('src/broken.ts')) { console.error('src/broken.ts is broken\\n    at vite'); process.exit(1); }
mkdirSync(process.env.BUILD_FOLDER);
writeFileSync(process.env.BUILD_FOLDER + '/half.js', '');
if (existsSync('src/slow.ts')) await new Promise((resolve) => setTimeout(resolve, 60_000));
writeFileSync(process.env.BUILD_FOLDER + '/handler.js', readFileSync('src/page.ts'));`;

function aCheckout(): string {
  const checkout = aFolder();
  write(checkout, 'node_modules/vite/bin/vite.js', VITE);
  write(checkout, 'package.json', '{ "type": "module" }');
  write(checkout, 'package-lock.json', '{}');
  write(checkout, 'vite.config.ts', '');
  write(checkout, 'src/page.ts', 'first');
  return checkout;
}

function write(checkout: string, file: string, text: string): void {
  mkdirSync(dirname(join(checkout, file)), { recursive: true });
  writeFileSync(join(checkout, file), text);
}

const askedIn = (checkout: string) => readFileSync(join(checkout, 'asked'), 'utf8').length;
const builtIn = (checkout: string) => readFileSync(join(checkout, 'build/handler.js'), 'utf8');

test('it is built once, and again when a source has changed', async () => {
  const checkout = aCheckout();
  expect(isBuilt(checkout)).toBe(false);
  await buildWeb(checkout, never);
  await buildWeb(checkout, never);
  expect([isBuilt(checkout), builtIn(checkout), askedIn(checkout)]).toEqual([true, 'first', 1]);
  write(checkout, 'src/page.ts', 'second');
  expect(isBuilt(checkout)).toBe(false);
  await buildWeb(checkout, never);
  expect([isBuilt(checkout), builtIn(checkout), askedIn(checkout)]).toEqual([true, 'second', 2]);
});

test.each([
  ['src/routes/c/[cluster=uuid]/+page.svelte', true],
  ['static/favicon.svg', true],
  ['vite.config.ts', true],
  ['package-lock.json', true],
  ['src/page.test.ts', false],
  ['src/supervisor/main.ts', false],
  ['src/test/world.ts', false],
  ['README.md', false],
])('a change of %s asks for a build: %s', (file, isAsked) => {
  const checkout = aCheckout();
  const before = hashOfSources(checkout);
  write(checkout, file, 'changed');
  expect(hashOfSources(checkout) !== before).toBe(isAsked);
});

test('a build that fails says why and leaves the former one in place', async () => {
  const checkout = aCheckout();
  await buildWeb(checkout, never);
  write(checkout, 'src/broken.ts', '');
  await expect(buildWeb(checkout, never)).rejects.toMatchObject({
    reason: 'build_failed',
    detail: 'src/broken.ts is broken',
  });
  expect(builtIn(checkout)).toBe('first');
});

test('a build that is cut short never counts', async () => {
  const checkout = aCheckout();
  await buildWeb(checkout, never);
  write(checkout, 'src/slow.ts', '');
  const cut = new AbortController();
  const building = buildWeb(checkout, cut.signal);
  await expect.poll(() => existsSync(join(checkout, '.svelte-kit/build/half.js'))).toBe(true);
  cut.abort();
  await expect(building).rejects.toThrow();
  expect(readdirSync(join(checkout, 'build')).sort()).toEqual(['.stamp', 'half.js', 'handler.js']);
  expect(isBuilt(checkout)).toBe(false);
  expect(builtIn(checkout)).toBe('first');
});

test('of two that ask at once, one builds', async () => {
  const checkout = aCheckout();
  await Promise.all([buildWeb(checkout, never), buildWeb(checkout, never)]);
  expect([isBuilt(checkout), askedIn(checkout)]).toEqual([true, 1]);
});
