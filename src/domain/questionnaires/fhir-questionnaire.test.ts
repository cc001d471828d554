import fc from 'fast-check';
import { Fhir } from 'fhir';
import { expect, test } from 'vitest';
import { anyQuestionnaire } from './any-questionnaire.fixtures.ts';
import { fhirProblem } from './fhir-problem.text.ts';
import { FHIR_PROBLEMS } from './fhir-problem.ts';
import { fhirOf } from './fhir-questionnaire.ts';
import { readFhir } from './fhir-reading.ts';
import type { Question, Questionnaire } from './question.ts';
import { parseQuestionnaire } from './questionnaire.ts';
import { aQuestionnaire } from './questionnaires.fixtures.ts';
import { choiceLabels } from './scale.text.ts';

const checker = new Fhir();
const labels = (question: Question) => choiceLabels('da', question);
const sent = (questionnaire: Questionnaire) => JSON.stringify(fhirOf(questionnaire, labels));
const faults = (questionnaire: Questionnaire) => {
  const { messages, valid } = checker.validate(JSON.parse(sent(questionnaire)), { errorOnUnexpected: true });
  return valid ? [] : messages;
};
const kindsOf = (text: string) => {
  const reading = readFhir(text);
  return 'problems' in reading ? reading.problems.map(({ kind }) => kind) : [];
};

test('a questionnaire with every type of question is sound FHIR, and is read back as it was', () => {
  const whole = aQuestionnaire({ intro: 'Om\n\nskemaet.' });
  expect(faults(whole)).toEqual([]);
  expect(readFhir(sent(whole))).toEqual({ questionnaire: whole });
});

test('any questionnaire that is sound here is sound FHIR, and is read back as it was', () => {
  fc.assert(
    fc.property(anyQuestionnaire, (questionnaire) => {
      expect(parseQuestionnaire(questionnaire)).toEqual({ questionnaire });
      expect(faults(questionnaire)).toEqual([]);
      expect(readFhir(sent(questionnaire))).toEqual({ questionnaire });
    }),
    { numRuns: 150 },
  );
});

test('the checker would see what is not FHIR', () => {
  const broken = { ...fhirOf(aQuestionnaire(), labels), item: [{ linkId: 'x', type: 'dance' }] };
  expect(checker.validate(broken, {}).valid).toBe(false);
});

const elsewhere = (item: readonly object[], more: object = {}) =>
  JSON.stringify({ resourceType: 'Questionnaire', status: 'active', title: 'Andetsteds', item, ...more });

test('a questionnaire made elsewhere is taken in, and who published it is left out', () => {
  const reading = readFhir(
    elsewhere(
      [
        { linkId: '1', text: 'Ryger du?', type: 'boolean', required: true },
        {
          linkId: '1.1',
          text: 'Hvad?',
          type: 'choice',
          repeats: true,
          answerOption: [{ valueString: 'Pibe' }, { valueCoding: { code: 'c', display: 'Cigar' } }],
          enableWhen: [{ question: '1', operator: '=', answerBoolean: true }],
        },
        { linkId: '2', text: 'Hvor mange?', type: 'integer' },
      ],
      { publisher: 'En klinik', url: 'https://example.dk/q', version: '3' },
    ),
  );
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  expect(reading.questionnaire.questions).toMatchObject([
    { key: 'q-1', type: 'single', options: ['Ja', 'Nej'], isRequired: true },
    {
      key: 'q-1-1',
      type: 'multiple',
      options: ['Pibe', 'Cigar'],
      showIf: { key: 'q-1', isOneOf: ['0'] },
      isRequired: false,
    },
    { key: 'q-2', type: 'number' },
  ]);
});

