import type { Question, Questionnaire } from './question.ts';

/** A question that is answered yes, no or don’t know; a test states only what it is about. */
export function aQuestion(stated: Partial<Question> = {}): Question {
  return {
    key: 'nummer',
    type: 'yes_no',
    question: 'Kender du nummeret?',
    hint: '',
    section: '',
    isRequired: true,
    showIf: null,
    scale: null,
    lowLabel: '',
    highLabel: '',
    isReversed: false,
    options: [],
    rows: [],
    unit: '',
    min: null,
    max: null,
    partnerQuestion: '',
    ...stated,
  };
}

/** One question of each type, with a condition, a section and a mirror. */
export const ALL_TYPES: readonly Question[] = [
  aQuestion({ section: 'Kendskab', partnerQuestion: 'Kender lægerne nummeret?' }),
  aQuestion({ key: 'udfoerer', type: 'single', question: 'Hvem gør det?', options: ['Lægen', 'Begge'] }),
  aQuestion({
    key: 'opgaver',
    type: 'multiple',
    question: 'Hvilke opgaver?',
    options: ['Blodprøver', 'Væske', 'Andet'],
    isRequired: false,
    showIf: { key: 'nummer', isOneOf: ['yes'] },
  }),
  aQuestion({ key: 'tryg', type: 'scale', scale: 'confidence', question: 'Hvor tryg er du?' }),
  aQuestion({
    key: 'tilfreds',
    type: 'scale',
    scale: 'one_to_ten',
    question: 'Hvor tilfreds er du?',
    lowLabel: 'Slet ikke',
    highLabel: 'Meget',
  }),
  aQuestion({
    key: 'tilbud',
    type: 'matrix',
    scale: 'knowledge',
    question: 'Hvor godt kender du disse tilbud?',
    section: 'Tilbud',
    rows: ['Rygestop', 'KOL-hold'],
  }),
  aQuestion({
    key: 'antal',
    type: 'number',
    question: 'Hvor mange gange?',
    hint: 'De sidste 3 måneder.',
    unit: 'gange',
    min: 0,
    max: 200,
  }),
  aQuestion({ key: 'kort', type: 'short_text', question: 'Med ét ord?', isRequired: false }),
  aQuestion({ key: 'mere', type: 'long_text', question: 'Hvad mere?', isRequired: false }),
];

/** A questionnaire with one question of each type. */
export function aQuestionnaire(stated: Partial<Questionnaire> = {}): Questionnaire {
  return { title: 'Prøveskema', intro: '', isWellbeing: false, questions: ALL_TYPES, ...stated };
}
