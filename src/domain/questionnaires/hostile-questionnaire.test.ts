import { expect, test } from 'vitest';
import { answersIn } from './answers-in-form.ts';
import { readFhir } from './fhir-reading.ts';
import { keyFor } from './question-order.ts';
import { parseQuestionnaire } from './questionnaire.ts';

const fhir = (item: unknown) => readFhir(JSON.stringify({ resourceType: 'Questionnaire', title: 'T', item }));
const INHERITED = ['constructor'];

test.each(INHERITED)('no question is named %s, under which every object holds something', (name) => {
  const questions = [{ key: name, type: 'yes_no', question: 'Hvad?' }];
  expect(parseQuestionnaire({ title: 'T', questions })).toMatchObject({
    problems: [{ kind: 'malformed_key' }],
  });
  expect(keyFor(name, [])).toBe(`${name}-2`);
});

test('what a file names so is taken in under another name, and nobody has answered it', () => {
  const reading = fhir(
    [...INHERITED, '__proto__'].map((linkId) => ({ linkId, type: 'decimal', text: linkId })),
  );
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  expect(reading.questionnaire.questions.map(({ key }) => key)).toEqual(['q-constructor', 'q--proto']);
  const { answers } = answersIn(new FormData(), reading.questionnaire, 'member');
  expect(Object.keys(answers)).toEqual([]);
});

test.each<[string, (at: number) => object]>([
  ['different', (at) => ({ linkId: `q${at}` })],
  ['the same', () => ({ linkId: 'Å' })],
])('of a file with ten thousand questions, named %s, no more are read than may be', (_, named) => {
  const item = Array.from({ length: 20 }, (_group, group) => ({
    ...{ linkId: `g${group}`, type: 'group', text: 'x' },
    item: Array.from({ length: 490 }, (_question, at) => ({
      ...{ type: 'string', text: 'x' },
      ...named(group * 500 + at),
    })),
  }));
  const reading = fhir(item);
  expect('problems' in reading && reading.problems.length).toBeLessThanOrEqual(61);
});

test('a questionnaire longer than a round has room for is none', () => {
  const options = Array.from({ length: 40 }, (_, at) => `${at} ${'x'.repeat(290)}`);
  const asked = (questions: number) =>
    parseQuestionnaire({
      title: 'T',
      questions: Array.from({ length: questions }, (_, at) => ({
        ...{ key: `q${at}`, type: 'single', question: `Hvad ${at}?`, options },
      })),
    });
  expect(asked(10)).toHaveProperty('questionnaire');
  expect(asked(60)).toMatchObject({ problems: [{ kind: 'too_long', field: 'questions' }] });
});
