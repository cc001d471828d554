import type { Question } from './question.ts';
import { isInherited } from './written.ts';

const LONGEST_KEY = 41;

/** A key for a new question, of its words, that no other question bears: `hvor-tryg-er-du`. */
export function keyFor(question: string, taken: readonly Pick<Question, 'key'>[]): string {
  const words = question
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  const plain = words.slice(0, 30).replace(/-+$/, '').padEnd(2, 'q');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? plain : `${plain}-${number}`.slice(0, LONGEST_KEY);
    if (!isInherited(key) && !taken.some((question) => question.key === key)) return key;
  }
}

/** The questions with this one written: in its place where it is there, else last. */
export function withQuestion(
  questions: readonly Question[],
  written: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  const isThere = questions.some(({ key }) => key === written.key);
  if (!isThere) return [...questions, written];
  return questions.map((question) => (question.key === written.key ? written : question));
}

/** The questions with one of them moved up or down a place, or taken out; as they were when it is not there. */
export function arrangedQuestions(
  questions: readonly Question[],
  key: string,
  act: 'up' | 'down' | 'out',
): readonly Question[] {
  const at = questions.findIndex((question) => question.key === key);
  const question = questions[at];
  if (!question) return questions;
  const rest = questions.toSpliced(at, 1);
  if (act === 'out') return rest;
  return rest.toSpliced(act === 'up' ? Math.max(0, at - 1) : at + 1, 0, question);
}
