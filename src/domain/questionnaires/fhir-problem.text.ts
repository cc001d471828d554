import type { Locale } from '#ui/format.ts';
import { FHIR_PROBLEMS, type FhirProblem, type FhirProblemKind } from './fhir-problem.ts';
import { questionProblemText } from './question-problem.text.ts';

type Say = (of: string) => string;
const always =
  (words: string): Say =>
  () =>
    words;

const da: Record<FhirProblemKind, Say> = {
  not_json: always('Det er ikke JSON. Indsæt hele filen, fra den første { til den sidste }.'),
  too_large: always('Filen er for stor. Et spørgeskema fylder højst 500.000 tegn.'),
  not_a_questionnaire: always(
    'Det er ikke et spørgeskema efter FHIR R4. Feltet resourceType skal være Questionnaire.',
  ),
  nothing_asked: always('Der er ingen spørgsmål i det.'),
  malformed: (field) => `Feltet ${field} mangler eller har en forkert slags indhold.`,
  other_type: (type) => `Den slags svar findes ikke her: ${type}. Lav det om til valg, tal eller tekst.`,
  other_field: (field) => `Feltet ${field} kan ikke komme med. Fjern det.`,
  other_extension: (url) => `Udvidelsen kan ikke komme med: ${url}. Fjern den.`,
  other_operator: (operator) =>
    `En betingelse kan kun spørge, om der er svaret noget bestemt (=), ikke ${operator}.`,
  several_conditions: always('En betingelse kan kun se på ét tidligere spørgsmål og et af dets svar.'),
  condition_of_section: always('Et afsnit kan ikke have en betingelse. Sæt den på hvert spørgsmål.'),
  section_in_section: always('Et afsnit kan ikke ligge i et afsnit. Flyt spørgsmålene ud.'),
  after_section: always('Spørgsmålet står efter et afsnit, men uden for det. Giv det et afsnit.'),
  question_in_question: always('Et spørgsmål kan ikke ligge under et andet. Flyt det ud.'),
  loose_text: always('En tekst for sig selv kan ikke komme med. Gør den til vejledning under et spørgsmål.'),
  other_answers: always('Svarene passer ikke til skalaen, eller de mangler ord.'),
  same_link: (linkId) => `To spørgsmål har det samme linkId: ${linkId}.`,
};

const en: Record<FhirProblemKind, Say> = {
  not_json: always('It is not JSON. Paste the whole file, from the first { to the last }.'),
  too_large: always('The file is too large. A questionnaire has at most 500,000 characters.'),
  not_a_questionnaire: always(
    'It is no questionnaire as of FHIR R4. Its resourceType must be Questionnaire.',
  ),
  nothing_asked: always('There is no question in it.'),
  malformed: (field) => `The field ${field} is missing or has the wrong kind of content.`,
  other_type: (type) =>
    `There is no such kind of answer here: ${type}. Make it a choice, a number or a text.`,
  other_field: (field) => `The field ${field} cannot come along. Take it out.`,
  other_extension: (url) => `The extension cannot come along: ${url}. Take it out.`,
  other_operator: (operator) =>
    `A condition can only ask whether something was answered (=), not ${operator}.`,
  several_conditions: always('A condition can only look at one earlier question and one of its answers.'),
  condition_of_section: always('A section cannot have a condition. Put it on each question.'),
  section_in_section: always('A section cannot lie within a section. Move its questions out.'),
  after_section: always('The question stands after a section, but outside it. Give it a section.'),
  question_in_question: always('A question cannot lie below another. Move it out.'),
  loose_text: always('A text by itself cannot come along. Make it a hint below a question.'),
  other_answers: always('The answers do not fit the scale, or have no words.'),
  same_link: (linkId) => `Two questions have the same linkId: ${linkId}.`,
};

const fhirProblemText: Record<Locale, Record<FhirProblemKind, Say>> = { da, en };

const quoted: Record<Locale, Say> = {
  da: (at) => `”${at}”`,
  en: (at) => `“${at}”`,
};

/** What cannot be taken in and what to do, in a sentence that begins with where it is. */
export function fhirProblem(locale: Locale, { at, kind, of }: FhirProblem): string {
  const known = FHIR_PROBLEMS.find((one) => one === kind);
  const words = known
    ? fhirProblemText[locale][known](of)
    : questionProblemText[locale][kind as Exclude<FhirProblem['kind'], FhirProblemKind>](of);
  return at === '' ? words : `${quoted[locale](at)}: ${words}`;
}
