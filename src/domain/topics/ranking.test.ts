import { expect, test } from 'vitest';
import { leading, ranked } from './ranking.ts';

const line = (sentence: string, dots: number, voters = 1) => ({ topicId: sentence, sentence, dots, voters });
const places = (lines: ReturnType<typeof line>[]) =>
  ranked(lines).map(
    ({ sentence, place }) => `${sentence} ${place ? `${place.first}-${place.last}` : 'none'}`,
  );

test.each([
  ['one after the other', [line('B', 2), line('A', 7), line('C', 1)], ['A 1-1', 'B 2-2', 'C 3-3']],
  ['two equal first', [line('B', 4), line('A', 4), line('C', 1)], ['A 1-2', 'B 1-2', 'C 3-3']],
  [
    'three equal after the first',
    [line('D', 5), line('C', 2), line('A', 2), line('B', 2)],
    ['D 1-1', 'A 2-4', 'B 2-4', 'C 2-4'],
  ],
  ['all equal', [line('Å', 3), line('Æ', 3), line('Ø', 3)], ['Æ 1-3', 'Ø 1-3', 'Å 1-3']],
  ['some without a dot', [line('A', 0), line('B', 1)], ['B 1-1', 'A none']],
  ['nobody voted', [line('B', 0, 0), line('A', 0, 0)], ['A none', 'B none']],
] as const)('%s', (_how, lines, told) => {
  expect(places([...lines])).toEqual(told);
});

test('how many people gave the dots breaks no tie', () => {
  expect(places([line('A', 4, 1), line('B', 4, 4)])).toEqual(['A 1-2', 'B 1-2']);
});

test('who leads is nobody, one, or several', () => {
  const names = (lines: ReturnType<typeof line>[]) => leading(ranked(lines)).map(({ sentence }) => sentence);
  expect(names([line('A', 0)])).toEqual([]);
  expect(names([line('A', 1), line('B', 3)])).toEqual(['B']);
  expect(names([line('A', 3), line('B', 3), line('C', 1)])).toEqual(['A', 'B']);
});
