import type { Question, Questionnaire } from '#domain/questionnaires/question.ts';
import { parseQuestionnaire } from '#domain/questionnaires/questionnaire.ts';

/**
 * What is asked after a meeting, in a minute. It is content, as a package is, and the same for every meeting: keys and
 * words never change, so that one meeting can be held against another.
 */
const ASKED: readonly (Pick<Question, 'key' | 'type' | 'question'> & Partial<Question>)[] = [
  {
    key: 'tid-vaerd',
    type: 'scale',
    scale: 'one_to_five',
    question: 'Var mødet din tid værd?',
    lowLabel: 'Slet ikke',
    highLabel: 'I høj grad',
  },
  {
    key: 'goer-anderledes',
    type: 'scale',
    scale: 'agreement',
    question: 'Jeg går hjem med noget, jeg vil gøre anderledes.',
  },
  {
    key: 'tal-brugbare',
    type: 'scale',
    scale: 'agreement',
    question: 'Tallene var til at bruge.',
    hint: 'Spring over, hvis I ikke så på tal.',
    isRequired: false,
  },
  { key: 'alle-hoert', type: 'scale', scale: 'agreement', question: 'Alle kom til orde.' },
  {
    key: 'bedre',
    type: 'short_text',
    question: 'Én ting, der kunne gøre det næste møde bedre?',
    hint: 'Skriv ikke navne.',
  },
];

/** The questionnaire about a meeting that takes a minute. */
export const EVALUATION: Questionnaire = readEvaluation();

function readEvaluation(): Questionnaire {
  const reading = parseQuestionnaire({ title: 'Hvordan var mødet?', questions: ASKED });
  if ('problems' in reading) throw new Error('the evaluation is no questionnaire');
  return reading.questionnaire;
}
