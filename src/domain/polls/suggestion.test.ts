import { expect, test } from 'vitest';
import type { Answer } from './date-poll.ts';
import { type GuestVoter, suggestDate, type Voter } from './suggestion.ts';

const SAYS: Record<string, Answer> = { y: 'yes', i: 'if_needed', n: 'no' };
const OPTIONS = ['a', 'b', 'c'].map((dateOptionId, at) => ({
  dateOptionId,
  heldOn: `2026-04-1${at + 4}`,
  startsAt: '17:00:00',
  addedAt: new Date(0),
}));

/** `yn-` is yes to the first day, no to the second, and nothing to the third. */
function answersOf(letters: string): Record<string, Answer> {
  const said = [...letters].map((letter, at) => [OPTIONS[at]!.dateOptionId, SAYS[letter]]);
  return Object.fromEntries(said.filter(([, answer]) => answer));
}

/** `Anna@1 yn- must chair left`: Anna of practice 1. */
function voter(line: string): Voter {
  const [who = '', letters = '', ...marks] = line.split(' ');
  const [name = '', practiceId = ''] = who.split('@');
  return {
    memberId: name,
    name,
    practiceId,
    isMust: marks.includes('must'),
    isChair: marks.includes('chair'),
    wasLeftOut: marks.includes('left'),
    answers: answersOf(letters),
  };
}

function guest(line: string): GuestVoter {
  const [name = '', letters = '', mark] = line.split(' ');
  return { guestId: name, name, isMust: mark === 'must', answers: answersOf(letters) };
}

test.each([
  [
    'the guest can, though fewer can',
    ['Anna@1 yyy', 'Bo@2 ynn', 'Ida@3 ynn'],
    ['Gitte nyn must'],
    'b',
    'essentials',
    '',
  ],
  [
    'a guest who may stay away does not decide',
    ['Anna@1 yyy', 'Bo@2 ynn'],
    ['Gitte nyn'],
    'a',
    'practices',
    '',
  ],
  ['somebody who must be there can', ['Anna@1 nyn must', 'Bo@2 yyn', 'Ida@3 yny'], [], 'b', 'essentials', ''],
  [
    'who must be there and has not said is better than a no',
    ['Anna@1 n-n must', 'Bo@2 yyy'],
    [],
    'b',
    'essentials',
    '',
  ],
  ['a yes of theirs is better than nothing said', ['Anna@1 -yn must', 'Bo@2 yyy'], [], 'b', 'essentials', ''],
  ['the chair can', ['Anna@1 nyn chair', 'Bo@2 yyy', 'Ida@3 yny'], [], 'b', 'chair', ''],
  [
    'one of two chairs is enough',
    ['Anna@1 nyn chair', 'Bo@2 ynn chair', 'Ida@3 yyy'],
    [],
    'a',
    'earlier',
    'b',
  ],
  [
    'most practices, not doctors',
    ['A@1 ynn', 'B@1 ynn', 'C@1 ynn', 'D@2 nyn', 'E@3 nyn'],
    [],
    'b',
    'practices',
    '',
  ],
  ['if needed counts a practice in', ['A@1 yyn', 'B@2 nin', 'C@3 nnn'], [], 'b', 'practices', ''],
  [
    'a practice more goes before who was left out',
    ['Anna@1 nyn left', 'Bo@2 yyn', 'Ida@3 ynn', 'Kim@4 ynn'],
    [],
    'a',
    'practices',
    '',
  ],
  [
    'of as many practices, not the same left out',
    ['Anna@1 nyn left', 'Bo@2 yyn', 'Ida@3 ynn'],
    [],
    'b',
    'left_out',
    '',
  ],
  ['more yes than if needed', ['Anna@1 iyn', 'Bo@2 yyn'], [], 'b', 'answers', ''],
  ['else the earlier, and the tie is told', ['Anna@1 yyn', 'Bo@2 yyn'], [], 'a', 'earlier', 'b'],
  ['three days alike', ['Anna@1 yyy'], [], 'a', 'earlier', 'b,c'],
  ['a cluster of one who can on one day', ['Anna@1 nny chair'], [], 'c', 'chair', ''],
  ['nobody can on any day', ['Anna@1 nnn', 'Bo@2 nnn'], [], 'a', 'earlier', 'b,c'],
] as const)('%s', (_why, voters, guests, best, decidedBy, tied) => {
  const suggestion = suggestDate(OPTIONS, voters.map(voter), guests.map(guest))!;
  expect(suggestion.ranked[0]!.option.dateOptionId).toBe(best);
  expect(suggestion.decidedBy).toBe(decidedBy);
  expect(suggestion.tiedWith.map(({ dateOptionId }) => dateOptionId).join()).toBe(tied);
});

test('before anybody has answered nothing is suggested', () => {
  expect(suggestDate(OPTIONS, [voter('Anna@1 ---')], [guest('Gitte ---')])).toBeNull();
  expect(suggestDate([], [voter('Anna@1 yyy')], [])).toBeNull();
});

test('of one day there is nothing that decided', () => {
  expect(suggestDate(OPTIONS.slice(0, 1), [voter('Anna@1 y')], [])).toMatchObject({
    decidedBy: null,
    tiedWith: [],
  });
});

test('a day is told with who cannot', () => {
  const { ranked } = suggestDate(
    OPTIONS,
    ['Anna@1 yny must chair', 'Bo@1 iny left', 'Ida@2 --n'].map(voter),
    [guest('Gitte yn must')],
  )!;
  const of = (id: string) => ranked.find(({ option }) => option.dateOptionId === id);
  expect(of('a')).toMatchObject({
    yes: 1,
    ifNeeded: 1,
    no: 0,
    practices: 1,
    chair: 'can',
    essentialCannot: [],
  });
  expect(of('b')).toMatchObject({
    essentialCannot: ['Gitte', 'Anna'],
    chair: 'cannot',
    leftOutAgain: ['Bo'],
  });
  expect(of('c')).toMatchObject({ essentialSilent: ['Gitte'], practices: 1 });
});
