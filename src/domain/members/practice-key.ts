// Crockford's alphabet: digits and letters without I, L, O and U, so that no sign is mistaken for another on paper.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const KEY = new RegExp(`^[${SIGNS}]{16}$`);

/** How many bytes of chance a key is made of: five bits for each of its 16 signs, 80 in all. */
export const KEY_BYTES = 10;

/**
 * The key that opens a practice's figures, as it is printed and hashed: `7KQ2-MXVR-90AB-3TWE`.
 * Takes `KEY_BYTES` random bytes, and refuses any other number of them.
 */
export function newKey(randomBytes: Uint8Array): string {
  if (randomBytes.length !== KEY_BYTES) throw new RangeError(`a key is made of ${KEY_BYTES} bytes`);
  const bits = [...randomBytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return inGroups((bits.match(/.{5}/g) ?? []).map((five) => SIGNS[Number.parseInt(five, 2)]).join(''));
}

/**
 * A typed key in the one spelling that is hashed: any case, any blanks and dashes, an O for a zero, an I or
 * an L for a one. Null when it cannot be a key at all.
 */
export function canonicalKey(text: string): string | null {
  const bare = text.toUpperCase().replace(/[^\p{L}\d]/gu, '');
  const signs = bare.replaceAll('O', '0').replace(/[IL]/g, '1');
  return KEY.test(signs) ? inGroups(signs) : null;
}

function inGroups(signs: string): string {
  return (signs.match(/.{4}/g) ?? []).join('-');
}
