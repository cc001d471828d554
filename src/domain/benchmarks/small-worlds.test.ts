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

/** Whether the dots can be dealt out so that everybody known, and everybody unchanged, fits. */
function canBeDealt(
  world: World,
  known: ReadonlySet<string>,
  claim: { who: string; version: 1 | 2; place: number },
): boolean {
  const heaps = [heapOf(world.first), heapOf(world.second ?? new Map())] as const;
  const fixed = (who: string, version: 0 | 1): number | null => {
    if (who === claim.who && version === claim.version - 1) return claim.place;
    const truth = (version === 0 ? world.first : world.second)?.get(who);
    return known.has(who) && truth !== undefined ? truth : null;
  };
  // Whoever is fixed takes first; then those who must find one and the same place in both versions.
  const people = [...new Set([...world.first.keys(), ...(world.second?.keys() ?? [])])].sort(
    (a, b) => rank(a) - rank(b) || a.localeCompare(b),
  );
  function rank(who: string): number {
    if (fixed(who, 0) !== null || fixed(who, 1) !== null) return 0;
    return isUnchanged(world, who) ? 1 : 2;
  }
  return deal(0);

  function deal(at: number): boolean {
    const who = people[at];
    if (who === undefined) return true;
    for (const [one, two] of choices(who)) {
      if (!take(0, one)) continue;
      if (take(1, two)) {
        if (rank(who) === 2 || deal(at + 1)) return rank(who) === 2 ? deal(at + 1) : true;
        put(1, two);
      }
      put(0, one);
    }
    return false;
  }
  function choices(who: string): [number | null, number | null][] {
    const inFirst = world.first.has(who);
    const inSecond = world.second?.has(who) ?? false;
    const ones = inFirst ? (fixed(who, 0) !== null ? [fixed(who, 0)] : [...heaps[0].keys()]) : [null];
    if (isUnchanged(world, who)) {
      const place = fixed(who, 0) ?? fixed(who, 1);
      return (place !== null ? [place] : ones).map((one) => [one, one]);
    }
    const twos = inSecond ? (fixed(who, 1) !== null ? [fixed(who, 1)] : [...heaps[1].keys()]) : [null];
    return ones.flatMap((one) => twos.map((two) => [one, two] as [number | null, number | null]));
  }
  function take(version: 0 | 1, place: number | null): boolean {
    if (place === null) return true;
    const left = heaps[version].get(place) ?? 0;
    if (left === 0) return false;
    heaps[version].set(place, left - 1);
    return true;
  }
  function put(version: 0 | 1, place: number | null): void {
    if (place !== null) heaps[version].set(place, (heaps[version].get(place) ?? 0) + 1);
  }
}

function heapOf(places: ReadonlyMap<string, number>): Map<number, number> {
  const heap = new Map<number, number>();
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
    fc.property(places, places, fc.nat(12), fc.nat(11), (first, fresh, kept, pick) => {
      const second = new Map([...fresh, ...[...first].slice(0, kept)].slice(0, 14));
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
