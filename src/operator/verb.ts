import type { ParseArgsOptionsConfig } from 'node:util';
import type { Database } from '#platform/database.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import type { DatabaseUrls } from '#platform/settings.ts';
import type { OperatorText } from './operator.text.ts';

/** What a verb works with: the installation's database as its owner, its address, the moment, and a way to tell. */
export type Tool = {
  owner: Database;
  urls: DatabaseUrls;
  publicUrl: string;
  /** Where the keys of questionnaires are. */
  keys: KeyFolder;
  now: () => Date;
  text: OperatorText;
  /** Tells of work under way, on a line of its own beside the answer. */
  tell: (step: string) => void;
};

/** What stood on the command line after the verb: the options given, and the rest in order. */
export type Given = { options: Readonly<Record<string, string | undefined>>; rest: readonly string[] };

/** What came of it: what was made, for a script, and the same for a person; or why it was refused. */
export type Answer =
  | { done: true; made: Readonly<Record<string, unknown>>; told: string }
  | { done: false; reason: string; told?: string };

/**
 * A verb of the operator's tool. `needed` are options without which it is wrong use, `rest` the names of what
 * stands after them. All options take a value.
 */
export type Verb = {
  words: string;
  options: readonly string[];
  needed: readonly string[];
  rest: readonly string[];
  run(tool: Tool, given: Given): Promise<Answer>;
};

/** Thrown when a verb cannot make sense of what stood after it; the words say why. */
export class WrongUse extends Error {}

/** The options of a verb as the argument reader takes them, with those that every verb has. */
export function optionsOf({ options }: Verb): ParseArgsOptionsConfig {
  const own = Object.fromEntries(options.map((name) => [name, { type: 'string' as const }]));
  return { ...own, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
}
