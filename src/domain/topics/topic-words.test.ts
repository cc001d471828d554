import { expect, test } from 'vitest';
import { alikeAmong, stemsOf } from './topic-words.ts';

const EARLIER = [
  'Hvordan trapper vi patienter i opioider ned?',
  'Sovemedicin til ældre på plejehjem',
  'Samarbejdet med kommunens akutfunktion',
  'KOL: hvem skal have inhalationssteroid?',
  'Attester',
  'Børn med langvarig hoste',
].map((sentence) => ({ sentence }));

test.each([
  ['Nedtrapning af opioider hos kroniske smertepatienter', ['Hvordan trapper vi patienter i opioider ned?']],
  ['Ældre og sovemedicin', ['Sovemedicin til ældre på plejehjem']],
  ['Vi skriver for mange attester til kommunen', ['Attester']],
  ['attest', ['Attester']],
  ['Inhalationssteroider ved KOL', ['KOL: hvem skal have inhalationssteroid?']],
  ['Akutfunktionen i kommunen, og hvad vi bruger den til', ['Samarbejdet med kommunens akutfunktion']],
  ['Øjenbetændelse', []],
  ['Hvad gør vi for vores patienter?', []],
  ['', []],
  ['🩺', []],
])('%s is like %j', (sentence, alike) => {
  expect(alikeAmong(sentence, EARLIER).map((other) => other.sentence)).toEqual(alike);
});

test('at most five are shown, the likest first', () => {
  const many = Array.from({ length: 70 }, (_, at) => ({ sentence: `Opioider og smerter nummer ${at}` }));
  const found = alikeAmong('Opioider, smerter', [...many, { sentence: 'Smerter' }]);
  expect(found).toHaveLength(5);
});

test('common words and numbers carry no meaning, endings neither', () => {
  expect(stemsOf('Hvordan bruger vi de 24 henvisninger til fysioterapeuterne?')).toEqual([
    'henvisning',
    'fysioterapeut',
  ]);
});
