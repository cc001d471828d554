import { expect, test } from 'vitest';
import {
  daysOf,
  type FigureOrder,
  isToBeReminded,
  isToBeSent,
  refusalOfSending,
  refusalOfWish,
  typedIn,
  wishOf,
} from './figure-order.ts';

const order = (wish: Partial<FigureOrder> = {}): FigureOrder => ({
  figureOrderId: 'o',
  meetingId: 'm',
  sourceId: 's',
  indicators: ['op1'],
  remark: '',
  sendOn: '2027-01-27',
  wantedOn: '2027-03-14',
  state: 'planned',
  reminders: 0,
  ...wish,
});

test('figures are ordered 60 days before a meeting and wanted 14 days before it', () => {
  expect(daysOf('2027-03-28')).toEqual({ sendOn: '2027-01-27', wantedOn: '2027-03-14' });
  expect(daysOf('2028-03-01')).toEqual({ sendOn: '2028-01-01', wantedOn: '2028-02-16' });
  expect(daysOf(null)).toEqual({ sendOn: null, wantedOn: null });
});

test.each([
  ['with an indicator', {}, null],
  ['without an indicator', { indicators: [] }, 'no_indicator'],
  ['with an indicator that nobody knows', { indicators: ['op1', 'xx9'] }, 'unknown_indicator'],
  ['with too many', { indicators: Array.from({ length: 21 }, () => 'op1') }, 'too_many_indicators'],
  ['with a remark that never ends', { remark: 'a'.repeat(2001) }, 'remark_too_long'],
  ['wanted before it is sent', { wantedOn: '2027-01-01' }, 'wanted_before_sent'],
  ['without days', { sendOn: null, wantedOn: null }, null],
] as const)('a wish %s', (_, wish, refusal) => {
  expect(refusalOfWish(order(wish as Partial<FigureOrder>), new Set(['op1']))).toBe(refusal);
});

test.each([
  [{}, null],
  [{ sourceId: null }, 'no_source'],
  [{ state: 'ordered' }, 'already_sent'],
  [{ state: 'given_up' }, 'already_over'],
] as const)('an order that is %j is sent or refused', (wish, refusal) => {
  expect(refusalOfSending(order(wish))).toBe(refusal);
});

test.each([
  ['2027-01-26', {}, false],
  ['2027-01-27', {}, true],
  ['2027-02-27', {}, true],
  ['2027-03-14', {}, true],
  ['2027-03-15', {}, false],
  ['2027-03-15', { wantedOn: null }, true],
  ['2027-02-27', { sendOn: null }, false],
  ['2027-02-27', { sourceId: null }, false],
  ['2027-02-27', { state: 'received' }, false],
] as const)('on %s an order %j goes by itself: %j', (today, wish, is) => {
  expect(isToBeSent(order(wish), today)).toBe(is);
});

test.each([
  ['2027-02-27', { reminders: 0 }, false],
  ['2027-02-28', { reminders: 0 }, true],
  ['2027-02-28', { reminders: 1 }, false],
  ['2027-03-14', { reminders: 1 }, true],
  ['2027-04-14', { reminders: 2 }, false],
  ['2027-03-14', { state: 'received' }, false],
  ['2027-03-14', { wantedOn: null }, false],
] as const)('on %s a source is reminded of an order %j: %j', (today, wish, is) => {
  expect(isToBeReminded(order({ state: 'ordered', ...wish }), today)).toBe(is);
});

test('a form is read with each indicator once, and with days as Danes write them', () => {
  const form = new FormData();
  for (const key of ['op1', 'op1', 'op2']) form.append('indicator', key);
  form.set('remark', ' Gerne kvartalsvis ');
  form.set('sendOn', '27.1.2027');
  expect(wishOf(typedIn(form))).toEqual({
    sourceId: null,
    indicators: ['op1', 'op2'],
    remark: 'Gerne kvartalsvis',
    sendOn: '2027-01-27',
    wantedOn: null,
  });
  form.set('wantedOn', '31-02-2027');
  expect(wishOf(typedIn(form))).toBe('day_not_understood');
});
