import type {
  Extension,
  Questionnaire as FhirQuestionnaire,
  QuestionnaireItem,
  QuestionnaireItemAnswerOption,
} from 'fhir/r4';
import { CONTROLS, EXTENSION, YES_NO_SCALE } from './fhir-address.ts';
import { MOST_CHARACTERS, type Question, type Questionnaire } from './question.ts';

/** The answers that a question offers, with their words. */
export type LabelsOf = (question: Question) => readonly { value: string; label: string }[];

/**
 * A questionnaire as a FHIR R4 Questionnaire, which `readFhir` reads back as it was. Sections become groups, a matrix a
 * group of choices; what the standard has no field for stands in extensions.
 */
export function fhirOf(
  { intro, isWellbeing, questions, title }: Questionnaire,
  labelsOf: LabelsOf,
): FhirQuestionnaire {
  return {
    resourceType: 'Questionnaire',
    ...(isWellbeing ? { extension: [{ url: EXTENSION.isWellbeing, valueBoolean: true }] } : {}),
    language: 'da',
    title,
    status: 'active',
    subjectType: ['Practitioner'],
    ...(intro === '' ? {} : { description: intro }),
    ...(questions.length === 0 ? {} : { item: inSections(questions, labelsOf) }),
  };
}

function inSections(questions: readonly Question[], labelsOf: LabelsOf): QuestionnaireItem[] {
  const top: QuestionnaireItem[] = [];
  let within = top;
  for (const question of questions) {
    if (question.section !== '') {
      within = [];
      top.push({ linkId: `section:${question.key}`, text: question.section, type: 'group', item: within });
    }
    within.push(itemOf(question, labelsOf));
  }
  return top;
}

function itemOf(question: Question, labelsOf: LabelsOf): QuestionnaireItem {
  const { key: linkId, question: text, isRequired: required, type } = question;
  const extension = extensionsOf(question);
  const below = [...rowsOf(question, labelsOf), ...hintOf(question)];
  return {
    ...(extension.length > 0 ? { extension } : {}),
    linkId,
    text,
    type: TYPES[type],
    ...enabledWhen(question),
    required,
    ...(type === 'multiple' ? { repeats: true } : {}),
    ...(type === 'short_text' || type === 'long_text' ? { maxLength: MOST_CHARACTERS[type] } : {}),
    ...(TYPES[type] === 'choice' ? { answerOption: optionsOf(question, labelsOf) } : {}),
    ...(below.length > 0 ? { item: below } : {}),
  };
}

const TYPES: Readonly<Record<Question['type'], QuestionnaireItem['type']>> = {
  single: 'choice',
  multiple: 'choice',
  scale: 'choice',
  matrix: 'group',
  number: 'decimal',
  short_text: 'string',
  long_text: 'text',
  yes_no: 'choice',
};

function extensionsOf(question: Question): Extension[] {
  const { highLabel, isReversed, lowLabel, max, min, partnerQuestion, scale, type, unit } = question;
  const named = scale ?? (type === 'yes_no' ? YES_NO_SCALE : null);
  return [
    ...(type === 'matrix' ? [control('table')] : []),
    ...(named === null ? [] : [{ url: EXTENSION.scale, valueCode: named }]),
    ...(lowLabel === '' ? [] : [{ url: EXTENSION.lowLabel, valueString: lowLabel }]),
    ...(highLabel === '' ? [] : [{ url: EXTENSION.highLabel, valueString: highLabel }]),
    ...(isReversed ? [{ url: EXTENSION.isReversed, valueBoolean: true }] : []),
    ...(unit === '' ? [] : [{ url: EXTENSION.unit, valueCoding: { display: unit } }]),
    ...(min === null ? [] : [{ url: EXTENSION.min, valueDecimal: min }]),
    ...(max === null ? [] : [{ url: EXTENSION.max, valueDecimal: max }]),
    ...(partnerQuestion === '' ? [] : [{ url: EXTENSION.partnerQuestion, valueString: partnerQuestion }]),
  ];
}

function control(code: string): Extension {
  return { url: EXTENSION.control, valueCodeableConcept: { coding: [{ system: CONTROLS, code }] } };
}

function enabledWhen({ showIf }: Question): Pick<QuestionnaireItem, 'enableBehavior' | 'enableWhen'> {
  if (!showIf) return {};
  const enableWhen = showIf.isOneOf.map((code) => ({
    question: showIf.key,
    operator: '=' as const,
    answerCoding: { code },
  }));
  return { enableWhen, ...(enableWhen.length > 1 ? { enableBehavior: 'any' as const } : {}) };
}

function optionsOf(question: Question, labelsOf: LabelsOf): QuestionnaireItemAnswerOption[] {
  return labelsOf(question).map(({ label, value }) => {
    const extension = [{ url: EXTENSION.ordinal, valueDecimal: Number(value) }];
    return {
      valueCoding: { ...(question.scale === null ? {} : { extension }), code: value, display: label },
    };
  });
}

function rowsOf(question: Question, labelsOf: LabelsOf): QuestionnaireItem[] {
  return question.rows.map((text, at) => ({
    linkId: `${question.key}:${at}`,
    text,
    type: 'choice',
    required: question.isRequired,
    answerOption: optionsOf(question, labelsOf),
  }));
}

function hintOf({ hint, key }: Question): QuestionnaireItem[] {
  return hint === ''
    ? []
    : [{ extension: [control('help')], linkId: `${key}:hint`, text: hint, type: 'display' }];
}
