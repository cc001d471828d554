import { hasFormattedCprNumber, unformattedCprNumberIn } from './cpr-number.ts';

// Ids and addresses of pages are no words, and hold every kind of digits.
const NO_WORDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|https?:\/\/\S+/gi;
const DEEPEST = 8;
const CPR_DIGITS = 10;

/**
 * Whether a text among what somebody typed holds a CPR number: one written as such, or ten digits in a row with a
 * valid date that hold modulus 11. Looks into lists and fields, and at numbers as they would be written; files and days
 * are no texts. `today` is an ISO date.
 */
export function typesACprNumber(typed: unknown, today: string, depth = 0): boolean {
  if (typeof typed === 'string') return holdsOne(typed, today);
  if (typeof typed === 'number') return holdsOne(String(Math.abs(typed)).padStart(CPR_DIGITS, '0'), today);
  if (typeof typed !== 'object' || typed === null || depth > DEEPEST) return false;
  if (ArrayBuffer.isView(typed) || typed instanceof Date) return false;
  const parts = Symbol.iterator in typed ? [...(typed as Iterable<unknown>)] : Object.values(typed);
  return parts.some((part) => typesACprNumber(part, today, depth + 1));
}

const LONG_ENOUGH = 9;

function holdsOne(text: string, today: string): boolean {
  if (text.length < LONG_ENOUGH) return false;
  const words = text.replace(NO_WORDS, ' ');
  return hasFormattedCprNumber(words, today) || unformattedCprNumberIn(words, today)?.holdsModulus11 === true;
}

/** The texts of a form as they were typed, to be handed back where they cannot be kept; choices and ids left out. */
export function textsIn(form: FormData): string[] {
  const texts = [...form]
    .filter(([field]) => !field.startsWith('was-'))
    .map(([, value]) => (typeof value === 'string' ? value.trim() : ''));
  return [...new Set(texts.filter((text) => /\s|\d{6}/.test(text.replace(NO_WORDS, ''))))];
}
