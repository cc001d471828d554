import { expect, test } from 'vitest';
import {
  type AgendaWish,
  minutesOver,
  placed,
  refusalOfAgendaItem,
  timetable,
  withActionsFirst,
} from './agenda.ts';

const wish = (of: Partial<AgendaWish> = {}): AgendaWish => ({
  title: 'Oplæg',
  kind: 'talk',
  minutes: 20,
  owner: '',
  ownerId: null,
  material: '',
  ...of,
});
const lengths = (...minutes: number[]) => minutes.map((of) => ({ minutes: of }));

test.each([
  ['17:00:00', [10, 5, 20], ['17:00', '17:10', '17:15']],
  ['17:00', [0, 30], ['17:00', '17:00']],
  ['23:30', [45, 15], ['23:30', '00:15']],
  // The night on which the clock goes forward: the wall knows nothing of it.
  ['01:30', [60, 60], ['01:30', '02:30']],
])('from %s items of %j minutes begin at %j', (start, minutes, times) => {
  expect(timetable(start, lengths(...minutes)).map(({ beginsAt }) => beginsAt)).toEqual(times);
});

test('without a start nothing has a time', () => {
  expect(timetable(null, lengths(10, 20)).map(({ beginsAt }) => beginsAt)).toEqual([null, null]);
});

test.each([
  [[60, 90], 150, 0],
  [[60, 95], 150, 5],
  [[], 150, 0],
])('items of %j minutes run %3$i over a meeting of %2$i', (minutes, length, over) => {
  expect(minutesOver(lengths(...minutes), length)).toBe(over);
});

test.each([
  ['c', 1, 'cabd'],
  ['a', 4, 'bcda'],
  ['b', 2, 'abcd'],
  ['a', 99, 'bcda'],
  ['d', -3, 'dabc'],
  ['x', 1, 'abcd'],
])('%s at place %i gives %s', (id, place, order) => {
  expect(placed([...'abcd'], id, place).join('')).toBe(order);
});

/** Numbers that look like chance and are the same in every run. */
function* chances(): Generator<number> {
  for (let seed = 42; ; ) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield seed / 2_147_483_648;
  }
}

test('however often an agenda is reordered, nothing is lost, the others keep their order, and it can be undone', () => {
  const chance = chances();
  const next = (most: number) => Math.floor((chance.next().value as number) * most);
  for (let round = 0; round < 500; round += 1) {
    const ids = Array.from({ length: 1 + next(12) }, (_, at) => `id${at}`);
    const id = ids[next(ids.length)]!;
    const place = 1 + next(ids.length);
    const order = placed(ids, id, place);
    expect(order.toSorted()).toEqual(ids.toSorted());
    expect(order.indexOf(id)).toBe(place - 1);
    const others = (list: string[]) => list.filter((other) => other !== id);
    expect(others(order)).toEqual(others(ids));
    expect(placed(order, id, ids.indexOf(id) + 1)).toEqual(ids);
  }
});

test.each([
  ['as it should be', {}, null],
  ['without a title', { title: '' }, 'title_missing'],
  ['with half a minute', { minutes: 2.5 }, 'minutes_not_understood'],
  ['with less than none', { minutes: -1 }, 'minutes_not_understood'],
  ['for nine hours', { minutes: 540 }, 'minutes_not_understood'],
  ['with a title that never ends', { title: 'a'.repeat(201) }, 'title_too_long'],
  ['with an owner that never ends', { owner: 'a'.repeat(121) }, 'owner_too_long'],
  ['with material that never ends', { material: 'a'.repeat(501) }, 'material_too_long'],
] as const)('an item %s', (_, of, refusal) => {
  expect(refusalOfAgendaItem(wish(of))).toBe(refusal);
});

test('what was left open comes first, out of the minutes of a welcome that has them', () => {
  const minutesOf = (items: AgendaWish[]) => items.map(({ kind, minutes }) => `${kind} ${minutes}`);
  const welcome = wish({ kind: 'welcome', minutes: 10 });
  expect(minutesOf(withActionsFirst([welcome, wish()], 'Siden sidst'))).toEqual([
    'actions 5',
    'welcome 5',
    'talk 20',
  ]);
  expect(minutesOf(withActionsFirst([{ ...welcome, minutes: 5 }], 'Siden sidst'))).toEqual([
    'actions 5',
    'welcome 5',
  ]);
  expect(minutesOf(withActionsFirst([], 'Siden sidst'))).toEqual(['actions 5']);
  const own = [wish(), wish({ kind: 'actions', minutes: 8 })];
  expect(withActionsFirst(own, 'Siden sidst')).toEqual(own);
});