const asked = { linkId: 'a1', text: 'A?', type: 'boolean' };
const waits = (more: object) => ({
  linkId: 'b1',
  text: 'B?',
  type: 'string',
  enableWhen: [{ question: 'a1', operator: '=', answerBoolean: true, ...more }],
});
const group = (linkId: string, item: object[], more: object = {}) => ({
  linkId,
  text: linkId,
  type: 'group',
  item,
  ...more,
});
test.each([
  ['no JSON', '{', 'not_json'],
  ['another resource', '{"resourceType":"Patient"}', 'not_a_questionnaire'],
  ['no resource', '[]', 'not_a_questionnaire'],
  ['nothing asked', elsewhere([]), 'nothing_asked'],
  ['an id that is a number', elsewhere([{ ...asked, linkId: 1 }]), 'malformed'],
  [
    'items within items without end',
    `{"resourceType":"Questionnaire",${'"item":[{'.repeat(40_000)}${'}]'.repeat(40_000)}}`,
    'malformed',
  ],
  ['a file that is too large', `"${'x'.repeat(500_000)}"`, 'too_large'],
  ['a date', elsewhere([{ ...asked, type: 'date' }]), 'other_type'],
  ['answers besides those offered', elsewhere([{ ...asked, type: 'open-choice' }]), 'other_type'],
  ['a text by itself', elsewhere([asked, { linkId: 'd', text: 'Hej', type: 'display' }]), 'loose_text'],
  ['answers kept elsewhere', elsewhere([{ ...asked, type: 'choice', answerValueSet: 'x' }]), 'other_field'],
  ['what is answered already', elsewhere([{ ...asked, initial: [] }]), 'other_field'],
  ['a text answered several times', elsewhere([{ ...asked, type: 'string', repeats: true }]), 'other_field'],
  ['an extension nobody knows', elsewhere([{ ...asked, extension: [{ url: 'x:y' }] }]), 'other_extension'],
  ['an extension of the whole', elsewhere([asked], { extension: [{ url: 'x:y' }] }), 'other_extension'],
  ['a condition that is no equality', elsewhere([asked, waits({ operator: '!=' })]), 'other_operator'],
  ['a condition upon a later one', elsewhere([waits({}), asked]), 'condition_not_earlier'],
  [
    'a condition upon an answer that is not there',
    elsewhere([asked, waits({ answerBoolean: undefined, answerString: 'x' })]),
    'condition_unknown_answer',
  ],
  ['a section that waits', elsewhere([group('s', [asked], { enableWhen: [] })]), 'condition_of_section'],
  ['a section in a section', elsewhere([group('s', [group('t', [asked])])]), 'section_in_section'],
  ['a question after a section', elsewhere([group('s', []), asked]), 'after_section'],
  ['a question below a question', elsewhere([{ ...asked, item: [asked] }]), 'question_in_question'],
  ['the same id twice', elsewhere([asked, { ...asked, text: 'Igen?' }]), 'same_link'],
  ['a choice of nothing', elsewhere([{ ...asked, type: 'choice' }]), 'options_needed'],
  ['HTML', elsewhere([{ ...asked, text: '<b>A?</b>' }]), 'html'],
  ['a CPR number', elsewhere([{ ...asked, text: 'Hvad med 010190-1234?' }]), 'cpr'],
])('%s is refused', (_, text, kind) => {
  expect(kindsOf(text)).toContain(kind);
});

test('a scale whose answers were changed is refused', () => {
  const changed = sent(aQuestionnaire()).replace('"code":"5"', '"code":"9"');
  expect(kindsOf(changed)).toContain('other_answers');
});

test('all that cannot be taken in is told at once, and says in both languages what to do', () => {
  expect(
    kindsOf(
      elsewhere([
        { ...asked, type: 'date' },
        { ...asked, linkId: 'b', type: 'url' },
      ]),
    ),
  ).toEqual(['other_type', 'other_type']);
  for (const locale of ['da', 'en'] as const)
    for (const kind of FHIR_PROBLEMS)
      expect(fhirProblem(locale, { kind, at: '', of: 'x' })).toMatch(/^[A-ZÆØÅ].+\.$/);
});
