import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Contribution, disclose, LEAST, type Published } from './disclosure.ts';

/*
 * Gate 2 promises that a reader always faces at least five dots that may be another practice's. Here small clusters
 * are drawn by chance, published by the product's own function, and attacked by a reader who knows more than any real
 * one: the own places, who stood in each version, and exactly whose figure changed. For every colleague and every
 * dot the search asks whether some assignment of all dots to all practices, consistent with everything published,
 * gives that dot to that colleague.
 */

type World = { first: Map<string, number>; second: Map<string, number> | null };
const PROMISED = 5;

/**
 * Whether the dots can be dealt out to all practices so that the readers' own, the claim and everybody unchanged fit.
 * Exact: whoever is neither known nor unchanged takes any dot that is left, and the unchanged, who need the same place
 * in both versions, can be served just when the two heaps still share as many places as there are of them.
 */
function canBeDealt(
  world: World,
  known: ReadonlySet<string>,
  claim: { who: string; version: 1 | 2; place: number },
): boolean {
  const { first, second } = world;
  const heaps: [Heap, Heap] = [heapOf(first), heapOf(second ?? new Map())];
  for (const reader of known) {
    if (first.has(reader)) take(heaps[0], first.get(reader)!);
    if (second?.has(reader)) take(heaps[1], second.get(reader)!);
  }
  const everybody = [...first.keys()].filter((who) => isUnchanged(world, who) && !known.has(who));
  const waiting = everybody.filter((who) => who !== claim.who).length;
  const [here, there] = claim.version === 1 ? heaps : [heaps[1], heaps[0]];
  if (!take(here, claim.place)) return false;
  if (everybody.includes(claim.who)) return take(there, claim.place) && shared(heaps) >= waiting;
  const other = claim.version === 1 ? second : first;
  if (!other?.has(claim.who)) return shared(heaps) >= waiting;
  return [...there.keys()].some((place) => {
    if (!take(there, place)) return false;
    const fits = shared(heaps) >= waiting;
    there.set(place, there.get(place)! + 1);
    return fits;
  });
}

type Heap = Map<number, number>;

function take(heap: Heap, place: number): boolean {
  const left = heap.get(place) ?? 0;
  if (left === 0) return false;
  heap.set(place, left - 1);
  return true;
}

function shared([one, other]: [Heap, Heap]): number {
  return [...one].reduce((sum, [place, count]) => sum + Math.min(count, other.get(place) ?? 0), 0);
}

function heapOf(places: ReadonlyMap<string, number>): Heap {
  const heap: Heap = new Map();
  for (const place of places.values()) heap.set(place, (heap.get(place) ?? 0) + 1);
  return heap;
}

function isUnchanged({ first, second }: World, who: string): boolean {
  return first.has(who) && second !== null && second.get(who) === first.get(who);
}

/** How many dots of a version may be this practice's, as far as these readers can tell. */
function candidates(world: World, readers: readonly string[], who: string, version: 1 | 2): number {
  const places = version === 1 ? world.first : world.second!;
  const known = new Set(readers);
  const possible = [...new Set(places.values())].filter((place) =>
    canBeDealt(world, known, { who, version, place }),
  );
  const ofReaders = readers.flatMap((reader) => places.get(reader) ?? []);
  const free = (place: number) =>
    [...places.values()].filter((one) => one === place).length -
    ofReaders.filter((one) => one === place).length;
  return possible.reduce((count, place) => count + free(place), 0);
}

const contributionsOf = (places: ReadonlyMap<string, number>): Contribution[] =>
  [...places].map(([practiceId, place]) => ({ practiceId, place, figure: String(place) }));

const places = fc
  .uniqueArray(fc.integer({ min: 0, max: 16 }), { minLength: 10, maxLength: 12 })
  .chain((people) =>
    fc
      .array(fc.constantFrom(0, 8, 15, 22, 29, 36, 43, 50, 57, 64, 71, 78, 85, 100), {
        minLength: people.length,
        maxLength: people.length,
      })
      .map((values) => new Map(people.map((person, index) => [`p${person}`, values[index]!]))),
  );

const place = fc.constantFrom(0, 8, 15, 22, 29, 36, 43, 50, 57, 64, 71, 78, 85, 100);
const fates = fc.record({ leave: fc.nat(7), change: fc.nat(12), join: fc.nat(7) });

