import { expect, test } from 'vitest';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { type Asking, askedLately, asksAlike } from './asked-lately.ts';

const SURE = aQuestion({ key: 'tryg', type: 'scale', scale: 'confidence', question: 'Hvor tryg er du?' });
const MORE = aQuestion({ key: 'mere', type: 'long_text', question: 'Hvad mere?' });

function asking(stated: Partial<Asking> = {}): Asking {
  return {
    ...{ questionnaireRoundId: 'this', meetingId: 'here', purpose: 'topic', isNamed: false },
    definition: { title: 'Før mødet', intro: '', isWellbeing: false, questions: [SURE, MORE] },
    ...{ asks: 'everybody', partnerId: null, opensOn: null, closesOn: null, countedOn: null },
    state: 'planned',
    ...stated,
  };
}
const counted = (stated: Partial<Asking> = {}) =>
  asking({ questionnaireRoundId: 'other', state: 'counted', countedOn: '2026-03-01', ...stated });
const only = (question: typeof SURE) => ({ definition: { ...asking().definition, questions: [question] } });

test.each<[string, Asking, string | null]>([
  ['doctors first and then everybody', counted({ asks: 'doctors' }), '2026-03-29'],
  ['whoever was at a meeting', counted({ asks: 'attendees', meetingId: 'there' }), '2026-03-29'],
  ['one that is open', counted({ state: 'open', countedOn: null, closesOn: '2026-03-20' }), '2026-04-17'],
  ['with names', counted({ isNamed: true }), '2026-03-29'],
  [
    'with names, and too few',
    counted({ isNamed: true, state: 'dropped', countedOn: null, closesOn: '2026-03-01' }),
    '2026-03-29',
  ],
  ['a partner’s people alone', counted({ asks: 'nobody', partnerId: 'municipality' }), null],
  ['what was deleted unread', counted({ state: 'dropped', countedOn: null, closesOn: '2026-03-01' }), null],
  ['what was taken back', counted({ state: 'taken_back', countedOn: null, closesOn: '2026-03-20' }), null],
  ['what is only planned', counted({ state: 'planned', countedOn: null, closesOn: '2026-03-20' }), null],
  ['four weeks ago', counted({ countedOn: '2026-02-05' }), null],
  ['almost four weeks ago', counted({ countedOn: '2026-02-06' }), '2026-03-06'],
  ['another question', counted(only({ ...SURE, key: 'ny', question: 'Hvor tit?' })), null],
  ['words of one’s own alone', counted(only(MORE)), null],
  ['itself', counted({ questionnaireRoundId: 'this' }), null],
])('the same asked again of the same people waits, or does not: %s', (_, other, from) => {
  expect(askedLately(asking(), { others: [other], on: '2026-03-05' })?.from ?? null).toBe(from);
});

test('a partner is asked the same again by and by, and another partner at once', () => {
  const ofPartner = { asks: 'nobody', partnerId: 'municipality' } as const;
  const again = (partnerId: string) =>
    askedLately(asking({ ...ofPartner, partnerId }), { others: [counted(ofPartner)], on: '2026-03-05' });
  expect(again('municipality')?.from).toBe('2026-03-29');
  expect(again('hospital')).toBeNull();
});

test('people who are on two lists are one group', () => {
  const round = asking({ asks: 'nobody', partnerId: 'hospital' });
  const before = counted({ asks: 'nobody', partnerId: 'municipality' });
  const reached = ['hospital', 'municipality'];
  const at = { others: [before], on: '2026-03-05' };
  expect(askedLately(round, at)).toBeNull();
  expect(askedLately(round, { ...at, reached })?.from).toBe('2026-03-29');
  expect(askedLately(round, { ...at, others: [counted()], reached: ['hospital', 'members'] })).not.toBeNull();
});

test('one meeting is evaluated once, and the next as soon as it is held', () => {
  const evaluation = { purpose: 'evaluation', asks: 'attendees' } as const;
  const before = counted(evaluation);
  expect(
    askedLately(asking({ ...evaluation, meetingId: 'next' }), { others: [before], on: '2026-03-05' }),
  ).toBeNull();
  expect(askedLately(asking(evaluation), { others: [before], on: '2026-03-05' })?.from).toBe('2026-03-29');
  expect(askedLately(asking({ meetingId: 'next' }), { others: [before], on: '2026-03-05' })?.from).toBe(
    '2026-03-29',
  );
});

test('of several the one that holds longest is told', () => {
  const others = [counted(), counted({ questionnaireRoundId: 'last', countedOn: '2026-03-04' }), counted()];
  expect(askedLately(asking(), { others, on: '2026-03-05' })).toMatchObject({
    other: { questionnaireRoundId: 'last' },
    from: '2026-04-01',
  });
});

const CHOICE = aQuestion({ key: 'hvem', type: 'single', question: 'Hvem?', options: ['Læge', 'Personale'] });
test.each<[string, typeof SURE, typeof SURE, boolean]>([
  ['other capitals and signs', SURE, { ...SURE, key: 'q-1', question: 'HVOR tryg, er du' }, true],
  ['one word more under the same name', SURE, { ...SURE, question: 'Hvor tryg er du nu?' }, true],
  ['a hint, a condition, another side', SURE, { ...SURE, hint: 'Kort', isReversed: true }, true],
  ['another scale', SURE, { ...SURE, scale: 'agreement' }, false],
  ['something else under the same name', SURE, { ...SURE, question: 'Hvor tit ser du dem?' }, false],
  ['options in another order', CHOICE, { ...CHOICE, options: ['Personale', 'læge'] }, true],
  ['an option more', CHOICE, { ...CHOICE, options: ['Læge', 'Personale', 'Ingen'] }, true],
  ['other options', CHOICE, { ...CHOICE, options: ['Kommunen', 'Region'] }, false],
])('two questions ask alike, or not: %s', (_, one, other, is) => {
  expect(asksAlike(one, other)).toBe(is);
});
