/** Digits and letters that nobody takes for one another on paper: no 0 and O, no 1 and I. */
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 4;
const SIGNS_PER_GROUP = 4;

/** How many bytes of chance a key is made of: five bits for each of its 16 signs, 80 in all. */
export const KEY_BYTES = 10;

/**
 * The key that opens a practice's figures, as it is printed: `7KQ2-MXVR-…`, four groups of four. Made of
 * `KEY_BYTES` bytes; refuses fewer.
 */
export function practiceKeyFrom(bytes: Uint8Array): string {
  if (bytes.length < KEY_BYTES) throw new RangeError('too little chance for a key');
  let bits = bytes.subarray(0, KEY_BYTES).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let signs = '';
  for (let i = 0; i < GROUPS * SIGNS_PER_GROUP; i++) {
    signs += SIGNS[Number(bits & 31n)];
    bits >>= 5n;
  }
  return signs.match(/.{4}/g)!.join('-');
}
