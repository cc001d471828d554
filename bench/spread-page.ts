import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { openDatabase } from '#platform/database.ts';
import type { DatabaseUrls } from '#platform/settings.ts';
import { CHECKOUT } from '../src/supervisor/checkout.ts';
import { cpuMsOf } from './cpu.ts';
import {
  buildFrom,
  clusterOf,
  copyLevels,
  deliverFrom,
  fillOtherClusters,
  publishAllOf,
  signInDoctorOf,
} from './england.ts';
import { type Group, usualGroup, writeFilesOfGroup } from './english-files.ts';
import { atLeast, atMost, type Figure, median, type Part, seen } from './figure.ts';
import { type Begun, freePort, type Ground } from './ground.ts';
import { load, type Target } from './load.ts';

const INDICATOR = 'qof-copd';
const ROUNDS = 3;
const SECONDS = 4;
const SECONDS_TO_WARM = 4;

/** A world with a published cluster of the usual size in it, and a doctor of that cluster who is signed in. */
export type World = { urls: DatabaseUrls; path: string; token: string; clusterId: string };

/** The whole country, the same cluster alone, how many practices it has, and the country before any delivery. */
export type Worlds = { england: World; one: World; practices: number; empty: string };

/** Makes the worlds. Everything in them came through the product, but for the pictures of clusters nobody visits. */
export async function makeWorlds(ground: Ground, folder: string): Promise<Worlds> {
  const group = await usualGroup(folder);
  const folderOfOne = join(ground.folder, 'one');
  writeFilesOfGroup(folder, group, folderOfOne);
  const england = await makeWorld(ground, 'england', folder, group);
  await fillOtherClusters(england.urls, england.clusterId);
  const one = await makeWorld(ground, 'one', folderOfOne, group);
  await copyLevels(england.urls, one.urls);
  return { england, one, practices: group.practices.size, empty: 'england_empty' };
}

async function makeWorld(ground: Ground, name: string, folder: string, group: Group): Promise<World> {
  await buildFrom(folder, await ground.copy('klyngerum', `${name}_empty`));
  const urls = await ground.copy(`${name}_empty`, name);
  await deliverFrom(folder, urls);
  const owner = openDatabase(urls.owner, 1);
  const numbers = [...group.practices].sort();
  const clusterId = await clusterOf(owner, numbers[0]!);
  await owner.destroy();
  await publishAllOf(urls, clusterId);
  const token = await signInDoctorOf(urls, numbers[1]!);
  return { urls, clusterId, token, path: `/c/${clusterId}/indicators/${INDICATOR}` };
}

/** Starts the web part of this build on a database. Answers its port. */
export async function beginWeb(ground: Ground, urls: DatabaseUrls): Promise<Begun & { port: number }> {
  const port = await freePort();
  const settings = {
    DATABASE_URL: urls.web,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: join(ground.folder, `web-${port}`),
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'info',
    DEMO: 'off',
  };
  return { port, ...(await ground.begin(join(CHECKOUT, 'src/supervisor/web.ts'), settings)) };
}

/** Starts the framework's bare page. Answers its port. */
export async function beginBare(ground: Ground): Promise<Begun & { port: number }> {
  const folder = join(ground.folder, 'bare');
  const vite = join(CHECKOUT, 'node_modules/vite/bin/vite.js');
  const sources = join(import.meta.dirname, 'bare');
  const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: sources,
    env: { ...process.env, NODE_ENV: 'production', BUILD_FOLDER: folder },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The bare page could not be built.\n${built.stderr}`);
  const port = await freePort();
  const settings = { PORT: String(port), BUILD_FOLDER: folder };
  return { port, ...(await ground.begin(join(sources, 'serve.ts'), settings)) };
}

type Asked = Target & { pid: number };
type Answered = { perSecond: number; webMs: number; databaseMs: number; bytes: number };

/** How fast the spread page is, beside the framework's bare page, and a country's figures beside one cluster's. */
export async function measureSpreadPage(ground: Ground, { england, one, practices }: Worlds): Promise<Part> {
  const [bare, webOfOne, webOfEngland] = [
    await beginBare(ground),
    await beginWeb(ground, one.urls),
    await beginWeb(ground, england.urls),
  ];
  const targets: Asked[] = [
    { name: 'bare', path: '/', ...bare },
    { name: 'plain', path: '/sign-in', ...webOfOne },
    { name: 'one', path: one.path, token: one.token, ...webOfOne },
    { name: 'england', path: england.path, token: england.token, ...webOfEngland },
  ];
  const answers = await askInTurns(ground, targets);
  for (const web of [bare, webOfOne, webOfEngland]) await web.stop();
  return {
    name: 'The spread page',
    how: `20 connections, median of ${ROUNDS} interleaved rounds of ${SECONDS} s; a doctor of a cluster of ${practices} practices, ${INDICATOR}`,
    figures: figuresOf(answers),
  };
}

async function askInTurns(ground: Ground, targets: readonly Asked[]): Promise<Map<string, Answered[]>> {
  const answers = new Map(targets.map(({ name }) => [name, [] as Answered[]]));
  for (const target of targets) await load(target, SECONDS_TO_WARM);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const target of targets) answers.get(target.name)!.push(await ask(ground, target));
  return answers;
}

async function ask({ postgresPid }: Ground, target: Asked): Promise<Answered> {
  const before = [cpuMsOf(target.pid), cpuMsOf(postgresPid)];
  const { perSecond, bytes } = await load(target, SECONDS);
  const after = [cpuMsOf(target.pid), cpuMsOf(postgresPid)];
  const each = (at: 0 | 1) => ((after[at] ?? 0) - (before[at] ?? 0)) / (perSecond * SECONDS);
  return { perSecond, bytes, webMs: each(0), databaseMs: each(1) };
}

function figuresOf(answers: Map<string, Answered[]>): Figure[] {
  const of = (name: string, part: keyof Answered) => median(answers.get(name)!.map((one) => one[part]));
  const rate = (name: string) => of(name, 'perSecond');
  const bytes = ['one', 'england'].map((name) => of(name, 'bytes'));
  if (Math.abs(bytes[0]! - bytes[1]!) > 0.02 * bytes[0]!)
    throw new Error(`Not the same page: ${bytes} bytes.`);
  return [
    atLeast('throughput, one cluster / bare page of the framework', rate('one') / rate('bare'), 'ratio', 0.4),
    atLeast('throughput, England / bare page of the framework', rate('england') / rate('bare'), 'ratio', 0.4),
    seen('throughput, England / our own page without a database', rate('england') / rate('plain'), 'ratio'),
    atMost('time of a request, England / one cluster', rate('one') / rate('england'), 'ratio', 1.2),
    seen('bare page of the framework', rate('bare'), 'per second'),
    seen('our own page without a database (/sign-in)', rate('plain'), 'per second'),
    seen('spread page, one cluster', rate('one'), 'per second'),
    seen('spread page, England', rate('england'), 'per second'),
    seen('processor time of a bare page', of('bare', 'webMs'), 'ms'),
    seen('processor time of our page without a database', of('plain', 'webMs'), 'ms'),
    seen('processor time of a spread page, England: web', of('england', 'webMs'), 'ms'),
    seen('processor time of a spread page, England: database', of('england', 'databaseMs'), 'ms'),
  ];
}
