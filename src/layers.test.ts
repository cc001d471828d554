import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

type Layer = 'entry' | 'outer' | 'view' | 'shell' | 'text' | 'core' | 'ui' | 'platform';

/** The whole architecture: what each layer may import at run time. ARCHITECTURE.md says why. */
const MAY_IMPORT: Record<Layer, Layer[]> = {
  entry: ['entry', 'view', 'shell', 'text', 'core', 'ui'],
  // What starts processes and opens databases for others: supervisor, operator's tool, jobs, example world.
  outer: ['outer', 'shell', 'text', 'core', 'ui', 'platform'],
  view: ['view', 'text', 'core', 'ui'],
  shell: ['shell', 'text', 'core', 'platform', 'ui'],
  text: ['text', 'core', 'ui'],
  core: ['core'],
  ui: ['ui'],
  platform: ['platform'],
};

// Words and numbers are written by ui/format.ts; nothing else of ui is of use outside a view.
const UI_FOR_ALL = /^ui\/(format|strip|strip-chart|frame)\.ts$/;

function layerOf(file: string): Layer | null {
  if (/\.(test|fixtures)\.ts$|^test\/|^params\.ts$|^hooks\.|\.d\.ts$/.test(file)) return null;
  if (file.startsWith('routes/')) return 'entry';
  if (/^(supervisor|operator|jobs|example)\//.test(file)) return 'outer';
  if (file.startsWith('domain/')) return layerInDomain(file);
  return file.startsWith('ui/') ? 'ui' : 'platform';
}

function layerInDomain(file: string): Layer {
  if (file.endsWith('.svelte')) return 'view';
  if (file.endsWith('.text.ts')) return 'text';
  return file.includes('.server.') ? 'shell' : 'core';
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(ts|svelte)$/.test(file),
);

/** Files of ours that a file imports at run time; type imports leave no trace there. */
function importsOf(file: string): string[] {
  const source = readFileSync(join('src', file), 'utf8');
  const imports = /^\s*(?:import|export)\s(?!type\s)(?:[^;'"]*?\sfrom\s)?['"]([#.][^'"]+)['"]/gm;
  return [...source.matchAll(imports)]
    .filter(([statement]) => !/^\s*import\s*\{\s*(type\s[^,}]+,?\s*)+\}\s*from/.test(statement))
    .map(([, specifier]) => specifier!)
    .filter((specifier) => !specifier.endsWith('$types') && !specifier.endsWith('.css'))
    .map((specifier) => (specifier.startsWith('#') ? specifier.slice(1) : join(dirname(file), specifier)));
}

function mayImport(from: Layer, target: string): boolean {
  const to = layerOf(target);
  if (to === 'ui' && (from === 'text' || from === 'shell'))
    return UI_FOR_ALL.test(target) || target.endsWith('.text.ts');
  return to !== null && MAY_IMPORT[from].includes(to);
}

test('every import follows the layers', () => {
  const strays = files.flatMap((file) => {
    const from = layerOf(file);
    return from
      ? importsOf(file)
          .filter((target) => !mayImport(from, target))
          .map((target) => `${file} -> ${target}`)
      : [];
  });
  expect(strays).toEqual([]);
});

test('the core reads no clock, no chance, no environment and no library of the outside', () => {
  const core = files.filter((file) => layerOf(file) === 'core');
  const outside =
    /\bnew Date\(\)|Date\.now\(|Math\.random|process\.|from 'node:|from 'pg'|from 'kysely'|crypto\./;
  expect(core.filter((file) => outside.test(readFileSync(join('src', file), 'utf8')))).toEqual([]);
});

test('no two nouns of the domain import each other, directly or in a ring', () => {
  const uses = new Map<string, Set<string>>();
  const nounOf = (file: string) => file.match(/^domain\/([^/]+)\//)?.[1];
  for (const file of files) {
    const noun = nounOf(file);
    if (!noun || !layerOf(file)) continue;
    const others = importsOf(file)
      .map(nounOf)
      .filter((other) => other && other !== noun) as string[];
    uses.set(noun, new Set([...(uses.get(noun) ?? []), ...others]));
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(uses.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  expect([...uses.keys()].filter((noun) => reaches(noun, noun))).toEqual([]);
});

test('a noun folder holds only the kinds of file that STYLE.md knows', () => {
  const known = /^domain\/[a-z-]+\/([a-z0-9-]+(\.(server|text|test|fixtures))?\.ts|[A-Z]\w+\.svelte)$/;
  const strange = /(^|[/-])(index|utils?|helpers?|types|service|manager|data)\./;
  const domain = files.filter((file) => file.startsWith('domain/'));
  expect(domain.filter((file) => !known.test(file) || strange.test(file))).toEqual([]);
});

test('no file is longer than 250 lines, and no page longer than 150', () => {
  const long = files
    .filter((file) => !file.endsWith('.gen.ts') && !/\.test\.ts$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join('src', file), 'utf8').split('\n').length - 1 }))
    .filter(
      ({ file, lines }) => lines > (file.endsWith('.svelte') ? 150 : 250) && !file.endsWith('.text.ts'),
    );
  expect(long).toEqual([]);
});

test('no SQL asks the database for the time', () => {
  const asks =
    /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp)\(\)|\bcurrent_(timestamp|date|time)\b|\blocaltime/i;
  const texts = [
    ...readdirSync('db/migrations').map((file) => join('db/migrations', file)),
    ...files
      .filter((file) => /^(domain|platform)\/.*\.ts$/.test(file) && !/clock|running|\.test\.ts$/.test(file))
      .map((file) => join('src', file)),
  ];
  const lines = texts.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => ({ file, line })),
  );
  expect(
    lines.filter(({ line }) => asks.test(line.replace(/--.*$/, '').replace(/\w*[cC]lock\.now\(\)/g, ''))),
  ).toEqual([]);
});
