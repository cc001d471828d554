import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Contribution,
  compare,
  disclose,
  type Published,
  pictureOf,
  thresholdsOf,
  totalsOf,
} from './disclosure.ts';

const place = fc.integer({ min: 0, max: 100 });

function contributions(count: number, from = 0): Contribution[] {
  return Array.from({ length: count }, (_, index) => ({
    practiceId: `p${from + index}`,
    figure: `${index}/100`,
    place: index * 3,
  }));
}
const shown = (version: number, list: Contribution[], isTakenDown = false): Published => ({
  spreadId: `s${version}`,
  version,
  isTakenDown,
  contributions: list,
});
const changeOf = (list: Contribution[], count: number) =>
  list.map((one, index) => (index < count ? { ...one, figure: `${one.figure}!` } : one));

test.each([
  [0, false, false],
  [5, false, false],
  [6, false, true],
  [9, false, true],
  [10, true, true],
  [70, true, true],
])('of %i contributors, dots are shown: %s, the median: %s', (count, dots, median) => {
  const picture = pictureOf(contributions(count).map((one) => one.place % 101));
  expect([picture.dots !== null, picture.quartiles !== null, picture.median !== null]).toEqual([
    dots,
    dots,
    median,
  ]);
});

test('the order in which practices arrive leaves no trace', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (places, keys) => {
      const shuffled = places
        .map((one) => ({ one, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(JSON.stringify(pictureOf(shuffled))).toBe(JSON.stringify(pictureOf(places)));
    }),
  );
});

test('a picture says nothing finer than a whole per cent of the axis, and nothing inside its outer 5 %', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(0, 5, 6, 50, 94, 95, 100), { minLength: 6, maxLength: 30 }),
      (places) => {
        const { dots, median, quartiles } = pictureOf(places);
        for (const said of [...(dots ?? []), median!, ...(quartiles ?? [])]) {
          expect(Number.isInteger(said) && (said === 0 || said === 100 || (said >= 5 && said <= 95))).toBe(
            true,
          );
        }
      },
    ),
  );
});

const twelve = contributions(12);
test.each<[string, Contribution[], Published[], unknown]>([
  ['nobody has contributed', [], [], { refuse: 'nothing_delivered' }],
  ['the first time', twelve, [], { version: 1 }],
  ['with five, a version that shows nothing', contributions(5), [], { version: 0 }],
  [
    'only five are left of a version that is up',
    contributions(5),
    [shown(1, twelve)],
    { refuse: 'waits_for_next_period' },
  ],
  [
    'only five are left of a version that was taken down',
    contributions(5),
    [shown(1, twelve, true)],
    { version: 0 },
  ],
  ['nothing has changed', twelve, [shown(1, twelve)], { refuse: 'waits_for_next_period' }],
  ['nothing has changed since it was taken down', twelve, [shown(1, twelve, true)], { restore: 's1' }],
  ['one has joined', contributions(13), [shown(1, twelve)], { refuse: 'waits_for_next_period' }],
  ['five have joined', contributions(17), [shown(1, twelve)], { refuse: 'waits_for_next_period' }],
  ['six have joined', contributions(18), [shown(1, twelve)], { version: 2 }],
  ['one has left', contributions(11), [shown(1, twelve, true)], { refuse: 'waits_for_next_period' }],
  ['six have left and six remain', contributions(6), [shown(1, twelve, true)], { version: 2 }],
  ['six have changed and six have not', changeOf(twelve, 6), [shown(1, twelve)], { version: 2 }],
  [
    'seven have changed and five have not',
    changeOf(twelve, 7),
    [shown(1, twelve)],
    { refuse: 'waits_for_next_period' },
  ],
  ['all have changed', changeOf(twelve, 12), [shown(1, twelve)], { version: 2 }],
  [
    'a second later version',
    changeOf(twelve, 12),
    [shown(1, twelve), shown(2, changeOf(twelve, 6))],
    { refuse: 'waits_for_next_period' },
  ],
])('%s', (_, today, earlier, answer) => {
  expect(disclose({ today, earlier, beside: [] })).toMatchObject(answer as object);
});

const byHands = (...hands: (string | null)[]) =>
  hands.map((hand, index) => ({ ...contributions(1, index)[0]!, hand }));
const of = (hand: string | null, count: number) => Array.from({ length: count }, () => hand);
test.each([
  ['one person delivered all', of('a', 12), { version: 1 }],
  ['nobody who delivers is to be kept from it', of(null, 12), { version: 1 }],
  ['all but one are another’s', [...of('a', 11), 'b'], { refuse: 'delivered_by_several' }],
  ['all but five', [...of('a', 7), ...of('b', 5)], { refuse: 'delivered_by_several' }],
  ['half each', [...of('a', 6), ...of('b', 6)], { version: 1 }],
  ['four each of three', [...of('a', 4), ...of('b', 4), ...of('c', 4)], { version: 1 }],
  ['below six nothing shows anyhow', [...of('a', 4), 'b'], { version: 0 }],
])('of figures that %s', (_, hands, answer) => {
  expect(disclose({ today: byHands(...hands), earlier: [], beside: [] })).toMatchObject(answer);
});

test('the same figures under another source are held to the same rule', () => {
  const without = twelve.slice(1);
  expect(disclose({ today: without, earlier: [], beside: [shown(1, twelve)] })).toEqual({
    refuse: 'too_like_another',
  });
  expect(disclose({ today: twelve, earlier: [], beside: [shown(1, twelve)] })).toMatchObject({ version: 1 });
  expect(disclose({ today: changeOf(without, 11), earlier: [], beside: [shown(1, twelve)] })).toMatchObject({
    version: 1,
  });
});

test('a practice with another figure is gone with the old one and comes with the new', () => {
  const before = contributions(8);
  const after = [...changeOf(before.slice(1), 2), ...contributions(3, 20)];
  expect(compare(before, after)).toEqual({ unchanged: 5, gone: 3, come: 5 });
});

test('an installation may raise a threshold and never lower one', () => {
  expect(thresholdsOf({ dots: 15 })).toEqual({ dots: 15, median: 6, change: 6 });
  expect(() => thresholdsOf({ median: 5 })).toThrow(RangeError);
  expect(() => thresholdsOf({ change: 5.5 })).toThrow(RangeError);
});

test('guests get totals rounded to 5, of ten practices or more', () => {
  const figures = Array.from({ length: 10 }, () => ({ numerator: 1.2, denominator: 33 }));
  expect(totalsOf(figures)).toEqual({ numerator: 10, denominator: 330 });
  expect(totalsOf(figures.slice(1))).toBeNull();
});
