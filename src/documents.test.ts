import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFrom } from '#platform/settings.ts';
import { supervisorText } from './supervisor/supervisor.text.ts';

const NOT_OURS = /(^|\/)(node_modules|build|\.svelte-kit|\.git|data|test-results)(\/|$)/;

const documents = readdirSync('.', { withFileTypes: true })
  .flatMap((entry) =>
    entry.isDirectory() && !NOT_OURS.test(entry.name)
      ? readdirSync(entry.name, { recursive: true, encoding: 'utf8' }).map((file) => join(entry.name, file))
      : [entry.name],
  )
  .filter((file) => file.endsWith('.md') && !NOT_OURS.test(file));

const textOf = (file: string) => readFileSync(file, 'utf8');
const withoutCode = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

test('every noun of the domain stands in ARCHITECTURE.md', () => {
  const nouns = readdirSync('src/domain');
  expect(nouns.filter((noun) => !textOf('ARCHITECTURE.md').includes(`domain/${noun}`))).toEqual([]);
});

/** The rows of a table below a heading, as cells without their backticks. */
function rowsBelow(file: string, heading: string): string[][] {
  const [, section = ''] = textOf(file).split(`\n## ${heading}\n`);
  const lines = section
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) => line.slice(2, -2).replaceAll('`', '').split(' | '));
}

test('every setting stands in docs/operating.md, and nothing else does', () => {
  const read = textOf('src/platform/settings.ts').matchAll(/'([A-Z][A-Z_]{3,})'/g);
  const told = rowsBelow('docs/operating.md', 'Settings').map(([name]) => name!);
  expect(told.toSorted()).toEqual([...new Set([...read].map(([, name]) => name!))].sort());
});

test('docs/operating.md tells the defaults that hold', () => {
  const outcome = settingsFrom({});
  if ('problems' in outcome) throw new Error('An installation without settings starts.');
  const told = new Map(rowsBelow('docs/operating.md', 'Settings').map(([name, value]) => [name, value]));
  const { port, host, mailFrom, logLevel } = outcome.settings;
  expect(told.get('PORT')).toBe(String(port));
  expect(told.get('HOST')).toBe(host);
  expect(told.get('MAIL_FROM')).toBe(mailFrom);
  expect(told.get('LOG_LEVEL')).toBe(logLevel);
  expect(outcome.settings.dataDir.endsWith(`/${told.get('DATA_DIR')}`)).toBe(true);
});

test('what a refused start says is explained in docs/operating.md', () => {
  const explained = rowsBelow('docs/operating.md', 'When it will not start').map(([said]) => said!);
  const refusals = Object.entries(supervisorText.en.refusals).map(([reason, say]) => [reason, say('…')]);
  const unexplained = refusals.filter(([, said]) => !explained.some((part) => said!.includes(part)));
  expect(explained.length).toBeGreaterThan(0);
  expect(unexplained).toEqual([]);
});

test('every table stands in docs/privacy.md', () => {
  const tables = [...textOf('db/schema.sql').matchAll(/^table (\w+) \(/gm)];
  expect(tables.length).toBeGreaterThan(20);
  const unsaid = tables.filter(([, table]) => !textOf('docs/privacy.md').includes(`\`${table}\``));
  expect(unsaid.map(([, table]) => table)).toEqual([]);
});

/** The names under which a document's headings can be linked to. */
function anchorsIn(file: string): string[] {
  const headings = textOf(file).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, words]) =>
    words!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}

test('every link between documents leads somewhere', () => {
  const broken = documents.flatMap((file) =>
    [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, link]) => link!)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path, anchor] = link.split('#');
        const target = path ? join(dirname(file), path) : file;
        return !existsSync(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
      })
      .map((link) => `${file} -> ${link}`),
  );
  expect(broken).toEqual([]);
});

test('every file that a document names is there', () => {
  const PATH = /`((?:src|db|docs|e2e|bench|indicators|runtime|static)\/[^`\s…*<>]+)`/g;
  const missing = documents.flatMap((file) =>
    [...textOf(file).matchAll(PATH)]
      .map(([, path]) => path!)
      .filter((path) => !existsSync(path))
      .map((path) => `${file}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('decisions are numbered one after the other, and fit on a page', () => {
  const records = readdirSync('docs/decisions').sort();
  const numbers = records.map((file) => Number(file.slice(0, 4)));
  expect(numbers).toEqual(records.map((_, index) => index + 1));
  const sections = ['## Context', '## Decision', '## Consequences'];
  const odd = records.filter((file) => {
    const text = textOf(join('docs/decisions', file));
    return !sections.every((heading) => text.includes(`\n${heading}\n`)) || text.split('\n').length > 60;
  });
  expect(odd).toEqual([]);
});

test.each([
  ['README.md', 80],
  ['CONTRIBUTING.md', 120],
  ['ARCHITECTURE.md', 200],
])('%s has at most %i lines', (file, most) => {
  expect(textOf(file).trimEnd().split('\n').length).toBeLessThanOrEqual(most);
});

test('documents say what is so: no numbers of threads, nothing left to do', () => {
  const loose = /(^|[\s(])#\d+\b|\bissues? \d|\b(TODO|FIXME|TBD)\b|\bcoming soon\b/im;
  expect(documents.filter((file) => loose.test(withoutCode(textOf(file))))).toEqual([]);
});
