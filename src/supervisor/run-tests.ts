import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toldFailure } from './announce.ts';
import { CHECKOUT } from './checkout.ts';
import { CHECKS, isContent, SYNC } from './checks.ts';
import { type Count, countIn, toldCount } from './test-count.ts';
import { buildWeb } from './web-build.ts';

const counts: Count[] = [];

await isContent(SYNC);
for (const check of CHECKS) counts.push(countOf(await isContent(check)));
if (!(await isBuildable())) counts.push({ passed: 0, failed: 1 });
counts.push(await runVitest());
const total = counts.reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
process.stdout.write(`\n${toldCount(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

function countOf(isGood: boolean): Count {
  return isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function isBuildable(): Promise<boolean> {
  process.stdout.write('\n— vite build\n');
  return buildWeb(CHECKOUT, new AbortController().signal).then(
    () => true,
    (problem) => {
      process.stderr.write(toldFailure(problem));
      return false;
    },
  );
}

async function runVitest(): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'klyngerum-tests-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const isGood = await isContent({ name: 'vitest', command: ['vitest', 'run', ...reporters] });
    return countIn(existsSync(report) ? readFileSync(report, 'utf8') : '', isGood);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
