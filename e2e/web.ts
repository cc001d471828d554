import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareEnvironment } from '#test/bare-environment.ts';
import { CHECKOUT } from '../src/supervisor/checkout.ts';
import { buildWeb, isBuilt } from '../src/supervisor/web-build.ts';

/** A web process of the built product on a database, everything it says, and how it ends. */
export type Web = { origin: string; dataDir: string; said: () => string; stop: () => Promise<void> };

/** Starts the built web process on this login, at this moment for ever. */
export async function startWeb(
  databaseUrl: string,
  now: Date,
  settings: Record<string, string> = {},
): Promise<Web> {
  if (!isBuilt(CHECKOUT)) await buildWeb(CHECKOUT, new AbortController().signal);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'kr-web-'));
  const env = {
    ...bareEnvironment(),
    NODE_ENV: 'production',
    KLYNGERUM_NOW: now.toISOString(),
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: origin,
    DATA_DIR: dataDir,
    HOST: '127.0.0.1',
    PORT: String(port),
    LOG_LEVEL: 'debug',
    DEMO: 'on',
    ...settings,
  };
  const child = spawn(process.execPath, [join(CHECKOUT, 'src/supervisor/web.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (piece) => (said += piece));
  await ready(child, () => said);
  const stop = async () => {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { origin, dataDir, said: () => said, stop };
}

function ready(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => message === 'ready' && resolve());
    child.once('exit', (code) => reject(new Error(`web ended with ${code}: ${said()}`)));
  });
}

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
