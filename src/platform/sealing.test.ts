import { expect, test } from 'vitest';
import { lockWith, newSealingPair, openSealed, sealTo, unlockWith } from './sealing.ts';

const about = 'round 1';

test('what is sealed to a public key is opened by the private one, and by no other', async () => {
  const pair = await newSealingPair();
  const sealed = await sealTo(pair.publicKey, 'Årskontrol: æøå', { about, bytes: 200 });
  expect(await openSealed(pair.privateKey, sealed, { about })).toBe('Årskontrol: æøå');
  expect(await openSealed((await newSealingPair()).privateKey, sealed, { about })).toBeNull();
  expect(await openSealed(pair.privateKey, sealed, { about: 'round 2' })).toBeNull();
});

test('what was changed on its way is opened by nobody', async () => {
  const pair = await newSealingPair();
  const sealed = await sealTo(pair.publicKey, 'ja', { about, bytes: 20 });
  for (const at of [0, 31, 32, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = changed[at]! ^ 1;
    expect(await openSealed(pair.privateKey, changed, { about })).toBeNull();
  }
  expect(await openSealed(pair.privateKey, sealed.subarray(0, 10), { about })).toBeNull();
});

test('two that are sealed are of one length and never alike', async () => {
  const { publicKey } = await newSealingPair();
  const texts = ['', 'ja', 'ja', 'x'.repeat(100)];
  const sealed = await Promise.all(texts.map((text) => sealTo(publicKey, text, { about, bytes: 100 })));
  expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
  expect(new Set(sealed.map((one) => one.toString('hex'))).size).toBe(texts.length);
  await expect(sealTo(publicKey, 'x'.repeat(101), { about, bytes: 100 })).rejects.toThrow(RangeError);
});

test('a text is unlocked with the secret that locked it', () => {
  const locked = lockWith('token', 'kladde', { about, bytes: 50 });
  expect(unlockWith('token', locked, { about })).toBe('kladde');
  expect(unlockWith('another', locked, { about })).toBeNull();
  expect(unlockWith('token', locked, { about: 'round 2' })).toBeNull();
  expect(unlockWith('token', locked.subarray(0, 20), { about })).toBeNull();
  expect(lockWith('token', '', { about, bytes: 50 }).length).toBe(locked.length);
});
