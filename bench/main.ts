import { measureAnswering } from './answering.ts';
import { measureBytes } from './bytes.ts';
import { measureDelivery } from './delivery.ts';
import { folderOfEngland } from './english-files.ts';
import type { Part } from './figure.ts';
import { type Ground, prepareGround } from './ground.ts';
import { measureMailOut } from './mail-out.ts';
import { tell, write } from './report.ts';
import { makeWorlds, measureSpreadPage } from './spread-page.ts';
import { measureStarts } from './starts.ts';

/*
 * `npm run bench`: what the budgets of the product ask for, as ratios measured in one run on one machine. It takes
 * some minutes, listens on this machine alone, ends by itself and leaves nothing but bench/results/latest.json,
 * which is not part of the repository. See docs/performance.md.
 */

const started = new Date();
const parts: Part[] = [];
const say = (words: string) => process.stdout.write(`${words}\n`);
const keep = (part: Part) => {
  parts.push(part);
  tell(part);
};

const ground = await prepareGround();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void ground.clear().then(quit));
try {
  keep(await measureStarts(ground));
  keep(await measureMailOut(ground));
  keep(await measureAnswering(ground));
  const folder = folderOfEngland();
  if (folder) await measureEngland(ground, folder);
  else
    say(
      '\nThe English files are not there, so the country is not measured. KLYNGERUM_ENGLAND says where they are.',
    );
} finally {
  await ground.clear();
}
say(`\n${write(parts, started)}`);

async function measureEngland(onGround: Ground, folder: string): Promise<void> {
  say('\nBuilding the England world …');
  const worlds = await makeWorlds(onGround, folder);
  keep(await measureSpreadPage(onGround, worlds));
  keep(await measureBytes(onGround, worlds.england));
  keep(await measureDelivery(onGround, folder, worlds.empty));
}

function quit(): never {
  process.exit(1);
}
