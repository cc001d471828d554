import { z } from 'zod';

const HTML = /<[a-z/!?]/i;
// Control characters but for line breaks and tabs, and those that turn the direction of writing.
const ODD = /[^\P{Cc}\n\t]|[\u2028\u2029\ufeff]|\p{Bidi_Control}|\p{Noncharacter_Code_Point}/u;
const CPR = /(?<!\d)\d{6}[- ]?\d{4}(?!\d)/;

const safe = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, '\n'))
  .pipe(
    z
      .string()
      .trim()
      .refine((text) => text.isWellFormed() && !ODD.test(text), 'odd_characters')
      .refine((text) => !HTML.test(text), 'html')
      .refine((text) => !CPR.test(text), 'cpr'),
  );

/** Plain text of at most so many characters: no HTML, no CPR number, no character that cannot be seen. */
export const text = (most: number) => safe.pipe(z.string().max(most));

/** The same on one line. */
export const line = (most: number) => text(most).refine((words) => !words.includes('\n'), 'several_lines');

/** A text that may not be left empty. */
export const needed = (words: z.ZodType<string>) => words.refine((said) => said !== '', 'empty');

/** A list of lines, none of them empty. */
export const lines = (most: number, { least = 0, length = 300 } = {}) =>
  z
    .array(needed(line(length)))
    .min(least)
    .max(most)
    .readonly();

/** A name that other things refer to: 2 to 41 small letters, digits and hyphens, a letter first. */
export const key = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,40}$/, 'malformed_key')
  .refine((name) => !isInherited(name), 'malformed_key');

/** Whether everything has something of this name, so that an answer under it would be found that nobody gave. */
export function isInherited(name: string): boolean {
  return name in {};
}
