import { logOf } from '#platform/log.ts';
import { settingsFrom } from '#platform/settings.ts';
import { textOfTerminal, toldFailure, toldProblems, toldReady } from './announce.ts';
import { ignoreClosedPaper } from './child-life.ts';
import { watchParent } from './parent-watch.ts';
import { start } from './start.ts';

const text = textOfTerminal();
const stopping = new AbortController();

ignoreClosedPaper();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
watchParent(() => stopping.abort());
process.exit(await run());

async function run(): Promise<number> {
  const outcome = settingsFrom(process.env);
  if ('problems' in outcome) return fail(toldProblems(outcome.problems));
  const { settings } = outcome;
  const log = logOf({ part: 'supervisor', level: settings.logLevel });
  const say = (line: (words: typeof text) => string) => process.stdout.write(`${line(text)}\n`);
  try {
    const running = await start(settings, { log, say, signal: stopping.signal });
    process.stdout.write(toldReady(running.address, settings.demo !== 'off'));
    await aborted(stopping.signal);
    say((words) => words.stopping);
    await running.stop();
  } catch (problem) {
    if (!stopping.signal.aborted) return fail(toldFailure(problem));
  }
  say((words) => words.stopped);
  return 0;
}

function fail(told: string): number {
  process.stderr.write(told);
  return 1;
}

// A timer keeps the process alive; a signal alone would not.
function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const alive = setInterval(() => undefined, 60_000);
    signal.addEventListener('abort', () => {
      clearInterval(alive);
      resolve();
    });
  });
}
