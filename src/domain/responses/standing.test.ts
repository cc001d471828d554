import { expect, test } from 'vitest';
import { aQuestionnaire } from '#domain/questionnaires/questionnaires.fixtures.ts';
import type { RoundState } from './round.ts';
import { typedOf, typedRoundIn, wishOf } from './round-wish.ts';
import { hasEnough, lastDayToProlong, standingOf, totalOf } from './standing.ts';

const definition = aQuestionnaire();
const TODAY = '2026-03-10';

test.each([
  ['planned', null, null, 0, 'waits_for_day'],
  ['planned', '2026-03-12', '2026-03-20', 0, 'planned'],
  ['planned', '2026-03-01', '2026-03-09', 0, 'missed'],
  ['open', '2026-03-01', '2026-03-10', 0, 'open'],
  ['open', '2026-03-01', '2026-03-09', 5, 'counting'],
  ['open', '2026-03-01', '2026-03-09', 4, 'too_few'],
  ['counted', '2026-03-01', '2026-03-09', 5, 'counted'],
  ['dropped', '2026-03-01', '2026-03-09', 4, 'dropped'],
  ['dropped', '2026-03-01', '2026-03-09', 5, 'unreadable'],
  ['taken_back', '2026-03-01', '2026-03-09', 0, 'taken_back'],
] as const)(
  '%s from %s to %s with %i answers stands as: %5$s',
  (state, opensOn, closesOn, answered, standing) => {
    const round = { definition, state: state as RoundState, opensOn, closesOn };
    expect(standingOf(round, { member: { asked: 9, answered } }, TODAY)).toBe(standing);
  },
);

test('enough is five of one party, and about wellbeing ten', () => {
  const five = { asked: 9, answered: 5 };
  expect(hasEnough(definition, { member: { asked: 9, answered: 4 }, partner: five })).toBe(true);
  expect(hasEnough({ isWellbeing: true }, { member: five })).toBe(false);
  expect(totalOf({ member: five, partner: five })).toEqual({ asked: 18, answered: 10 });
  expect(lastDayToProlong('2026-03-09')).toBe('2026-03-23');
});

test('what a form shows is read again as it was', () => {
  const wish = {
    asks: 'everybody',
    partnerId: null,
    isNamed: true,
    opensOn: '2026-03-12',
    closesOn: '2026-03-20',
  } as const;
  const form = new FormData();
  for (const [name, value] of Object.entries(typedOf(wish))) form.set(name, value);
  const usual = { opensOn: null, closesOn: null };
  expect(wishOf(typedRoundIn(form), usual, TODAY)).toEqual(wish);
});
