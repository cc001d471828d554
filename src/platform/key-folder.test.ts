import { mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyFolder } from './key-folder.ts';

const ID = '7c1b8f5e-0000-4000-8000-000000000001';
const aFolder = () => join(mkdtempSync(join(tmpdir(), 'klyngerum-keys-')), 'keys');

test('a key is found until it is forgotten', async () => {
  const keys = keyFolder(aFolder());
  expect(await keys.list()).toEqual([]);
  expect(await keys.find(ID)).toBeNull();
  await keys.keep(ID, Buffer.from('secret'));
  expect((await keys.find(ID))?.toString()).toBe('secret');
  expect(await keys.list()).toEqual([ID]);
  await keys.forget(ID);
  await keys.forget(ID);
  expect(await keys.find(ID)).toBeNull();
});

test('a key that cannot be read is not taken for one that is gone', async () => {
  const folder = aFolder();
  mkdirSync(join(folder, ID), { recursive: true });
  await expect(keyFolder(folder).find(ID)).rejects.toThrow();
  const file = aFolder();
  writeFileSync(file, '');
  await expect(keyFolder(file).list()).rejects.toThrow();
});

test('folder and file open to their owner alone', async () => {
  const folder = aFolder();
  await keyFolder(folder).keep(ID, Buffer.from('secret'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, ID)).mode & 0o777).toBe(0o600);
});

test('what is no id names no file', async () => {
  const keys = keyFolder(aFolder());
  await expect(keys.keep('../outside', Buffer.from('x'))).rejects.toThrow(TypeError);
});
