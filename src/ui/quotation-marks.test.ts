import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

// Danish ”…”, as Retskrivningsordbogen has it; English “…”. Where a text tells what to type, the straight ones stay.
const TYPED = /\w="[^"]*"/g;
const STRAY = { da: /["“„»«]/, en: /["„»«]/ } as const;
type Language = keyof typeof STRAY;
const BEGINS = /^\s*(?:export )?(?:const )?(da|en)(?=[A-Z]\w* ?[=:(]|\s*[:=])/;

/** The words of a file of texts, line by line, each with the language of the part that it stands in. */
function wordsIn(file: string): { language: Language; words: string }[] {
  let language: Language = 'da';
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\/?\*|import )/.test(line))
    .map((line) => {
      language = (BEGINS.exec(line)?.[1] as Language | undefined) ?? language;
      return { language, words: line.replace(TYPED, '') };
    });
}

/** Whether the marks of some words are those of their language, and none stands alone. */
function isWellQuoted(language: Language, words: string): boolean {
  const many = (mark: string) => words.split(mark).length - 1;
  if (STRAY[language].test(words)) return false;
  return language === 'da' ? many('”') % 2 === 0 : many('“') === many('”');
}

test.each([
  ['da', 'Siden ”Vores praksis”.', true],
  ['da', 'Siden “Vores praksis”.', false],
  ['da', 'Siden »Vores praksis«.', false],
  ['da', 'Siden "Vores praksis".', false],
  ['da', 'Siden ”Vores praksis.', false],
  ['en', 'The page “Our practice”.', true],
  ['en', 'The page ”Our practice”.', false],
  ['en', 'The page "Our practice".', false],
] as const)('in %s, %s is well quoted: %s', (language, words, is) => {
  expect(isWellQuoted(language, words)).toBe(is);
});

const TEXTS = globSync('src/**/*.text.ts');
test('texts in Danish quote ”so”, and texts in English “so”', () => {
  expect(TEXTS.length).toBeGreaterThan(50);
  const wrong = TEXTS.flatMap((file) =>
    wordsIn(file)
      .filter(({ language, words }) => !isWellQuoted(language, words))
      .map(({ language, words }) => `${file} (${language}): ${words.trim()}`),
  );
  expect(wrong).toEqual([]);
});

/** Every text in a tree, with the language that it is in: a package’s is Danish unless its key says another. */
function textsIn(tree: unknown, language: Language = 'da'): { language: Language; words: string }[] {
  if (typeof tree === 'string') return [{ language, words: tree }];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, part]) =>
    textsIn(part, key === 'en' || key === 'da' ? key : language),
  );
}

test('packages and indicators quote as the texts do', () => {
  const files = [...globSync('packages/*/package.yaml'), ...globSync('indicators/*.yaml')];
  expect(files.length).toBeGreaterThan(20);
  const wrong = files.flatMap((file) =>
    textsIn(parse(readFileSync(file, 'utf8')))
      .filter(({ language, words }) => !isWellQuoted(language, words))
      .map(({ words }) => `${file}: ${words}`),
  );
  expect(wrong).toEqual([]);
});
