import { expect, test } from 'vitest';
import { anIndicator } from '#domain/indicators/indicators.fixtures.ts';
import { measurabilityOf } from './measurable.ts';

const named = (key: string, theme: string, da: string, aliases: string[] = []) =>
  anIndicator({ key, theme, name: { da, en: `${key} in English` }, aliases });
const INDICATORS = [
  named('op1', 'opioider', 'Opioidbrugere', ['N02A', 'Opioidbrugere pr. 1000']),
  named('op2', 'opioider', 'Langtidsbrugere af opioid', ['Opioid over 6 måneder']),
  named('op6', 'opioider', 'Planlagt opfølgning', ['Aftalt opioidkontrol']),
  named('kol2', 'kol', 'Rygestatus ved KOL', ['COPD smoking status']),
  named('dm3', 'diabetes', 'Blodtryk målt ved diabetes'),
  named('fo1', 'forebyggelse', 'Henvisninger pr. praksis', ['Antal henvisninger pr. praksis']),
];
const keysFor = (sentence: string, measure = '', indicators = INDICATORS) => {
  const found = measurabilityOf({ sentence, measure }, indicators);
  return found.by === 'figures' ? found.indicators.map(({ key }) => key) : found.by;
};

test.each([
  ['Hvordan trapper vi opioider ned?', ['op1', 'op2', 'op6']],
  ['Opioidet efter operationen', ['op1', 'op2', 'op6']],
  ['KOL og rygestop', ['kol2']],
  ['Blodtryk: måler vi det hos alle?', ['dm3']],
  ['Flere henvisninger til kommunen', ['fo1']],
  ['Slow-release COPD', ['kol2']],
])('%s can be measured with %j', (sentence, keys) => {
  expect(keysFor(sentence)).toEqual(keys);
});

test('those that share most words come first, and at most six', () => {
  expect(keysFor('Opioid til langtidsbrugere')[0]).toBe('op2');
  const many = Array.from({ length: 70 }, (_, at) => named(`dm${at}`, 'diabetes', `Måling ${at}`));
  expect(keysFor('Diabetes', '', many)).toHaveLength(6);
});

test('what the installation has no figures for is as far as the proposer came', () => {
  expect(keysFor('Trivsel i klinikken')).toBe('unknown');
  expect(keysFor('Trivsel i klinikken', 'Spørgeskema til personalet')).toBe('said');
});

test.each([
  'Kontrol af andel og antal',
  'Sovemedicin i mere end 6 måneder',
  'Kan vi aftale en fælles måde med praksis?',
  '',
])('words that only count or connect tell nothing: %s', (sentence) => {
  expect(keysFor(sentence)).toBe('unknown');
});

test('the measure that was named counts too', () => {
  expect(keysFor('Ældre og smerter', 'Hvor mange får opioid i over 6 måneder')).toContain('op2');
});
