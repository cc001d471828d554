// Digits and letters without I, L, O and U, so that no sign is mistaken for another on paper.
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many chance bytes a key is made of: 80 bits, which nobody guesses. */
export const KEY_BYTES = 10;

/** The key that so many chance bytes make, in the one spelling that is hashed: sixteen signs. */
export function practiceKeyFrom(bytes: Uint8Array): string {
  if (bytes.length !== KEY_BYTES) throw new RangeError(`a key is made of ${KEY_BYTES} bytes`);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => SIGNS[Number.parseInt(five, 2)]).join('');
}

/** A key as it is printed: `7KQF-90AB-M3XT-2WVE`. */
export function printedKey(key: string): string {
  return key.match(/.{1,4}/g)?.join('-') ?? '';
}

/** A key as somebody typed it, in its one spelling: any case, any dashes and spaces, an O for a zero, an I for a one. */
export function keyAsTyped(text: string): string {
  const bare = text.toUpperCase().replace(/[^\p{L}\d]/gu, '');
  return bare.replaceAll('O', '0').replace(/[IL]/g, '1');
}

/** Whether this can be a key at all: sixteen of the signs that keys are made of. */
export function canBeAKey(key: string): boolean {
  return key.length === 16 && [...key].every((sign) => SIGNS.includes(sign));
}
