import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CHECKOUT } from './checkout.ts';
import { aFolder, afterwards, tryToStart } from './klyngerum.fixtures.ts';
import { buildWeb } from './web-build.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === 'linux';

beforeAll(() => buildWeb(CHECKOUT, new AbortController().signal));

describe('a start is refused with a message that names the mend', () => {
  let taken: Server;
  let port = '';
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    port = String((taken.address() as { port: number }).port);
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  test('where the port is taken', async () => {
    const dataDir = join(aFolder(), 'data');
    const { code, err, out } = await tryToStart(dataDir, { PORT: port });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`127.0.0.1:${port} er optaget`);
    expect(err).toContain(`127.0.0.1:${port} is taken`);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  test('where settings cannot be used, all at once', async () => {
    const { code, err } = await tryToStart(join(aFolder(), 'data'), {
      PORT: 'x',
      SMTP_URL: 'smtp//k:s3cret@m',
    });
    expect(code).toBe(1);
    expect(err).toMatch(/PORT=x kan ikke bruges.*\n.*PORT=x cannot be used/);
    expect(err).toContain('SMTP_URL=… cannot be used');
    expect(err).not.toContain('s3cret');
  });

  test('where a database of one’s own does not answer', async () => {
    const url = (login: string) => `postgres://${login}:s3cret@127.0.0.1:1/klyngerum`;
    const { code, err } = await tryToStart(join(aFolder(), 'data'), {
      DATABASE_URL: url('web'),
      DATABASE_OWNER_URL: url('owner'),
      DATABASE_WORKER_URL: url('worker'),
    });
    expect(code).toBe(1);
    expect(err).toMatch(/does not answer \(ECONNREFUSED\).*DATABASE_OWNER_URL/);
    expect(err).not.toContain('s3cret');
  });

  test('where another major version made the data folder', async () => {
    const dataDir = aFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    const { code, err } = await tryToStart(dataDir);
    expect(code).toBe(1);
    expect(err).toMatch(/made by another major version of PostgreSQL \(17 .*this release uses 18/);
    expect(readdirSync(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
  });

  test('where the data folder is a file, or holds other things', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'file'), 'Kære Anna');
    expect(await tryToStart(join(folder, 'file'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a folder'),
    });
    expect(await tryToStart(join(folder, 'file/data'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not a folder'),
    });
    expect(await tryToStart(folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('holds other things'),
    });
    expect(readdirSync(folder)).toEqual(['file']);
  });

  test.runIf(isRoot && isLinux)('where the disk is full, or can only be read', async () => {
    const folder = aFolder();
    for (const name of ['small', 'closed']) mkdirSync(join(folder, name));
    const mount = (options: string, name: string) =>
      spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', join(folder, name)]).status;
    const canMount = mount('size=1m', 'small') === 0 && mount('ro', 'closed') === 0;
    afterwards(() => spawnSync('umount', [join(folder, 'small'), join(folder, 'closed')]));
    if (!canMount) return expect(canMount, 'this machine lets nobody mount').toBe(false);
    expect(await tryToStart(join(folder, 'small'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('no room on the disk'),
    });
    expect(await tryToStart(join(folder, 'closed/data'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('is read-only'),
    });
    expect(readdirSync(join(folder, 'small'))).toEqual([]);
  });

  test.runIf(!isRoot)('where the data folder may not be written', async () => {
    const folder = join(aFolder(), 'closed');
    mkdirSync(folder, { mode: 0o500 });
    expect(await tryToStart(folder)).toMatchObject({
      code: 1,
      err: expect.stringContaining('may not write'),
    });
  });
});
