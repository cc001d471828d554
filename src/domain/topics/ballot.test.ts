import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ballotOf,
  dayAfter,
  daysBetween,
  dotsOn,
  malformedIn,
  refusalOfBallot,
  refusalOfOpening,
  typedBallotIn,
} from './ballot.ts';

const vote = { dots: 5, isOpen: true, choices: ['a', 'b', 'c'] };
const typed = (dots: Record<string, string>, helps: string[] = []) => ({ dots, helps });

test.each([
  ['spread', { a: '2', b: '3' }, null],
  ['all on one', { a: '5', b: '', c: '0' }, null],
  ['fewer than there are', { a: '1' }, null],
  ['none, which takes the ballot back', {}, null],
  ['one too many', { a: '3', b: '3' }, 'too_many_dots'],
  ['far too many', { a: '9999' }, 'too_many_dots'],
  ['less than none', { a: '-1' }, 'dots_malformed'],
  ['half a dot', { a: '1,5' }, 'dots_malformed'],
  ['a word', { a: 'to' }, 'dots_malformed'],
  ['on what is no choice', { d: '1' }, 'not_a_choice'],
] as const)('dots %s: %#', (_how, dots, refusal) => {
  expect(refusalOfBallot(vote, typed(dots))).toBe(refusal);
});

test('a vote that is over or not there takes no dots, whatever was typed', () => {
  expect(refusalOfBallot({ ...vote, isOpen: false }, typed({ a: 'x' }))).toBe('vote_closed');
  expect(refusalOfBallot(null, typed({ a: '1' }))).toBe('no_such_vote');
});

test('help is offered with a topic of the vote only', () => {
  expect(refusalOfBallot(vote, typed({}, ['a']))).toBeNull();
  expect(refusalOfBallot(vote, typed({ a: '1' }, ['z']))).toBe('not_a_choice');
});

test('whatever is taken is never above the dots of the vote, nor outside its choices', () => {
  const field = fc.oneof(
    fc.integer({ min: -2, max: 8 }).map(String),
    fc.constantFrom('', ' ', 'x', '01', '1e1'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), field), (dots) => {
      if (refusalOfBallot(vote, typed(dots)) !== null) return;
      const ballot = ballotOf(typed(dots))!;
      expect(dotsOn(ballot)).toBeLessThanOrEqual(5);
      expect([...ballot.keys()].every((topicId) => vote.choices.includes(topicId))).toBe(true);
      expect([...ballot.values()].every((placed) => Number.isInteger(placed) && placed > 0)).toBe(true);
    }),
  );
});

test('a form brings dots as they were typed, and who wants to help', () => {
  const form = new FormData();
  form.set('dots:a', ' 2 ');
  form.set('dots:b', 'x');
  form.set('dots:', '1');
  form.set('help:b', 'on');
  form.set('command', 'c');
  expect(typedBallotIn(form)).toEqual(typed({ a: '2', b: 'x' }, ['b']));
  expect(malformedIn(typedBallotIn(form))).toEqual(['b']);
});

const opening = { dots: 5, topicIds: ['a', 'b'], closesOn: '2026-03-16' };
const now = { today: '2026-03-02', proposed: ['a', 'b', 'c'] };
test.each([
  ['as usual', {}, null],
  ['closing today', { closesOn: '2026-03-02' }, null],
  ['one topic', { topicIds: ['a'] }, 'too_few_choices'],
  ['a topic that is decided', { topicIds: ['a', 'z'] }, 'choice_decided'],
  ['no dots', { dots: 0 }, 'dots_out_of_range'],
  ['eleven dots', { dots: 11 }, 'dots_out_of_range'],
  ['half a dot', { dots: 2.5 }, 'dots_out_of_range'],
  ['dots that are no number', { dots: Number.NaN }, 'dots_out_of_range'],
  ['no such day', { closesOn: null }, 'day_malformed'],
  ['yesterday', { closesOn: '2026-03-01' }, 'day_passed'],
  ['in 90 days', { closesOn: '2026-05-31' }, null],
  ['in 91 days', { closesOn: '2026-06-01' }, 'day_too_late'],
] as const)('a vote opened %s: %#', (_how, wish, refusal) => {
  expect(refusalOfOpening({ ...opening, ...wish }, now)).toBe(refusal);
});

test('days are counted on the calendar, also where a clock changes', () => {
  expect(daysBetween('2027-03-27', '2027-03-29')).toBe(2);
  expect(dayAfter('2027-10-30', 2)).toBe('2027-11-01');
});
