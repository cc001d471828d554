import { factsOf, type Log } from '#platform/log.ts';

// Shorter than the supervisor's patience, so that what takes too long says so itself.
const MS_TO_STOP = 12_000;

/**
 * The life of a process under the supervisor: it says when it is ready, stops in order when told to or
 * when the supervisor is gone, and ends with a log line that tells no message when something broke.
 */
export function liveUnderSupervisor(log: Log, stop: () => Promise<void>): { ready(): void } {
  let isStopping = false;
  const end = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), MS_TO_STOP).unref();
    stop().then(() => process.exit(0), broke);
  };
  const broke = (problem: unknown) => {
    log.error('part.broke', factsOf(problem));
    process.exit(1);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', () => undefined);
  process.on('disconnect', end);
  process.on('uncaughtException', broke);
  process.on('unhandledRejection', broke);
  ignoreClosedPaper();
  return { ready: () => process.send?.('ready') };
}

/** Goes on when whoever reads our output has gone. */
export function ignoreClosedPaper(): void {
  for (const paper of [process.stdout, process.stderr]) paper.on('error', () => undefined);
}
