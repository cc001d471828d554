import { systemClock } from './clock.ts';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a log line may carry beside its event: ids, codes, counts. Other text is withheld, see `fact`. */
export type Facts = Record<string, string | number | boolean | null | undefined>;

/** Writes events named noun.participle (`delivery.confirmed`) with facts about them. */
export type Log = { [level in LogLevel]: (event: string, facts?: Facts) => void };

type Paper = { write(line: string): unknown; isTTY?: boolean | undefined };
export type LogOptions = { part: string; level: LogLevel; out?: Paper; err?: Paper };

/**
 * A log for one part of the system. On a terminal a line for a person, elsewhere one JSON object a line;
 * warnings and errors go to `err`.
 */
export function logOf({ part, level, out = process.stdout, err = process.stderr }: LogOptions): Log {
  const lowest = LOG_LEVELS.indexOf(level);
  const writer =
    (own: LogLevel) =>
    (event: string, facts: Facts = {}) => {
      if (LOG_LEVELS.indexOf(own) < lowest) return;
      const paper = own === 'warn' || own === 'error' ? err : out;
      const line = { at: systemClock.now().toISOString(), level: own, part, event, ...clean(facts) };
      paper.write(paper.isTTY ? spoken(line) : `${JSON.stringify(line)}\n`);
    };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

type Line = { at: string; level: string; part: string; event: string };

function spoken({ at, level, part, event, ...facts }: Line): string {
  const told = Object.entries(facts).map(([name, value]) => `${name}=${value}`);
  const mark = level === 'info' || level === 'debug' ? '' : `${level}: `;
  return `\u001b[2m${at.slice(11, 19)} ${part.padEnd(10)}\u001b[22m ${mark}${event} ${told.join(' ')}\n`;
}

// Ids, codes, versions, routes, addresses and paths have this shape; names, sentences and mail addresses do not.
const FACT = /^[\w.:/+,=()[\]-]{0,300}$/;

function clean(facts: Facts): Facts {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, fact(value)]));
}

/** A fact as it may be logged: text that is no id, code, version, address or path is withheld. */
export function fact(value: Facts[string]): Facts[string] {
  return typeof value === 'string' && !FACT.test(value) ? '[withheld]' : value;
}

/**
 * What may be said of an error in a log: its kind, its code, a database constraint and where in the code
 * it arose. Never its message, which may hold a cell of a file or an address.
 */
export function factsOf(problem: unknown): Facts {
  if (!(problem instanceof Error)) return { error: typeof problem };
  const { code, constraint } = problem as { code?: unknown; constraint?: unknown };
  return {
    error: problem.name,
    code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
    constraint: typeof constraint === 'string' ? constraint : undefined,
    where: framesOf(problem),
  };
}

function framesOf({ stack = '' }: Error): string {
  const frames = stack.match(/[^/(\s]+\/[^/(\s]+:\d+:\d+(?=\)?$)/gm) ?? [];
  return frames.slice(0, 4).join(',').replaceAll('@', '');
}
