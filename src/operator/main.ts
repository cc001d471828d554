import { runLine } from './run-line.ts';

process.exitCode = await runLine(process.argv.slice(2), process.env, {
  out: (words) => process.stdout.write(`${words}\n`),
  err: (words) => process.stderr.write(`${words}\n`),
});
