import { expect, test } from 'vitest';
import { type AccessState, accessStateOf, type ClinicKind, idIn, isDecider } from './figure-access.ts';

const AT = new Date('2026-03-02T10:00:00Z');
const opened = { openedAt: AT, endedAt: null };
const never = { openedAt: null, endedAt: null };
const closed = { openedAt: AT, endedAt: AT };
const nobodyElse = { traineesSee: false, staffSee: false };

test.each<[ClinicKind, object, object, AccessState]>([
  ['doctor', never, nobodyElse, 'unopened'],
  ['doctor', opened, nobodyElse, 'open'],
  ['doctor', closed, { traineesSee: true, staffSee: true }, 'closed'],
  ['trainee', never, { traineesSee: true, staffSee: true }, 'unopened'],
  ['trainee', opened, { traineesSee: false, staffSee: true }, 'not_for_trainees'],
  ['trainee', opened, { traineesSee: true, staffSee: false }, 'open'],
  ['staff', opened, { traineesSee: true, staffSee: false }, 'not_for_staff'],
  ['staff', opened, { traineesSee: false, staffSee: true }, 'open'],
  ['staff', closed, { traineesSee: false, staffSee: true }, 'closed'],
])('to a %s of %j, at a practice of %j, the figures are %s', (kind, access, practice, state) => {
  const whole = { kind, ...never, ...nobodyElse, ...access, ...practice };
  expect(accessStateOf(whole)).toBe(state);
});

test.each<[ClinicKind, AccessState, boolean]>([
  ['doctor', 'open', true],
  ['doctor', 'closed', false],
  ['doctor', 'unopened', false],
  ['trainee', 'open', false],
  ['staff', 'open', false],
])('a %s to whom the figures are %s decides: %s', (kind, state, expected) => {
  expect(isDecider({ kind, state })).toBe(expected);
});

test.each([
  '',
  'x',
  null,
  undefined,
  7,
  '0f8fad5b-d9cb-469f-a165-70867728950E',
  '0f8fad5b-d9cb-469f-a165-70867728950e;',
])('%s is no id', (value) => {
  expect(idIn(value)).toBeNull();
});

test('an id is an id', () => {
  expect(idIn('0f8fad5b-d9cb-469f-a165-70867728950e')).toBe('0f8fad5b-d9cb-469f-a165-70867728950e');
});
