import fc from 'fast-check';
import { hasWords, QUESTION_SCALES, QUESTION_TYPES, type Question, type Questionnaire } from './question.ts';
import { choicesOf } from './question-contradictions.ts';
import { aQuestion } from './questionnaires.fixtures.ts';

/** Plain words of Danish and signs, on one line; `mark` keeps them apart. */
const wordsOf = (mark: string, most = 5) =>
  fc
    .array(fc.constantFrom('Æbler', 'og', 'pærer?', '"søde"', '& <3', '1.234,5', 'it’s', '{x}', '– ja'), {
      minLength: 1,
      maxLength: most,
    })
    .map((words) => `${mark} ${words.join(' ')}`);
const orNothing = (words: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), words);
const listOf = (least: number) =>
  fc
    .integer({ min: least, max: 5 })
    .chain((length) => fc.tuple(...Array.from({ length }, (_, at) => wordsOf(`Svar ${at}`))));

const loose = fc.record({
  type: fc.constantFrom(...QUESTION_TYPES),
  scale: fc.constantFrom(...QUESTION_SCALES),
  question: wordsOf('Spørgsmål'),
  hint: orNothing(wordsOf('Vink\nlinje')),
  section: orNothing(wordsOf('Afsnit')),
  isRequired: fc.boolean(),
  isReversed: fc.boolean(),
  options: listOf(2),
  rows: listOf(1),
  ends: fc.tuple(wordsOf('Lavt'), wordsOf('Højt')),
  // Forty characters at most.
  unit: orNothing(wordsOf('stk.', 4)),
  bounds: fc.tuple(fc.option(fc.integer({ min: -9, max: 0 })), fc.option(fc.constantFrom(0, 2.5, 1000))),
  partnerQuestion: orNothing(wordsOf('Til jer')),
  waits: fc.option(fc.tuple(fc.nat(), fc.nat(), fc.boolean())),
});
type Loose = typeof loose extends fc.Arbitrary<infer Value> ? Value : never;

/** A question of what was drawn, with only what its type has room for. */
function questionOf(drawn: Loose, at: number, before: readonly Question[]): Question {
  const { bounds, ends, scale, type } = drawn;
  const isScaled = type === 'scale' || type === 'matrix';
  const hasEnds = isScaled && !hasWords(scale);
  const isNumber = type === 'number';
  const question = aQuestion({
    key: `q${at}-x`,
    type,
    question: `${at}: ${drawn.question}`,
    hint: drawn.hint,
    section: drawn.section,
    isRequired: drawn.isRequired,
    scale: isScaled ? scale : null,
    lowLabel: hasEnds ? ends[0] : '',
    highLabel: hasEnds ? ends[1] : '',
    isReversed: drawn.isReversed && (isScaled || isNumber || type === 'yes_no'),
    options: type === 'single' || type === 'multiple' ? drawn.options : [],
    rows: type === 'matrix' ? drawn.rows : [],
    unit: isNumber ? drawn.unit : '',
    min: isNumber ? bounds[0] : null,
    max: isNumber ? bounds[1] : null,
    partnerQuestion: drawn.partnerQuestion,
  });
  return { ...question, ...conditionOf(drawn, question, before) };
}

function conditionOf({ waits }: Loose, question: Question, before: readonly Question[]) {
  const sources = before.filter(
    (one) => choicesOf(one).length > 0 && (one.partnerQuestion !== '' || question.partnerQuestion === ''),
  );
  const source = waits && sources[waits[0] % sources.length];
  if (!waits || !source) return {};
  const known = choicesOf(source);
  const first = waits[1] % known.length;
  const isOneOf = known.slice(first, first + (waits[2] ? 2 : 1));
  return { showIf: { key: source.key, isOneOf } };
}

/** Questionnaires of every shape that is sound. */
export const anyQuestionnaire: fc.Arbitrary<Questionnaire> = fc
  .record({
    title: wordsOf('Titel'),
    intro: orNothing(wordsOf('Om\n\nskemaet')),
    isWellbeing: fc.boolean(),
    drawn: fc.array(loose, { minLength: 1, maxLength: 12 }),
  })
  .map(({ drawn, intro, isWellbeing, title }) => {
    const questions: Question[] = [];
    for (const [at, one] of drawn.entries()) {
      const isText = one.type === 'short_text' || one.type === 'long_text';
      questions.push(questionOf(isWellbeing && isText ? { ...one, type: 'yes_no' } : one, at, questions));
    }
    return { title, intro, isWellbeing, questions };
  });
