import { Fhir } from 'fhir';
import { expect, test } from 'vitest';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import { fhirOf } from '#domain/questionnaires/fhir-questionnaire.ts';
import { readFhir } from '#domain/questionnaires/fhir-reading.ts';
import { expectedMinutes, isText, type Question } from '#domain/questionnaires/question.ts';
import { choiceLabels } from '#domain/questionnaires/scale.text.ts';
import { questionnaireOf } from './package.ts';
import { aPackage } from './packages.fixtures.ts';
import { readPackages } from './read-packages.server.ts';

const SHIPPED = await readPackages('packages', await readIndicators('indicators'));
const checker = new Fhir();
const labels = (question: Question) => choiceLabels('da', question);

test.each(SHIPPED.map((one) => [one.key, questionnaireOf(one)!] as const))(
  'the questionnaire of %s is sound FHIR, and is read back as it was',
  (_, questionnaire) => {
    const sent = JSON.stringify(fhirOf(questionnaire, labels));
    const { messages, valid } = checker.validate(JSON.parse(sent), { errorOnUnexpected: true });
    expect(valid ? [] : messages).toEqual([]);
    expect(readFhir(sent)).toEqual({ questionnaire });
  },
);

test('each of them is answered within three minutes', () => {
  expect(SHIPPED.filter(({ questions }) => expectedMinutes(questions) > 3).map(({ key }) => key)).toEqual([]);
});

test('how people are is asked in one of them, with nothing in their own words that need be answered', () => {
  const wellbeing = SHIPPED.filter(({ isWellbeing }) => isWellbeing);
  expect(wellbeing.map(({ key }) => key)).toEqual(['trivsel']);
  expect(wellbeing[0]?.questions.some((question) => isText(question) || question.isRequired)).toBe(false);
});

test('a meeting with the municipality asks its people the mirror of all but what doctors alone can count', () => {
  const mirrored = SHIPPED.filter(({ questions }) =>
    questions.some(({ partnerQuestion }) => partnerQuestion),
  );
  expect(mirrored.map(({ key }) => key)).toEqual(['akutfunktion', 'forebyggelse']);
  const alone = mirrored.flatMap(({ questions }) => questions.filter((one) => one.partnerQuestion === ''));
  expect(alone.map(({ key }) => key)).toEqual(['brugt']);
});

test('a package that asks nothing has no questionnaire', () => {
  expect(questionnaireOf(aPackage())).toBeNull();
});
