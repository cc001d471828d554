import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;

/** The two halves of a key, 32 bytes each: anybody may seal with the public one, the private one opens. */
export type SealingPair = { publicKey: Buffer; privateKey: Buffer };

/** A new pair of keys. */
export async function newSealingPair(): Promise<SealingPair> {
  const pair = await suite.kem.generateKeyPair();
  return {
    publicKey: Buffer.from(await suite.kem.serializePublicKey(pair.publicKey)),
    privateKey: Buffer.from(await suite.kem.serializePrivateKey(pair.privateKey)),
  };
}

/**
 * Seals a text so that only the private half opens it (HPKE, RFC 9180, base mode). `bytes` is what the text is filled
 * up to first, so that the length tells nothing; a longer text is refused. `about` must be the same for opening.
 */
export async function sealTo(
  publicKey: Buffer,
  text: string,
  { about, bytes }: { about: string; bytes: number },
): Promise<Buffer> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bufferOf(publicKey));
  const sender = await suite.createSenderContext({ recipientPublicKey, info: bufferOf(Buffer.from(about)) });
  const sealed = await sender.seal(bufferOf(filled(text, bytes)));
  return Buffer.concat([Buffer.from(sender.enc), Buffer.from(sealed)]);
}

/** The text that was sealed to the public half, or null when the key does not open it. */
export async function openSealed(
  privateKey: Buffer,
  sealed: Buffer,
  { about }: { about: string },
): Promise<string | null> {
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(bufferOf(privateKey));
    const enc = bufferOf(sealed.subarray(0, KEY_BYTES));
    const recipient = await suite.createRecipientContext({
      recipientKey,
      enc,
      info: bufferOf(Buffer.from(about)),
    });
    return emptied(Buffer.from(await recipient.open(bufferOf(sealed.subarray(KEY_BYTES)))));
  } catch {
    return null;
  }
}

/** Locks a text with a secret, filled up to so many bytes; the same secret and `about` open it. */
export function lockWith(
  secret: string,
  text: string,
  { about, bytes }: { about: string; bytes: number },
): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, about), nonce);
  return Buffer.concat([nonce, cipher.update(filled(text, bytes)), cipher.final(), cipher.getAuthTag()]);
}

/** The text that was locked with this secret, or null when it was locked with another. */
export function unlockWith(secret: string, locked: Buffer, { about }: { about: string }): string | null {
  if (locked.length < NONCE_BYTES + TAG_BYTES + LENGTH_BYTES) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, about), locked.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(locked.subarray(-TAG_BYTES));
  try {
    const body = locked.subarray(NONCE_BYTES, -TAG_BYTES);
    return emptied(Buffer.concat([decipher.update(body), decipher.final()]));
  } catch {
    return null;
  }
}

function keyOf(secret: string, about: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', about, KEY_BYTES));
}

function filled(text: string, bytes: number): Buffer {
  const written = Buffer.from(text);
  if (written.length > bytes) throw new RangeError('a text is longer than what it is filled up to');
  const whole = Buffer.alloc(LENGTH_BYTES + bytes);
  whole.writeUInt32BE(written.length);
  written.copy(whole, LENGTH_BYTES);
  return whole;
}

function emptied(whole: Buffer): string {
  return whole.subarray(LENGTH_BYTES, LENGTH_BYTES + whole.readUInt32BE()).toString();
}

function bufferOf(bytes: Buffer): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
