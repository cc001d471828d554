import { expect, test } from 'vitest';
import { mayUndo, type OwnDoing, pageOfAct, type Thing, threeOf } from './thing.ts';

const thing = (kind: Thing['kind'], dueOn: string): Thing => ({ kind, dueOn, about: '', count: 1, path: '' });

test('at most three things are to be done now, the most overdue first', () => {
  const things = [
    thing('agreement_due', '2026-03-05'),
    thing('close_meeting', '2026-03-01'),
    thing('choose_date', '2026-03-01'),
    thing('deadline', '2026-03-09'),
  ];
  expect(threeOf(things).map(({ kind }) => kind)).toEqual(['choose_date', 'close_meeting', 'agreement_due']);
  expect(threeOf([])).toEqual([]);
});

test.each([
  ['order_figures', '/figures'],
  ['venue_numbers', '/venue'],
  ['task', ''],
])('a deadline of the act %s is met on the page “%s”', (act, page) => {
  expect(pageOfAct(act)).toBe(page);
});

test('an order that went by itself can be taken back once; a letter cannot', () => {
  const doing: OwnDoing = {
    ownDoingId: 'd',
    act: 'figures_ordered',
    meetingId: null,
    meetingTitle: null,
    facts: {},
    at: new Date(0),
    undoneAt: null,
  };
  expect(mayUndo(doing)).toBe(true);
  expect(mayUndo({ ...doing, undoneAt: new Date(1) })).toBe(false);
  expect(mayUndo({ ...doing, act: 'measured_again' })).toBe(false);
});
