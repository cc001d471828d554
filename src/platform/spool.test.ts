import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSpool } from './spool.ts';

const ID = '0b0e7a4e-51a3-4d3c-9a0b-0d5b7a3c1f11';
const OTHER = '1b0e7a4e-51a3-4d3c-9a0b-0d5b7a3c1f12';
const parent = await mkdtemp(join(tmpdir(), 'spool-'));
afterAll(() => rm(parent, { recursive: true }));

let count = 0;
const aFolder = () => join(parent, String(++count));
const chunks = (...texts: string[]) => texts.map((text) => Buffer.from(text));

test('a file comes back whole, with its length and its SHA-256', async () => {
  const spool = await openSpool(aFolder());
  const spooled = await spool.write(ID, chunks('ydernr;antal\n', '900101;12\n'));
  expect(spooled).toEqual({
    bytes: 23,
    hash: createHash('sha256').update('ydernr;antal\n900101;12\n').digest(),
  });
  expect((await spool.read(ID))?.toString()).toBe('ydernr;antal\n900101;12\n');
});

test('nothing of it stands on disk in clear, and nobody else may read it', async () => {
  const folder = aFolder();
  const spool = await openSpool(folder);
  await spool.write(ID, chunks('ydernr;antal\n900101;12\n'));
  const sealed = await readFile(join(folder, ID));
  for (const piece of ['ydernr', '900101', ';12']) expect(sealed.includes(piece)).toBe(false);
  expect((await stat(join(folder, ID))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a process that starts anew empties the folder, and could not read it anyway', async () => {
  const folder = aFolder();
  const before = await openSpool(folder);
  await before.write(ID, chunks('tal'));
  const sealed = await readFile(join(folder, ID));
  const after = await openSpool(folder);
  expect(await readdir(folder)).toEqual([]);
  await writeFile(join(folder, ID), sealed);
  expect(await after.read(ID)).toBeNull();
});

test('a file that was cut, changed or put under another name is no file', async () => {
  const folder = aFolder();
  const spool = await openSpool(folder);
  await spool.write(ID, chunks('ydernr;antal\n900101;12\n'));
  const sealed = await readFile(join(folder, ID));
  await writeFile(join(folder, OTHER), sealed);
  expect(await spool.read(OTHER)).toBeNull();
  await writeFile(
    join(folder, ID),
    Buffer.concat([sealed.subarray(0, 14), Buffer.from([sealed[14]! ^ 1]), sealed.subarray(15)]),
  );
  expect(await spool.read(ID)).toBeNull();
  await truncate(join(folder, ID), 5);
  expect(await spool.read(ID)).toBeNull();
});

test('a file that is too large leaves nothing behind', async () => {
  const folder = aFolder();
  const spool = await openSpool(folder, 10);
  expect(await spool.write(ID, chunks('12345', '67890'))).toMatchObject({ bytes: 10 });
  expect(await spool.write(OTHER, chunks('12345', '67890', '1'))).toBe('too_large');
  expect(await readdir(folder)).toEqual([ID]);
});

test('a file that breaks off leaves nothing behind', async () => {
  const folder = aFolder();
  const spool = await openSpool(folder);
  async function* broken() {
    yield Buffer.from('ydernr');
    throw new Error('the line went dead');
  }
  await expect(spool.write(ID, broken())).rejects.toThrow('the line went dead');
  expect(await readdir(folder)).toEqual([]);
});

test('a forgotten file is gone, and forgetting it again is no fault', async () => {
  const spool = await openSpool(aFolder());
  await spool.write(ID, chunks('tal'));
  await spool.forget(ID);
  await spool.forget(ID);
  expect(await spool.read(ID)).toBeNull();
});

test('a file that nobody confirmed in a day is deleted when the next one comes', async () => {
  const folder = aFolder();
  const spool = await openSpool(folder);
  await spool.write(ID, chunks('tal'));
  const longAgo = new Date(Date.now() - 25 * 3_600_000);
  await utimes(join(folder, ID), longAgo, longAgo);
  await spool.write(OTHER, chunks('tal'));
  expect(await readdir(folder)).toEqual([OTHER]);
});

test('a name that could lead out of the folder is refused', async () => {
  const spool = await openSpool(aFolder());
  await expect(spool.write('../../etc/passwd', chunks('x'))).rejects.toThrow(RangeError);
});
