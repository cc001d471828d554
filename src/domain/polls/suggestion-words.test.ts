import { expect, test } from 'vitest';
import { decisionText, standingText } from './suggestion.text.ts';
import type { Standing } from './suggestion.ts';

const option = { dateOptionId: 'a', heldOn: '2026-04-14', startsAt: '17:00:00', addedAt: new Date(0) };
const standing: Standing = {
  option,
  yes: 9,
  ifNeeded: 2,
  no: 1,
  practices: 7,
  essentialCannot: [],
  essentialSilent: [],
  chair: 'can',
  leftOutAgain: [],
};
const whole = { practices: 8, hasEssentials: true };

test.each([
  [
    {},
    'Alle, der skal med, kan, mødelederen kan, og 7 af 8\u00a0praksisser er med (9 ja, 2 hvis nødvendigt).',
  ],
  [
    { essentialCannot: ['Gitte'], chair: 'cannot' },
    'Gitte kan ikke, mødelederen kan ikke, og 7 af 8\u00a0praksisser er med (9 ja, 2 hvis nødvendigt).',
  ],
  [
    { essentialSilent: ['Anna', 'Bo'], chair: 'none', leftOutAgain: ['Ida'] },
    'Anna og Bo har ikke svaret, 7 af 8\u00a0praksisser er med, og Ida kunne heller ikke sidst (9 ja, 2 hvis nødvendigt).',
  ],
] as const)('a day is told in one Danish sentence: %j', (wish, sentence) => {
  expect(standingText('da', { ...standing, ...wish } as Standing, whole)).toBe(sentence);
});

test('a day is told in one English sentence', () => {
  expect(standingText('en', { ...standing, essentialSilent: ['Anna'] }, whole)).toBe(
    'Anna has not answered, the chair can, and 7 of 8\u00a0practices are represented (9 yes, 2 if needed).',
  );
});

test('days that stand equal are told', () => {
  const tie = { ranked: [standing], decidedBy: 'earlier', tiedWith: [option] } as const;
  expect(decisionText('da', { ...tie, ranked: [...tie.ranked], tiedWith: [...tie.tiedWith] })).toBe(
    'Den står lige med tirsdag den 14.\u00a0april 2026 kl.\u00a017.00. Den tidligste foreslås.',
  );
  expect(decisionText('en', { ranked: [standing], decidedBy: null, tiedWith: [] })).toBe(
    'It is the only date.',
  );
});
