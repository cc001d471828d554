import { expect, test } from 'vitest';
import type { MeetingPackage } from './package.ts';
import { draftOf, EDIT_PARTS, type EditPart, partOfField, rowsNameOf } from './package-draft.ts';
import { arranged, changeOf, draftIn } from './package-form.ts';
import { parsePackage } from './package-schema.ts';
import { aPackage, aPart } from './packages.fixtures.ts';

const whole = aPackage({
  background: 'Først.\n\n- et\n- to',
  remarks: ['Pas på.', 'Og på det.'],
  preparation: ['Tæl.'],
  guests: ['En gæst'],
  preMeeting: { minutes: 30, points: ['Gå programmet igennem.'] },
  indicators: ['op1'],
  agreements: [
    { what: 'Vi tæller.', measure: 'Tal.', indicator: 'op1', months: [6, 12] },
    { what: 'Vi taler.', measure: 'Hænder.', indicator: null, months: [3] },
  ],
  programme: [aPart({ title: 'Gæsten', isForGuest: true }), aPart({ minutes: 10, kind: 'agreements' })],
  deadlines: [
    { act: 'task', days: 5, title: 'Ring' },
    { act: 'task', days: -5, title: 'Skriv' },
    { act: 'send_invitation', days: 0, title: 'Send' },
    { act: 'minutes', days: 2, title: 'Referat' },
  ],
  texts: { invitation: 'Kom.', venue: 'Lokale.', guest: 'Tak.', followUp: 'Farvel.' },
  speakerBrief: 'Fortæl.',
});

/** The form that a page would send of a part. */
function sent(part: EditPart, of: MeetingPackage, more: Record<string, string> = {}): FormData {
  const { chosen, fields, rows } = draftOf(part, of);
  const form = new FormData();
  for (const [name, text] of Object.entries(fields)) form.set(name, text);
  for (const [at, row] of rows.entries())
    for (const [field, text] of Object.entries(row)) form.set(`${rowsNameOf(part)}.${at}.${field}`, text);
  for (const key of chosen) form.append('indicators', key);
  for (const [name, text] of Object.entries(more)) form.set(name, text);
  return form;
}
const changedBy = (part: EditPart, more: Record<string, string> = {}) =>
  changeOf(part, draftIn(part, sent(part, whole, more)));

test.each(EDIT_PARTS)('the page of %s, sent as it was shown, changes nothing', (part) => {
  expect(parsePackage({ ...whole, ...changedBy(part) }, new Set(['op1']))).toEqual({ package: whole });
});

test('the parts together hold every field but the name, the version, the author and the questionnaire', () => {
  const held = EDIT_PARTS.flatMap((part) => Object.keys(changedBy(part)));
  const rest = [
    'author',
    'checkedBy',
    'isWellbeing',
    'key',
    'nextReview',
    'questionnaireDays',
    'questions',
    'version',
  ];
  expect([...held, ...rest].sort()).toEqual(Object.keys(whole).sort());
});

test.each([
  ['programme.2.minutes', 'programme'],
  ['minutes', 'programme'],
  ['agreements.0.what', 'figures'],
  ['speakerBrief', 'texts'],
  ['texts.guest', 'texts'],
  ['guests', 'about'],
])('%s is mended on the page of %s', (field, part) => {
  expect(partOfField(field)).toBe(part);
});

test('a new row is taken in, and an empty one left out', () => {
  const { programme, minutes } = changedBy('programme', {
    'programme.2.title': 'Kaffe',
    'programme.2.minutes': '15',
    'programme.2.kind': 'meal',
    'programme.3.title': '',
    'programme.3.kind': 'talk',
  });
  expect(programme).toMatchObject([{ title: 'Gæsten' }, { title: 'Oplæg' }, { title: 'Kaffe', minutes: 15 }]);
  expect(minutes).toBe(45);
});

test('minutes that are no number stay as they were typed, to be refused', () => {
  const change = changedBy('programme', { 'programme.0.minutes': 'et kvarter' });
  expect(change).toMatchObject({ programme: [{ minutes: 'et kvarter' }, {}] });
  expect(change).not.toHaveProperty('minutes');
});

test('on which side of the meeting an act lies is known, except of one that is free', () => {
  expect(
    changedBy('deadlines', { 'deadlines.3.side': 'before', 'deadlines.0.side': 'before' }),
  ).toMatchObject({
    deadlines: [{ days: -5 }, { days: -5 }, { days: 0 }, { days: 2 }],
  });
});

test('lists are lines, with or without a hyphen, and no pre-meeting is none', () => {
  const change = changedBy('about', {
    remarks: '- Et\n\n• To\n Tre ',
    'preMeeting.points': '',
    'preMeeting.minutes': '',
    startsAt: '16.30',
  });
  expect(change).toMatchObject({ remarks: ['Et', 'To', 'Tre'], preMeeting: null, startsAt: '16:30' });
});

const rows = ['a', 'b', 'c'].map((title) => ({ title }));
test.each([
  ['up.1', 'bac'],
  ['up.0', 'abc'],
  ['down.0', 'bac'],
  ['down.2', 'abc'],
  ['out.1', 'ac'],
  ['out.7', 'abc'],
  ['burn.1', 'abc'],
  ['up', 'abc'],
  ['', 'abc'],
])('rows after %j', (wish, order) => {
  expect(
    arranged(rows, wish)
      .map(({ title }) => title)
      .join(''),
  ).toBe(order);
});
