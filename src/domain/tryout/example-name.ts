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
  'Alder Ash Birch Bracken Clover Copper Dun Elder Fallow Fern Flint Gorse Hazel Heron Iron Ivy Juniper Kestrel Lark Linnet Marsh Nettle Otter Plover Quarry Reed Rowan Saffron Sorrel Teasel Thistle Umber Vale Wheat Willow Wren Yarrow'.split(
    ' ',
  );
const ENDS =
  'beck bourne bridge clough cote dale ferry field ford gate ham holme hollow hurst low mere mouth pool stead stoke thorpe water wick worth'.split(
    ' ',
  );
const SIDES = ['', '', '', '', '', 'Upper ', 'Nether ', 'West ', 'Little '];
const GIVEN =
  'Ada Alfie Beryl Cecil Clara Dilys Edwin Enid Felix Greta Hugo Iris Jonah Kitty Leo Mabel Nell Oscar Pearl Quentin Rose Silas Tess Una'.split(
    ' ',
  );
const HOUSES = ['Surgery', 'Medical Centre', 'Health Centre', 'Practice', 'Group Practice'];

/** An English-sounding place, the same for the same seed: `Larkmouth`, `Upper Ferncote`. Seeds may share one. */
export function exampleEnglishPlace(seed: string): string {
  const pick = pickerOf(`place ${seed}`);
  return `${pick(SIDES)}${pick(STARTS)}${pick(ENDS)}`;
}

/** The name of a practice at an invented place. */
export function exampleEnglishPractice(place: string, seed: string): string {
  return `${place} ${pickerOf(`house ${seed}`)(HOUSES)}`;
}

/** The name of an invented doctor in England: `Iris Larkmouth`. */
export function exampleEnglishName(seed: string): string {
  const pick = pickerOf(`name ${seed}`);
  return `${pick(GIVEN)} ${pick(STARTS)}${pick(ENDS)}`;
}

function pickerOf(seed: string): (words: readonly string[]) => string {
  const random = seededRandom(seed);
  return (words) => words[Math.floor(random() * words.length)]!;
}
