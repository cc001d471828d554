import type { Questionnaire as FhirQuestionnaire } from 'fhir/r4';
import { z } from 'zod';

const words = z.string().max(4000);
const coding = z.looseObject({ code: words.optional(), display: words.optional() });
const extension = z.looseObject({
  url: words,
  valueCode: words.optional(),
  valueString: words.optional(),
  valueBoolean: z.boolean().optional(),
  valueDecimal: z.number().optional(),
  valueInteger: z.number().optional(),
  valueCoding: coding.optional(),
});
const answerOption = z.looseObject({
  valueCoding: coding.optional(),
  valueString: words.optional(),
  valueInteger: z.number().optional(),
});
const enableWhen = z.looseObject({
  question: words,
  operator: words,
  answerCoding: coding.optional(),
  answerString: words.optional(),
  answerInteger: z.number().optional(),
  answerBoolean: z.boolean().optional(),
});
const MOST = 500;
const item = z.looseObject({
  linkId: words,
  type: words,
  text: words.optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  enableBehavior: words.optional(),
  enableWhen: z.array(enableWhen).max(MOST).optional(),
  extension: z.array(extension).max(MOST).optional(),
  answerOption: z.array(answerOption).max(MOST).optional(),
  get item() {
    return z.array(item).max(MOST).optional();
  },
});
const shape = z.looseObject({
  resourceType: z.literal('Questionnaire'),
  title: words.optional(),
  description: words.optional(),
  extension: z.array(extension).max(MOST).optional(),
  item: z.array(item).max(MOST).optional(),
});

/** A FHIR questionnaire as far as its fields are of the right kinds, or where the first of them is not. */
export function fhirIn(content: unknown): { fhir: FhirQuestionnaire } | { malformed: string } {
  const read = withinReach(content);
  if (!read) return { malformed: 'item' };
  // What is looked at is checked; a type that the standard does not have is refused later, by its name.
  if (read.success) return { fhir: read.data as unknown as FhirQuestionnaire };
  return { malformed: read.error.issues[0]?.path.join('.') ?? '' };
}

/** Reads the shape; null when items lie within items without end, which uses up the stack. */
function withinReach(content: unknown) {
  try {
    return shape.safeParse(content);
  } catch (problem) {
    if (problem instanceof RangeError) return null;
    throw problem;
  }
}
