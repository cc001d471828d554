import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '#domain/questionnaires/question.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { besideOfChange, besideOfSides } from './beside.ts';
import { besideMessage } from './change-message.text.ts';
import { besideNotes, besideTable } from './change-table.text.ts';
import { changesOf } from './changes.ts';
import { resultChart, resultTable } from './result-chart.text.ts';
import { resultMessage } from './result-message.text.ts';
import { binText, sourceText } from './result-words.text.ts';
import { answersOf, aResult } from './results.fixtures.ts';
import { sidesOf } from './sides.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const SCALE = aQuestion({ key: 's', type: 'scale', scale: 'confidence' });
const TEN = aQuestion({
  key: 't',
  type: 'scale',
  scale: 'one_to_ten',
  lowLabel: 'Slet ikke',
  highLabel: 'Meget',
});
const SINGLE = aQuestion({ key: 'e', type: 'single', options: ['Lægen', 'Begge', 'Andre'] });
const MATRIX = aQuestion({ key: 'm', type: 'matrix', scale: 'knowledge', rows: ['Rygestop', 'KOL-hold'] });
const NUMBER = aQuestion({ key: 'n', type: 'number', unit: 'gange', min: 0, max: 100 });
const TEXT = aQuestion({ key: 'x', type: 'long_text' });
const steps = (first: string, second: string, count: number): Answer[] =>
  Array<Answer>(count).fill({ 0: first, 1: second });

describe('What the answers say', () => {
  test.each<[string, Question, readonly Answer[], string]>([
    ['a yes/no', aQuestion(), answersOf({ yes: 12, no: 8 }), '12 af 20 (60 %) svarede ja (39–78 %).'],
    ['an option of most', SINGLE, answersOf({ 0: 12, 1: 8 }), 'De fleste valgte ”Lægen”: 12 af 20 (60 %).'],
    [
      'an option of not half',
      SINGLE,
      answersOf({ 0: 8, 1: 7, 2: 5 }),
      'Flest valgte ”Lægen”: 8 af 20 (40 %).',
    ],
    ['a tie', SINGLE, answersOf({ 0: 4, 1: 4 }), 'Lige mange valgte ”Lægen” og ”Begge”: 4 af 8 (50 %) hver.'],
    [
      'a scale',
      SCALE,
      answersOf({ 2: 5, 4: 4, 5: 1 }),
      '5 af 10 (50 %) svarede ”Tryg” eller ”Meget tryg” (24–76 %).',
    ],
    ['a numbered scale', TEN, answersOf({ 9: 3, 10: 2 }), '5 af 5 (100 %) svarede 9 eller 10 (57–100 %).'],
    [
      'a matrix',
      MATRIX,
      steps('4', '1', 6),
      'Flest svarede ”Kender nogenlunde” eller ”Kender godt” til ”Rygestop”: 6 af 6 (100 %). Færrest til ”KOL-hold”: 0 af 6 (0 %).',
    ],
    [
      'rows alike',
      MATRIX,
      steps('4', '3', 6),
      'Til alle linjer svarede lige stor en del ”Kender nogenlunde” eller ”Kender godt”: 6 af 6 (100 %).',
    ],
    ['a few numbers', NUMBER, answersOf({ 3: 3, 12: 4 }, true), 'Midten af svarene er 12 gange.'],
    [
      'numbers',
      NUMBER,
      answersOf({ 3: 6, 12: 6 }, true),
      'Midten af svarene er 8 gange, og den midterste halvdel ligger mellem 3 og 12 gange.',
    ],
    ['texts', TEXT, answersOf({ ord: 6 }), '6 har skrevet et svar.'],
    [
      'too few',
      SCALE,
      answersOf({ 1: 3 }),
      'For få har svaret til, at svarene kan vises. Der skal være mindst 5.',
    ],
  ])('to %s', (_, question, answers, message) => {
    const result = aResult([[question, answers]]);
    expect(plain(resultMessage('da', result, result.questions[0]!))).toBe(message);
    expect(resultMessage('en', result, result.questions[0]!)).toMatch(/\.$/);
  });

  test('about wellbeing in words of one’s own is never shown, and it is said', () => {
    const result = aResult([[TEXT, answersOf({ ord: 30 })]], { isWellbeing: true });
    expect(resultMessage('da', result, result.questions[0]!)).toContain('aldrig vist i et skema om trivsel');
  });

  test('is not drawn, nor written as a table, where it may not be shown', () => {
    const [hidden] = aResult([[SCALE, answersOf({ 1: 4 })]]).questions;
    expect([resultChart('da', hidden!), resultTable('da', hidden!)]).toEqual([null, null]);
  });

  test('comes from whom, when and how many', () => {
    const result = aResult([[SCALE, answersOf({ 1: 9 })]], { title: 'Opioider', respondents: 12 });
    const source = { countedOn: '2027-03-05', invited: 31, partner: null };
    expect(plain(sourceText('da', result, source, result.questions[0]!))).toBe(
      'Spørgeskemaet ”Opioider”. Klyngens medlemmer. Talt op 5. marts 2027. 12 af 31 har svaret. På dette spørgsmål 9 af 12, der fik det. Ved bjælkerne står antal svar og andel. Stregen viser, hvor langt tilfældet rækker (95 %).',
    );
    expect(
      sourceText('en', { ...result, party: 'partner' }, { ...source, invited: null, partner: 'Nordby' }),
    ).toContain('Nordby. Counted on 5\u00a0March 2027. 12 have answered.');
  });

  test.each([
    [{ from: 10, below: 20 }, '10–19 gange'],
    [{ from: 90, below: 100 }, '90–100 gange'],
    [{ from: 4, below: 5 }, '4 gange'],
    [{ from: 0.2, below: 0.4 }, '0,2–0,4 gange'],
    [{ from: 5000, below: null }, '5.000 gange og mere'],
  ])('in the bin %j is written %s', (bin, written) => {
    expect(plain(binText('da', bin, NUMBER))).toBe(written);
  });
});

