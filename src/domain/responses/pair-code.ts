/**
 * A code ties a member's answers of one round to those of the next. The member alone keeps it: it is made when the form
 * is shown, and no part of it is stored.
 */
const CONSONANTS = 'bdfghjklmnprstv';
const VOWELS = 'aeiouy';
const PAIRS = 8;

/** How many random bytes a code is made of. */
export const CODE_BYTES = PAIRS * 2;

/** A code that can be read aloud, `kamo-tiru-peza-nilo`: about 52 bits of chance, from as many bytes as CODE_BYTES. */
export function codeOf(random: Uint8Array): string {
  const pairs = Array.from(
    { length: PAIRS },
    (_, at) =>
      CONSONANTS[random[2 * at]! % CONSONANTS.length]! + VOWELS[random[2 * at + 1]! % VOWELS.length]!,
  );
  return [0, 2, 4, 6].map((at) => pairs[at]! + pairs[at + 1]!).join('-');
}

const WRITTEN = new RegExp(`^([${CONSONANTS}][${VOWELS}]){${PAIRS}}$`);

/** The code that somebody typed, with capitals, spaces and hyphens as they like; null when it is none of ours. */
export function codeIn(typed: string): string | null {
  const letters = typed.toLowerCase().replace(/[\s\u2010-\u2015-]/g, '');
  if (!WRITTEN.test(letters)) return null;
  return letters.match(/.{4}/g)!.join('-');
}
