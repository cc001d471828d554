/*
 * Words of sentences, compared the simple way: small letters, without the common words and the usual Danish endings.
 * A word that begins with another is taken for a compound of it: `opioid`, `opioider`, `opioidbrugere`.
 */
const COMMON = new Set(
  `aftale aftaler aftalen aftalt alle alt altid andre anden at af afsnit bedre begge blandt bliver bruge bruger dag dem den denne deres det dette dig
  din disse dog eller emne ens en er et ofte fik finde flere for forhold fra får få gang gerne gennem gør gøre gode godt
  han har havde have hele hende her hos hun hvad hvem hver hverdag hvilke hvis hvor hvordan hvorfor hvornår ikke ind ingen
  jeg jer jeres kan klynge klyngen kommer kunne lang lange langt langvarig lave lige læge læger lægen lægerne længe man mange med meget mellem men mere
  mest min mindre mine mod møde mødet måde måle måles måske ned noget nogle nok nye når of også om op os over patient patienter
  patienterne per plads på praksis praksisser så sammen samt selv set sidste sig sin sine skal skulle som stor store stadig står
  sætte tage tager tale tal talt tid tiden til tit ud uden under ved vi vil ville vore vores være været år the and for how with our their what
  when patients many more about among between from that this which`.split(/\s+/),
);
const ENDINGS = /(?:ernes|erne|enes|ene|ers|ens|ets|en|er|et|es|e|s|r|n|t)$/;
const SHORTEST = 3;
const SHORTEST_COMPOUND = 5;

/** The words of a text that carry its meaning, each once and without its ending. */
export function stemsOf(text: string): string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  const meant = words.filter((word) => word.length >= SHORTEST && !COMMON.has(word) && !/^\d+$/.test(word));
  return [...new Set(meant.map(stemOf))];
}

function stemOf(word: string): string {
  const stem = word.replace(ENDINGS, '');
  return stem.length >= SHORTEST ? stem : word;
}

/** Whether two words without their endings mean the same thing, as far as letters tell. */
export function isSameStem(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST_COMPOUND && long.startsWith(short);
}

const ALIKE = 0.5;
const TELLING = 6;
const MOST = 5;

/**
 * The texts that may mean the same as a sentence, the likest first, at most five: half the words of the shorter one
 * stand in the longer, and they are several, or all there are, or a long word that tells by itself.
 */
export function alikeAmong<T extends { sentence: string }>(sentence: string, others: readonly T[]): T[] {
  const words = stemsOf(sentence);
  return others
    .map((other) => ({ other, likeness: likenessOf(words, stemsOf(other.sentence)) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST)
    .map(({ other }) => other);
}

function likenessOf(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return 0;
  const both = sharedBy(short, long);
  const isTold = both.length >= Math.min(2, short.length) || both.some((word) => word.length >= TELLING);
  return isTold ? both.length / short.length : 0;
}

function sharedBy(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((word) => b.some((other) => isSameStem(word, other)));
}
