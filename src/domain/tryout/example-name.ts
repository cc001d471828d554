import { seededRandom } from './seeded-random.ts';

const FIRST =
  'Karen Mikkel Åse Jørgen Signe Søren Birgitte Anders Ida Henrik Lærke Ole Maja Bjørn Hanne Frederik Æmilie Poul Astrid Rasmus Dorthe Kåre Johanne Emil Liv Torben Rikke Villads Sørine Gorm Asta'.split(
    ' ',
  );
const LAST =
  'Tangsø Åkjærholm Birkelyng Havnsgreen Sandmosegaard Ørremark Ulvedalen Kornskov Æbelhaven Strandhede Vintermølle Lyngbæksted Fuglevænge Møllesund Skovåsen Nørrehale Klintholt Bakkesund Tjørneby Hvidager Røsholt Enghauge Dyrebrink Solvangsted Marhøj Pilekrog Stenørn Grønsletten Ravnstrup-Åsø Vesterled Fjordbo'.split(
    ' ',
  );

/** The name of the example person of this number, counted from 0; all different up to 900. The surnames are invented. */
export function exampleName(at: number): string {
  const first = FIRST[at % FIRST.length]!;
  const last = LAST[(at * 7 + Math.floor(at / FIRST.length) * 3) % LAST.length]!;
  return `${first} ${last}`;
}

/** The address of an example person, at a domain that mail never reaches (RFC 2606). */
export function exampleAddress(name: string, domain: string): string {
  return `${asciiOf(name).replace(/[^a-z-]+/g, '.')}@${domain}.example`;
}

/** A name in small letters without æ, ø and å: for addresses. */
export function asciiOf(name: string): string {
  return name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
}

const STARTS =
  'Ash Birch Clover Dun Elder Fern Gorse Hazel Iron Juniper Kestrel Lark Marsh Nettle Otter Plover Quarry Rowan Sorrel Thistle Umber Vale Willow Yarrow'.split(
    ' ',
  );
const ENDS =
  'bourne cote dale ferry field ford gate ham hollow hurst mere mouth stead thorpe water wick'.split(' ');

/**
 * An English-sounding place that is on no map, the same for the same seed: `Larkmouth`, `Upper Ferncote`. There are
 * 3,072 of them, so that some seeds share one.
 */
export function exampleEnglishPlace(seed: string): string {
  const random = seededRandom(seed);
  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  const side = pick(['', '', '', '', 'Upper ', 'Nether ', 'West ', 'Little ']);
  return `${side}${pick(STARTS)}${pick(ENDS)}`;
}
