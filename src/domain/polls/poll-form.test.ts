import { expect, test } from 'vitest';
import { closingOf, lineOfRefusal, occasionsOf, suggestedClosing, typedPollIn } from './poll-form.ts';

const TODAY = '2026-03-02';

test('days are read as people write them, and empty lines are left out', () => {
  const form = new FormData();
  for (const [field, value] of [
    ['day-1', '14-04-2026'],
    ['time-1', '17.00'],
    ['day-3', '15. april 2026'],
    ['time-3', 'kl. 17'],
    ['day-4', 'engang i maj'],
    ['day-5', '3/6'],
    ['time-5', '16'],
    ['time-4', ''],
    ['must', 'anna'],
    ['must', 'bo'],
  ] as const)
    form.append(field, value);
  const typed = typedPollIn(form);
  expect(occasionsOf(typed, TODAY)).toEqual([
    { heldOn: '2026-04-14', startsAt: '17:00' },
    { heldOn: '2026-04-15', startsAt: '17:00' },
    { heldOn: 'engang i maj', startsAt: '' },
    { heldOn: '2026-06-03', startsAt: '16:00' },
  ]);
  expect(typed.musts).toEqual(['anna', 'bo']);
});

test.each([
  [[{ heldOn: '2026-04-14', startsAt: '17:00' }], '2026-03-09'],
  [[{ heldOn: '2026-03-06', startsAt: '17:00' }], '2026-03-05'],
  [[{ heldOn: 'snart', startsAt: '17:00' }], '2026-03-09'],
  [[], '2026-03-09'],
])('of %j the last day to answer is %s', (days, closes) => {
  expect(suggestedClosing(days, TODAY)).toBe(closes);
  expect(closingOf({ closes: '' }, days, TODAY)).toBe(closes);
  expect(closingOf({ closes: '16.3.2026' }, days, TODAY)).toBe('2026-03-16');
  expect(closingOf({ closes: 'snart' }, days, TODAY)).toBe('snart');
});

test.each([
  ['not_a_date', 4],
  ['date_passed', 2],
  ['same_date_twice', 5],
  ['too_many_dates', 1],
])('a refusal of the days because of %s stands at line %i', (refusal, line) => {
  const days = ['14-04-2026 17', '01-03-2026 17', '', 'snart 17', '14.4.2026 17.00'].map((both) => {
    const [day = '', time = ''] = both.split(' ');
    return { day, time };
  });
  expect(lineOfRefusal({ days }, refusal, TODAY)).toBe(line);
});
