import { expect, test } from 'vitest';
import { gapsBeforeClosing } from './closing.ts';
import { bothOf, fateOf, type ResolutionWish, refusalOfResolution, tidied } from './minutes.ts';

test.each([
  ['nothing was changed', 'a', 'a', 'a', 'same'],
  ['something was written', 'a', 'b', 'a', 'store'],
  ['all was taken out', 'a', '', 'a', 'store'],
  ['somebody else wrote, and this one did not', 'a', 'a', 'b', 'same'],
  ['both wrote the same', 'a', 'b', 'b', 'same'],
  ['both wrote', 'a', 'b', 'c', 'conflict'],
  ['both began on nothing', '', 'b', 'c', 'conflict'],
] as const)('when %s', (_, was, typed, now, fate) => {
  expect(fateOf({ was, typed, now })).toBe(fate);
});

test('a browser’s line endings change nothing', () => {
  expect(tidied('et\r\nto\rtre\n\n')).toBe('et\nto\ntre');
});

test.each([
  ['mit', 'dit', 'dit\n\nmit'],
  ['dit og mit', 'dit', 'dit og mit'],
  ['dit', 'dit og mit', 'dit og mit'],
  ['mit', '', 'mit'],
])('"%s" beside "%s" is "%s"', (typed, now, both) => {
  expect(bothOf({ typed, now })).toBe(both);
});

const action = (of: Partial<ResolutionWish> = {}): ResolutionWish => ({
  kind: 'action',
  sentence: 'Skriv til kommunen',
  owner: 'Anna',
  ownerId: null,
  dueOn: null,
  agendaItemId: null,
  ...of,
});

test.each([
  ['with an owner', {}, null],
  ['of a member', { owner: '', ownerId: 'm' }, null],
  ['of nobody', { owner: '' }, 'owner_missing'],
  ['without words', { sentence: '' }, 'sentence_missing'],
  ['with too many', { sentence: 'a'.repeat(601) }, 'sentence_too_long'],
  ['by no day', { dueOn: undefined }, 'day_not_understood'],
] as const)('an action %s', (_, of, refusal) => {
  expect(refusalOfResolution(action(of))).toBe(refusal);
});

test('a decision needs nobody', () => {
  expect(refusalOfResolution(action({ kind: 'decision', owner: '' }))).toBeNull();
});

const facts = {
  state: 'held',
  heldOn: '2027-04-13',
  today: '2027-04-14',
  present: 12,
  agreements: 1,
  noAgreement: '',
  isWritten: true,
} as const;
test.each([
  ['everything', {}, []],
  ['attendance', { present: 0 }, ['attendance_missing']],
  ['an agreement', { agreements: 0 }, ['agreement_missing']],
  ['an agreement, for a reason', { agreements: 0, noAgreement: 'Vi talte om spilleregler.' }, []],
  ['an agreement, for no reason', { agreements: 0, noAgreement: '  ' }, ['agreement_missing']],
  ['words', { isWritten: false }, ['nothing_written']],
  ['its day', { today: '2027-04-12', present: 0 }, ['not_yet', 'attendance_missing']],
] as const)('a meeting that lacks %s', (_, of, gaps) => {
  expect(gapsBeforeClosing({ ...facts, ...of }).map(({ gap }) => gap)).toEqual(gaps);
});
