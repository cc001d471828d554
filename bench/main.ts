import { folderOfEngland } from './english-files.ts';
import type { Part } from './figure.ts';
import { prepareGround } from './ground.ts';
import { tell, write } from './report.ts';
import { makeWorlds, measureSpreadPage } from './spread-page.ts';

const folder = folderOfEngland()!;
const started = new Date();
const parts: Part[] = [];
const ground = await prepareGround();
try {
  console.time('worlds');
  const worlds = await makeWorlds(ground, folder);
  console.timeEnd('worlds');
  parts.push(await measureSpreadPage(ground, worlds));
  tell(parts[0]!);
} finally {
  await ground.clear();
}
process.stdout.write(`\n${write(parts, started)}\n`);