describe('What has changed', () => {
  const messageOf = (question: Question, before: readonly Answer[], after: readonly Answer[]) => {
    const [change] = changesOf({
      before: aResult([[question, before]]),
      after: aResult([[question, after]]),
    }).questions;
    return plain(besideMessage('da', besideOfChange(change!), { before: 'Før', after: 'Efter' }));
  };

  test.each<[string, Question, readonly Answer[], readonly Answer[], string]>([
    [
      'a yes',
      aQuestion(),
      answersOf({ yes: 5, no: 15 }),
      answersOf({ yes: 17, no: 3 }),
      'Tydelig ændring. ”Ja” går fra 25 % til 85 %.',
    ],
    [
      'a yes by chance',
      aQuestion(),
      answersOf({ yes: 8, no: 12 }),
      answersOf({ yes: 11, no: 9 }),
      'Kan være tilfældigt. ”Ja”: 40 % før og 55 % efter.',
    ],
    [
      'a scale that moved below its upper steps',
      SCALE,
      answersOf({ 1: 20 }),
      answersOf({ 3: 20 }),
      'Tydelig ændring: svarene ligger højere på skalaen end før.',
    ],
    [
      'too few',
      aQuestion(),
      answersOf({ yes: 4 }),
      answersOf({ yes: 11, no: 9 }),
      'For få svar til at sammenligne de to runder.',
    ],
    [
      'options',
      SINGLE,
      answersOf({ 0: 18, 1: 2 }),
      answersOf({ 0: 2, 1: 18 }),
      'Tydelig ændring. ”Lægen” går fra 90 % til 10 % og ”Begge” går fra 10 % til 90 %.',
    ],
    [
      'a scale below its upper steps',
      SCALE,
      answersOf({ 1: 15, 4: 1 }),
      answersOf({ 3: 15, 4: 1 }),
      'Tydelig ændring: svarene ligger højere på skalaen end før.',
    ],
    [
      'numbers',
      NUMBER,
      answersOf({ 72: 12 }, true),
      answersOf({ 12: 12 }, true),
      'Tydelig ændring: tallene er lavere end før. Midten: 72 gange før og 12 gange efter.',
    ],
    [
      'a row',
      MATRIX,
      steps('1', '1', 12),
      steps('4', '1', 12),
      'Tydelig ændring. ”Rygestop” (”Kender nogenlunde” eller ”Kender godt”): 0 % før og 100 % efter.',
    ],
  ])('of %s', (_, question, before, after, message) => {
    expect(messageOf(question, before, after)).toBe(message);
  });

  test('of both sides is said by their names', () => {
    const mirrored = aQuestion({ ...SCALE, partnerQuestion: 'Hvor trygge er de?' });
    const members = aResult([[mirrored, answersOf({ 4: 8, 5: 7 })]]);
    const partner = aResult([[mirrored, answersOf({ 1: 4, 2: 6 })]], { party: 'partner' });
    const [sides] = sidesOf(members, partner).questions;
    const beside = besideOfSides(sides!);
    expect(plain(besideMessage('da', beside, { before: 'Nordby Kommune', after: 'medlemmer' }))).toBe(
      'Tydelig forskel. ”Tryg” eller ”Meget tryg”: medlemmer 100 %, Nordby Kommune 0 %.',
    );
    expect(besideTable('da', beside)!.columns).toEqual([
      'Svar',
      'Medlemmer',
      'Samarbejdspartner',
      'Forskel',
      'Vurdering',
    ]);
    expect(besideNotes('da', beside)).toContain('tydelig forskel” højst 1 ud af 20 gange');
  });

  test('by pairs is said to be', () => {
    const pairs = new Map([['s', Array(8).fill(['3', '4']) as [Answer, Answer][]]]);
    const [before, after] = [
      aResult([[SCALE, answersOf({ 3: 8 })]]),
      aResult([[SCALE, answersOf({ 4: 8 })]]),
    ];
    const beside = besideOfChange(changesOf({ before, after, pairs }).questions[0]!);
    expect(besideNotes('da', beside)).toContain(
      'Sammenlignet hos de 8, der har brugt den samme kode begge gange',
    );
    expect(besideTable('da', beside)!.rows.at(-1)!.map(plain)).toEqual([
      'Med kode',
      '',
      '8',
      '+1 trin (1–1)',
      'Tydelig ændring',
    ]);
  });
});
