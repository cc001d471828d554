import { parseArgs } from 'node:util';
import { type Given, optionsOf, type Verb, WrongUse } from './verb.ts';

/** What a command line asks for: help of one verb or of all, or to run one. */
export type Wish =
  | { kind: 'help'; verb: Verb | null }
  | { kind: 'run'; verb: Verb; given: Given; isJson: boolean };

/** Understands a command line, or throws `WrongUse` with the reason. The longest verb that fits is meant. */
export function wishIn(args: readonly string[], verbs: readonly Verb[]): Wish {
  const verb = verbs
    .filter(({ words }) => words.split(' ').every((word, at) => args[at] === word))
    .sort((one, other) => other.words.length - one.words.length)[0];
  if (!verb) {
    const isHelp = args.length === 0 || args.some((arg) => ['--help', '-h', 'help'].includes(arg));
    if (isHelp) return { kind: 'help', verb: null };
    throw new WrongUse(args.slice(0, 2).join(' '));
  }
  const { positionals, values } = parsed(args.slice(verb.words.split(' ').length), verb);
  if (values.help) return { kind: 'help', verb };
  const options = valuesOf(values);
  const missing = verb.needed.filter((name) => !options[name]).map((name) => `--${name}`);
  const absent = verb.rest.slice(positionals.length).map((name) => name.toUpperCase());
  if (missing.length + absent.length > 0) throw new WrongUse([...missing, ...absent].join(', '));
  if (positionals.length > verb.rest.length)
    throw new WrongUse(positionals.slice(verb.rest.length).join(' '));
  return { kind: 'run', verb, given: { options, rest: positionals }, isJson: values.json === true };
}

function parsed(args: string[], verb: Verb) {
  try {
    return parseArgs({ args, options: optionsOf(verb), allowPositionals: true, strict: true });
  } catch (problem) {
    throw new WrongUse((problem as Error).message);
  }
}

function valuesOf(values: Readonly<Record<string, unknown>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value.trim()]] : [],
    ),
  );
}
