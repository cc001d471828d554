import { clockFrom, systemClock } from '#platform/clock.ts';
import { databaseErrorIn, openDatabase } from '#platform/database.ts';
import { questionnaireKeys } from '#platform/key-folder.ts';
import { factsOf } from '#platform/log.ts';
import { MigrationRefused } from '#platform/migrations.ts';
import { settingsFrom } from '#platform/settings.ts';
import { WorldFileRefused } from '../example/england/read-world.ts';
import { type Wish, wishIn } from './command-line.ts';
import { type OperatorText, textOfTerminal } from './operator.text.ts';
import { type Answer, type Tool, WrongUse } from './verb.ts';
import { VERBS } from './verbs.ts';

/** How the tool ends, for a script: done, refused, or not understood. */
export const EXIT = { done: 0, refused: 1, wrongUse: 2 } as const;

/** Where the answer goes, and where everything else goes. */
export type Paper = { out(words: string): void; err(words: string): void };
export type Env = Readonly<Record<string, string | undefined>>;

type Desk = { text: OperatorText; paper: Paper; env: Env };

/** Runs one command line against the database that the environment names. Answers the exit code. */
export async function runLine(args: readonly string[], env: Env, paper: Paper): Promise<number> {
  const desk = { text: textOfTerminal(env), paper, env };
  try {
    const wish = wishIn(args, VERBS);
    return wish.kind === 'help' ? help(desk, wish) : await run(desk, wish);
  } catch (problem) {
    return failed(desk, problem);
  }
}

function help({ paper, text }: Desk, { verb }: Extract<Wish, { kind: 'help' }>): number {
  paper.out(verb ? text.help[verb.words as keyof OperatorText['help']] : text.overview(VERBS));
  return EXIT.done;
}

async function run(desk: Desk, { verb, given, isJson }: Extract<Wish, { kind: 'run' }>): Promise<number> {
  const tool = openTool(desk);
  try {
    return answer(desk, await verb.run(tool, given), isJson);
  } finally {
    await tool.owner.destroy();
  }
}

function openTool({ env, paper, text }: Desk): Tool {
  const { DATA_DIR, DATABASE_OWNER_URL, DATABASE_URL, DATABASE_WORKER_URL, KLYNGERUM_NOW, PUBLIC_URL } = env;
  if (!DATABASE_OWNER_URL || !DATABASE_URL || !DATABASE_WORKER_URL) throw new WrongUse(text.noDatabase);
  const told = settingsFrom({ DATA_DIR });
  if ('problems' in told) throw new WrongUse(text.noDatabase);
  const clock = clockFrom(KLYNGERUM_NOW) ?? systemClock;
  return {
    owner: openDatabase(DATABASE_OWNER_URL, 3),
    urls: { owner: DATABASE_OWNER_URL, web: DATABASE_URL, worker: DATABASE_WORKER_URL },
    publicUrl: PUBLIC_URL ?? 'http://127.0.0.1:3000',
    keys: questionnaireKeys(told.settings.dataDir),
    now: () => clock.now(),
    text,
    tell: paper.err,
  };
}

function answer({ paper, text }: Desk, given: Answer, isJson: boolean): number {
  if (isJson) {
    const { told: _, ...facts } = given;
    paper.out(JSON.stringify(facts));
  } else if (given.done) paper.out(given.told);
  else paper.err(given.told ?? reasonText(text, given.reason));
  return given.done ? EXIT.done : EXIT.refused;
}

function reasonText(text: OperatorText, reason: string): string {
  return (text.refusals as Readonly<Record<string, string>>)[reason] ?? text.refused(reason);
}

// A database's own words may hold a cell of a file, so only codes and places are told.
function failed({ paper, text }: Desk, problem: unknown): number {
  if (problem instanceof WrongUse) {
    paper.err(text.wrongUse(problem.message));
    return EXIT.wrongUse;
  }
  if (problem instanceof MigrationRefused || problem instanceof WorldFileRefused) {
    paper.err(problem.message);
    return EXIT.refused;
  }
  const { code } = databaseErrorIn(problem) ?? (problem as { code?: string });
  const isUnreachable = /^(ECONNREFUSED|ENOENT|28\w{3}|3D000|57P03)$/.test(code ?? '');
  paper.err(isUnreachable ? text.notRunning : `${text.failed}\n  ${JSON.stringify(factsOf(problem))}`);
  return EXIT.refused;
}
