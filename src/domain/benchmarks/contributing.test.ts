import { expect, test } from 'vitest';
import { missingFirst, nextUnpublished } from './contributing.ts';

const aPractice = (name: string, hasContributed: boolean) => ({ practiceId: name, name, hasContributed });

test('those who are missing come first, and each part is by name with 2 before 10', () => {
  const practices = [
    aPractice('Ådal', true),
    aPractice('Lægehuset 10', false),
    aPractice('Bakken', true),
    aPractice('Ærø', false),
    aPractice('Lægehuset 2', false),
  ];
  expect(missingFirst(practices).map(({ name }) => name)).toEqual([
    'Lægehuset 2',
    'Lægehuset 10',
    'Ærø',
    'Bakken',
    'Ådal',
  ]);
});

type State = 'waiting' | 'published' | 'refused' | null;

function aDelivered(indicatorKey: string, state: State = null, sourceId = 'one') {
  const period = { from: '2026-01-01', until: '2026-12-31' };
  return {
    indicatorKey,
    period,
    source: { sourceId, name: sourceId },
    isUp: state === 'published',
    state,
    refusal: null,
  };
}

const rounds: [string, [string, State][], string, string | null][] = [
  [
    'the one below',
    [
      ['a', 'published'],
      ['b', null],
      ['c', null],
    ],
    'a',
    'b',
  ],
  [
    'what is up already is passed over',
    [
      ['a', 'published'],
      ['b', 'published'],
      ['c', null],
    ],
    'a',
    'c',
  ],
  [
    'from the end it goes on at the start',
    [
      ['a', null],
      ['b', 'published'],
    ],
    'b',
    'a',
  ],
  [
    'what waits or was refused is not led to',
    [
      ['a', 'published'],
      ['b', 'waiting'],
      ['c', 'refused'],
    ],
    'a',
    null,
  ],
  ['itself is not the next', [['a', null]], 'a', null],
];
test.each(rounds)('after publishing one comes the next: %s', (_, listed, at, next) => {
  const delivered = listed.map(([key, state]) => aDelivered(key, state));
  const current = delivered.find(({ indicatorKey }) => indicatorKey === at)!;
  expect(nextUnpublished(delivered, current)?.indicatorKey ?? null).toBe(next);
});

test('the same indicator from another source is another one', () => {
  const [ours, theirs] = [aDelivered('a', 'published'), aDelivered('a', null, 'two')];
  expect(nextUnpublished([ours, theirs], ours)).toBe(theirs);
});
