import { globSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../src/supervisor/checkout.ts';

/** The phrases that the text modules say in Danish and nowhere in English: on an English page they are a slip. */
export async function listDanishPhrases(): Promise<string[]> {
  const phrases = { da: new Set<string>(), en: new Set<string>() };
  for (const file of globSync('src/{domain,ui,routes}/**/*.text.ts', { cwd: CHECKOUT })) {
    const module: unknown = await import(join(CHECKOUT, file));
    gather(module, phrases);
  }
  // A single word may stand in a name, which is the same in every language.
  const tells = (phrase: string) => phrase.length >= 10 && phrase.includes(' ');
  return [...phrases.da].filter((phrase) => tells(phrase) && !phrases.en.has(phrase));
}

type Phrases = Record<'da' | 'en', Set<string>>;

function gather(node: unknown, phrases: Phrases): void {
  if (typeof node !== 'object' || node === null) return;
  const entries = Object.entries(node);
  const isPair = 'da' in node && 'en' in node;
  for (const [name, below] of entries) {
    if (isPair && (name === 'da' || name === 'en'))
      for (const phrase of said(below)) phrases[name].add(phrase);
    else gather(below, phrases);
  }
}

// A text with gaps is said with a mark in each, and counts for what stands between them.
function said(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function') return spoken(node as (...gaps: unknown[]) => unknown);
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(said) : [];
}

const GAP = '\u0001';

function spoken(text: (...gaps: unknown[]) => unknown): string[] {
  try {
    const whole = text(GAP, GAP, GAP, GAP);
    return typeof whole === 'string' ? whole.split(GAP).map((part) => part.trim()) : said(whole);
  } catch {
    return [];
  }
}

/** What a reader reads of a page: its text without tags, scripts and entities. */
export function readable(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#39|quot|amp|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name] ?? ' ')
    .replace(/\s+/g, ' ');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '#39': "'",
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
};