/** The same cluster a while later: some have left, some have another figure, some have joined. */
function laterOf(
  first: ReadonlyMap<string, number>,
  fate: { leave: number; change: number; join: number },
  shift: number,
) {
  const stayed = [...first].slice(fate.leave);
  const changed = stayed.map(([who, at], index): [string, number] => [
    who,
    index < fate.change ? (at + shift + 3) % 97 : at,
  ]);
  const joined = Array.from({ length: fate.join }, (_, index): [string, number] => [
    `new${index}`,
    (shift + 11 * index) % 97,
  ]);
  return new Map([...changed, ...joined]);
}

test('four readers who pool what they know face five dots that may be a colleague’s', () => {
  fc.assert(
    fc.property(places, fc.array(fc.nat(11), { minLength: 4, maxLength: 4 }), (first, picks) => {
      expect(disclose({ today: contributionsOf(first), earlier: [], beside: [] })).toMatchObject({
        version: 1,
      });
      const people = [...first.keys()];
      const readers = [...new Set(picks.map((pick) => people[pick % people.length]!))];
      for (const who of people.filter((one) => !readers.includes(one))) {
        expect(candidates({ first, second: null }, readers, who, 1)).toBeGreaterThanOrEqual(PROMISED);
      }
    }),
    { numRuns: 60 },
  );
});

test('one reader of two versions, who even knows whose figures changed, faces five dots that may be a colleague’s', () => {
  let published = 0;
  fc.assert(
    fc.property(places, fates, place, fc.nat(11), (first, fate, shift, pick) => {
      const second = laterOf(first, fate, shift);
      const seen: Published = {
        spreadId: 's',
        version: 1,
        isTakenDown: false,
        contributions: contributionsOf(first),
      };
      const answer = disclose({ today: contributionsOf(second), earlier: [seen], beside: [] });
      if (!('publish' in answer) || second.size < LEAST.dots) return;
      published += 1;
      const people = [...new Set([...first.keys(), ...second.keys()])];
      const reader = people[pick % people.length]!;
      for (const who of people.filter((one) => one !== reader)) {
        if (second.has(who))
          expect(candidates({ first, second }, [reader], who, 2)).toBeGreaterThanOrEqual(PROMISED);
        if (first.has(who))
          expect(candidates({ first, second }, [reader], who, 1)).toBeGreaterThanOrEqual(PROMISED);
      }
    }),
    { numRuns: 1500 },
  );
  expect(published).toBeGreaterThan(20);
});

test('fewer than ten leave no dot to assign, and a median of six to nine leaves each colleague five places at least', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 6, max: 9 }), (all, count) => {
      const few = new Map([...all].slice(0, count));
      const answer = disclose({ today: contributionsOf(few), earlier: [], beside: [] });
      if (!('publish' in answer)) throw new Error('a first version is published');
      expect(answer.publish.dots).toBeNull();
      const [reader, ...others] = [...few.keys()];
      const median = answer.publish.median!;
      for (const who of others) {
        const possible = [0, 8, 22, 36, 50, 64, 78, 100].filter((place) =>
          hasWorldWith(few, { reader: reader!, who, place, median }),
        );
        expect(possible.length).toBeGreaterThanOrEqual(PROMISED);
      }
    }),
    { numRuns: 60 },
  );
});

/** Whether the others can lie so that the colleague is at this place and the median is the published one. */
function hasWorldWith(
  few: ReadonlyMap<string, number>,
  claim: { reader: string; who: string; place: number; median: number },
): boolean {
  const rest = [...few.keys()].filter((one) => one !== claim.reader && one !== claim.who).length;
  const known = [few.get(claim.reader)!, claim.place];
  for (let below = 0; below <= rest; below += 1) {
    for (let above = 0; above + below <= rest; above += 1) {
      const middle = Array.from({ length: rest - below - above }, () => claim.median);
      const all = [...known, ...Array(below).fill(0), ...Array(above).fill(100), ...middle].sort(
        (a, b) => a - b,
      );
      const half = (all.length - 1) / 2;
      if (Math.round((all[Math.floor(half)] + all[Math.ceil(half)]) / 2) === claim.median) return true;
    }
  }
  return false;
}
