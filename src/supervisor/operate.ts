import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { leashed } from '#platform/leash.ts';
import { settingsFrom } from '#platform/settings.ts';
import { toldFailure, toldProblems } from './announce.ts';
import { borrowDatabase } from './borrow-database.ts';
import { CHECKOUT } from './checkout.ts';
import { watchParent } from './parent-watch.ts';

const args = process.argv.slice(2);
const isQuestion =
  args.length === 0 || args.some((arg) => arg === '--help' || arg === '-h' || arg === 'help');

process.exit(await run());

async function run(): Promise<number> {
  if (isQuestion) return operate({});
  const outcome = settingsFrom(process.env);
  if ('problems' in outcome) return fail(toldProblems(outcome.problems));
  const { settings } = outcome;
  try {
    mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
    const database = await borrowDatabase(settings);
    const { web, owner, worker } = database.urls;
    const code = await operate({
      DATABASE_URL: web,
      DATABASE_OWNER_URL: owner,
      DATABASE_WORKER_URL: worker,
      DATA_DIR: settings.dataDir,
      DEMO: settings.demo,
      PUBLIC_URL: settings.publicUrl ?? database.address ?? `http://${settings.host}:${settings.port}`,
    });
    await database.giveBack();
    return code;
  } catch (problem) {
    return fail(toldFailure(problem));
  }
}

// Signals from the terminal reach the tool itself; here they only wait for it, so that the database is given back.
async function operate(told: Record<string, string>): Promise<number> {
  const [program = '', ...rest] = leashed('TERM', [
    process.execPath,
    join(CHECKOUT, 'src/operator/main.ts'),
    ...args,
  ]);
  const child = spawn(program, rest, { stdio: 'inherit', env: { ...process.env, ...told } });
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  watchParent(() => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function fail(told: string): number {
  process.stderr.write(told);
  return 1;
}
