import { z } from 'zod';
import { isText, QUESTION_SCALES, QUESTION_TYPES, type Question } from './question.ts';
import { key, line, lines, needed, text } from './written.ts';

/** The most questions of a questionnaire, and the most options or rows of one question. */
export const MOST_QUESTIONS = 60;
export const MOST_OPTIONS = 40;

const LARGEST = 1_000_000_000;
const bound = z.number().min(-LARGEST).max(LARGEST).nullable().default(null);
const answer = z.string().min(1).max(20);

const showIf = z
  .strictObject({ key, isOneOf: z.array(answer).min(1).max(MOST_OPTIONS).readonly() })
  .readonly();

/**
 * A question as it is written: key, type and question are enough, with what the type needs. What is chosen must be
 * answered unless it says not; what is written in one's own words need not.
 */
export const questionSchema: z.ZodType<Question> = z
  .strictObject({
    key,
    type: z.enum(QUESTION_TYPES),
    question: needed(line(300)),
    hint: text(500).default(''),
    section: line(120).default(''),
    isRequired: z.boolean().optional(),
    showIf: showIf.nullable().default(null),
    scale: z.enum(QUESTION_SCALES).nullable().default(null),
    lowLabel: line(60).default(''),
    highLabel: line(60).default(''),
    isReversed: z.boolean().default(false),
    options: lines(MOST_OPTIONS).default([]),
    rows: lines(MOST_OPTIONS).default([]),
    unit: line(40).default(''),
    min: bound,
    max: bound,
    partnerQuestion: line(300).default(''),
  })
  .transform((written) => ({ ...written, isRequired: written.isRequired ?? !isText(written) }))
  .readonly();

/** The questions of a questionnaire, each alone in order. What they say against each other is not looked at here. */
export const questionsSchema = z.array(questionSchema).max(MOST_QUESTIONS).readonly();
