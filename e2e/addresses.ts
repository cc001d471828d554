import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One address of the product: its pattern, and the names of the forms it takes. */
export type Address = { pattern: string; actions: string[]; methods: string[] };

/** Every address under `src/routes`, read from the tree, so that a new page cannot be forgotten. */
export function listAddresses(folder = 'src/routes'): Address[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const routes = [
    ...new Set(files.filter((file) => /\+(page\.svelte|page\.server\.ts|server\.ts)$/.test(file)).map(dirOf)),
  ].sort();
  return routes.map((route) => ({
    pattern: `/${route.replace(/\([^)]*\)\/?/g, '')}`.replace(/\/$/, '') || '/',
    actions: actionsIn(join(folder, route, '+page.server.ts')),
    methods: methodsIn(join(folder, route, '+server.ts')),
  }));
}

function dirOf(file: string): string {
  return file.split('/').slice(0, -1).join('/');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function actionsIn(file: string): string[] {
  const text = read(file);
  for (const [name, file] of WRITTEN_ONCE)
    if (new RegExp(`export const actions\\b[^=]*= ${name}\\(`).test(text)) return sharedActions(file);
  const [, body = ''] = /export const actions\b[^=]*=\s*\{([\s\S]*)\n\}/.exec(text) ?? [];
  return [...body.matchAll(/^ {2}(?:async )?([A-Za-z]\w*)\s*[:(,]/gm)].map(([, name]) => name!);
}

// Forms that are the same by link and signed in are written once.
const WRITTEN_ONCE = [
  ['ownActions', 'src/routes/m/own-actions.ts'],
  ['answeringActions', 'src/routes/m/answering-actions.ts'],
] as const;

function sharedActions(file: string): string[] {
  const [, body = ''] = /\n {2}return \{([\s\S]*?)\n {2}\}/.exec(read(file)) ?? [];
  return [...body.matchAll(/^ {4}([A-Za-z]\w*): async/gm)].map(([, name]) => name!);
}

function methodsIn(file: string): string[] {
  return [...read(file).matchAll(/export const (GET|POST|PUT|DELETE)\b/g)].map(([, name]) => name!);
}

/** The address with its parameters filled in; refuses a parameter that nobody has given a value. */
export function filled(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\[\[?\.{0,3}(\w+)(?:=\w+)?\]?\]/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(
        `No value for [${name}] of ${pattern}: give it one, so that the attack walks there too`,
      );
    return value;
  });
}
