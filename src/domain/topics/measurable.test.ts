import { expect, test } from 'vitest';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import { measurabilityOf } from './measurable.ts';

const indicators = await readIndicators('indicators');
const keysFor = (sentence: string, measure = '') => {
  const found = measurabilityOf({ sentence, measure }, indicators);
  return found.by === 'figures' ? found.indicators.map(({ key }) => key) : found.by;
};

test.each([
  ['Hvordan trapper vi opioider ned?', 'op1'],
  ['Brug af fluconazol til unge kvinder', 'fl1'],
  ['Diabetes: får alle undersøgt fødderne?', 'dm3'],
  ['KOL og rygestop', 'kol2'],
  ['Hvor mange henviser vi til kommunen? Henvisninger til forebyggelse', 'fo1'],
])('%s can be measured with %s', (sentence, key) => {
  expect(keysFor(sentence)).toContain(key);
});

test('at most six are named', () => {
  expect(keysFor('Diabetes')).toHaveLength(6);
});

test('what the installation has no figures for is as far as the proposer came', () => {
  expect(keysFor('Trivsel i klinikken')).toBe('unknown');
  expect(keysFor('Trivsel i klinikken', 'Spørgeskema til personalet')).toBe('said');
  expect(keysFor('Kontrol af andel og antal')).toBe('unknown');
});

test('the measure that was named counts too', () => {
  expect(keysFor('Ældre og smerter', 'Hvor mange får opioid i over 6 måneder')).toContain('op2');
});
