import type { Questionnaire as FhirQuestionnaire, QuestionnaireItem } from 'fhir/r4';
import { EXTENSION } from './fhir-address.ts';
import { extended } from './fhir-extensions.ts';
import { questionIn, type Written } from './fhir-item.ts';
import type { FhirProblem } from './fhir-problem.ts';
import { fhirIn } from './fhir-shape.ts';
import type { Questionnaire } from './question.ts';
import { MOST_QUESTIONS } from './question-schema.ts';
import { parseQuestionnaire } from './questionnaire.ts';

/** The longest file that is read, in characters. */
export const LONGEST_FHIR = 500_000;
const MOST_PROBLEMS = 100;

export type FhirReading =
  | { readonly questionnaire: Questionnaire }
  | { readonly problems: readonly FhirProblem[] };

/**
 * Reads a FHIR R4 Questionnaire, written as JSON. What a questionnaire here has no room for is refused, all of it at
 * once; who published it, and when, is left out.
 */
export function readFhir(text: string): FhirReading {
  if (text.length > LONGEST_FHIR) return { problems: [{ kind: 'too_large', at: '', of: '' }] };
  const content = jsonIn(text);
  if (content === undefined) return { problems: [{ kind: 'not_json', at: '', of: '' }] };
  const read = fhirIn(content);
  if ('malformed' in read) {
    const isOther = read.malformed === '' || read.malformed === 'resourceType';
    return {
      problems: [{ kind: isOther ? 'not_a_questionnaire' : 'malformed', at: '', of: read.malformed }],
    };
  }
  const reading = readItems(read.fhir);
  return 'problems' in reading ? { problems: reading.problems.slice(0, MOST_PROBLEMS) } : reading;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

type Found = { written: Written[]; problems: FhirProblem[] };

function readItems(fhir: FhirQuestionnaire): FhirReading {
  const found: Found = { written: [], problems: topProblems(fhir) };
  let isWithin = false;
  for (const item of fhir.item ?? []) {
    const isSection = item.type === 'group' && extended(item.extension ?? []).scale === null;
    if (isSection) readSection(item, found);
    else readQuestion(item, '', found);
    if (isWithin && !isSection) found.problems.push(problem('after_section', item));
    isWithin ||= isSection;
  }
  if ((fhir.item ?? []).length === 0) found.problems.push({ kind: 'nothing_asked', at: '', of: '' });
  if (found.problems.length > 0) return found;
  return parsed(fhir, found.written);
}

function topProblems({ extension = [], modifierExtension = [] }: FhirQuestionnaire): FhirProblem[] {
  const strange = [...extension.filter(({ url }) => url !== EXTENSION.isWellbeing), ...modifierExtension];
  return strange.map(({ url }) => ({ kind: 'other_extension', at: '', of: url }));
}

function readSection(group: QuestionnaireItem, found: Found): void {
  if (group.enableWhen) found.problems.push(problem('condition_of_section', group));
  for (const { url } of group.extension ?? [])
    if (url !== EXTENSION.control) found.problems.push(problem('other_extension', group, url));
  for (const [at, item] of (group.item ?? []).entries()) {
    const isSection = item.type === 'group' && extended(item.extension ?? []).scale === null;
    if (isSection) found.problems.push(problem('section_in_section', item));
    else readQuestion(item, at === 0 ? (group.text ?? '') : '', found);
  }
}

// One too many is told; reading all of ten thousand would hold up everybody else.
function readQuestion(item: QuestionnaireItem, section: string, found: Found): void {
  if (found.written.length > MOST_QUESTIONS) return;
  const { problems, written } = questionIn(item, found.written);
  found.problems.push(...problems);
  if (written) found.written.push({ ...written, question: { ...written.question, section } });
}

function problem(kind: FhirProblem['kind'], { linkId, text }: QuestionnaireItem, of = ''): FhirProblem {
  return { kind, at: text ?? linkId, of };
}

function parsed({ description, extension = [], title }: FhirQuestionnaire, written: Written[]): FhirReading {
  const isWellbeing = extension.some(
    ({ url, valueBoolean }) => url === EXTENSION.isWellbeing && valueBoolean,
  );
  const reading = parseQuestionnaire({
    title: title ?? '',
    intro: description ?? '',
    isWellbeing,
    questions: written.map(({ question }) => question),
  });
  if ('questionnaire' in reading) return reading;
  const placeOf = (field: string) => {
    const [, at = ''] = /^questions\.(\d+)/.exec(field) ?? [];
    return at === '' ? field : String(written[Number(at)]?.question.question ?? '');
  };
  return { problems: reading.problems.map(({ field, kind, of }) => ({ kind, at: placeOf(field), of })) };
}
