import { expect, test } from 'vitest';
import { type Municipality, municipalitiesLike, municipalityNamed } from './municipality.ts';

const ALL: Municipality[] = [
  ['0147', 'Frederiksberg'],
  ['0169', 'Høje-Taastrup'],
  ['0250', 'Frederikssund'],
  ['0573', 'Varde'],
  ['0741', 'Samsø'],
  ['0751', 'Aarhus'],
  ['0813', 'Frederikshavn'],
].map(([code = '', name = '']) => ({ code, name, region: 'Region' }));

test.each([
  ['Varde', '0573'],
  [' varde ', '0573'],
  ['Varde Kommune', '0573'],
  ['Århus', '0751'],
  ['høje taastrup', '0169'],
  ['Samsø Kommune', '0741'],
  ['0573', '0573'],
  ['Vard', undefined],
  ['', undefined],
])('%s is the municipality %s', (text, code) => {
  expect(municipalityNamed(ALL, text)?.code).toBe(code);
});

test('a name that is none is answered with those that begin alike', () => {
  expect(municipalitiesLike(ALL, 'Frederiks').map(({ name }) => name)).toEqual([
    'Frederiksberg',
    'Frederikssund',
    'Frederikshavn',
  ]);
  expect(municipalitiesLike(ALL, 'Frederikssand').map(({ name }) => name)[0]).toBe('Frederikssund');
  expect(municipalitiesLike(ALL, '')).toEqual([]);
});
