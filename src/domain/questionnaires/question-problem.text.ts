import type { Locale } from '#ui/format.ts';
import type { QuestionProblemKind } from './question-problem.ts';

type Say = (of: string) => string;
const always =
  (words: string): Say =>
  () =>
    words;

const da: Record<QuestionProblemKind, Say> = {
  missing: always('Feltet mangler. Skriv det ind.'),
  unknown_field: (name) => `Feltet ”${name}” kendes ikke. Ret navnet, eller fjern det.`,
  not_text: always('Her skal stå tekst. Sæt anførselstegn om.'),
  not_a_number: always('Her skal stå et helt tal.'),
  not_a_list: always('Her skal stå en liste, hver linje med en bindestreg.'),
  wrong_shape: always('Her står noget andet, end der skal. Sammenlign med en af de pakker, der følger med.'),
  empty: always('Feltet er tomt. Skriv noget.'),
  too_long: (most) => `Teksten er for lang. Der er plads til ${most} tegn.`,
  several_lines: always('Teksten skal stå på én linje.'),
  too_few: (least) => `Der er for få. Skriv mindst ${least}.`,
  too_many: (most) => `Der er for mange. Skriv højst ${most}.`,
  too_small: (least) => `Tallet er for lille. Skriv mindst ${least}.`,
  too_big: (most) => `Tallet er for stort. Skriv højst ${most}.`,
  not_one_of: (known) => `Det ord kendes ikke her. Brug et af disse: ${known}.`,
  malformed_key: always('Skriv 2 til 41 små bogstaver (a–z), tal og bindestreger, først et bogstav.'),
  malformed_time: always('Skriv klokkeslættet som 17:00, i anførselstegn.'),
  malformed_day: always('Skriv datoen som 2027-11-01.'),
  html: always('Teksten har HTML-koder. Skriv den som almindelig tekst.'),
  odd_characters: always('Teksten har tegn, der ikke kan ses. Skriv den om.'),
  cpr: always('Teksten ser ud til at have et CPR-nummer. Fjern det.'),
  twice: always('Det samme står to gange. Fjern det ene, eller giv det et andet navn.'),
  scale_needed: always('Vælg en svarskala.'),
  scale_not_asked: always('Den slags spørgsmål har ingen svarskala. Fjern den.'),
  ends_needed: always('Skriv, hvad begge ender af skalaen betyder.'),
  ends_not_asked: always('Kun skalaer med tal har ord for enderne. Fjern dem.'),
  reversed_not_asked: always('Den slags svar har ingen rækkefølge og kan ikke vendes.'),
  options_needed: always('Skriv mindst to svar at vælge imellem.'),
  options_not_asked: always(
    'Den slags spørgsmål har sine egne svar. Fjern dem, eller brug ”single” eller ”multiple”.',
  ),
  rows_needed: always('Skriv, hvad der spørges om, en linje til hver.'),
  rows_not_asked: always('Kun et skema (matrix) har rækker. Fjern dem.'),
  unit_not_asked: always('Kun et spørgsmål om et tal har enhed og grænser. Fjern dem.'),
  bounds_crossed: always('Det største tal skal være større end det mindste.'),
  condition_not_earlier: (key) => `Betingelsen peger på ”${key}”, som ikke er et tidligere spørgsmål.`,
  condition_not_choice: (words) =>
    `Betingelsen peger på ”${words}”. Den kan kun pege på et spørgsmål, hvor man vælger et svar.`,
  condition_unknown_answer: (answers) => `Betingelsen nævner et svar, der ikke findes: ${answers}.`,
  condition_not_for_partner: (words) =>
    `Samarbejdspartnerne bliver ikke spurgt om ”${words}”. Giv det spørgsmål ord til dem, eller fjern betingelsen.`,
  text_in_wellbeing: always('Et skema om trivsel har ingen svar med egne ord. Vælg en anden slags svar.'),
};

const en: Record<QuestionProblemKind, Say> = {
  missing: always('The field is missing. Write it.'),
  unknown_field: (name) => `The field “${name}” is not known. Mend the name, or take it out.`,
  not_text: always('This must be text. Put quotation marks around it.'),
  not_a_number: always('This must be a whole number.'),
  not_a_list: always('This must be a list, each line with a hyphen.'),
  wrong_shape: always('This is something else than it should be. Compare with one of the packages included.'),
  empty: always('The field is empty. Write something.'),
  too_long: (most) => `The text is too long. There is room for ${most} characters.`,
  several_lines: always('The text must stand on one line.'),
  too_few: (least) => `There are too few. Write at least ${least}.`,
  too_many: (most) => `There are too many. Write at most ${most}.`,
  too_small: (least) => `The number is too small. Write at least ${least}.`,
  too_big: (most) => `The number is too big. Write at most ${most}.`,
  not_one_of: (known) => `That word is not known here. Use one of these: ${known}.`,
  malformed_key: always('Write 2 to 41 small letters (a–z), digits and hyphens, a letter first.'),
  malformed_time: always('Write the time as 17:00, in quotation marks.'),
  malformed_day: always('Write the day as 2027-11-01.'),
  html: always('The text has HTML codes. Write it as plain text.'),
  odd_characters: always('The text has characters that cannot be seen. Write it anew.'),
  cpr: always('The text seems to have a CPR number. Take it out.'),
  twice: always('The same stands twice. Take one out, or give it another name.'),
  scale_needed: always('Choose a scale.'),
  scale_not_asked: always('This kind of question has no scale. Take it out.'),
  ends_needed: always('Write what both ends of the scale mean.'),
  ends_not_asked: always('Only scales of numbers have words for the ends. Take them out.'),
  reversed_not_asked: always('Answers of this kind have no order and cannot be reversed.'),
  options_needed: always('Write at least two answers to choose between.'),
  options_not_asked: always(
    'This kind of question has its own answers. Take these out, or use “single” or “multiple”.',
  ),
  rows_needed: always('Write what is asked about, a line for each.'),
  rows_not_asked: always('Only a matrix has rows. Take them out.'),
  unit_not_asked: always('Only a question for a number has a unit and bounds. Take them out.'),
  bounds_crossed: always('The largest number must be larger than the smallest.'),
  condition_not_earlier: (key) => `The condition names “${key}”, which is no earlier question.`,
  condition_not_choice: (words) =>
    `The condition names “${words}”. It can only name a question where an answer is chosen.`,
  condition_unknown_answer: (answers) => `The condition names an answer that is not there: ${answers}.`,
  condition_not_for_partner: (words) =>
    `Partners are not asked “${words}”. Give that question words for them, or take the condition out.`,
  text_in_wellbeing: always(
    'A questionnaire about wellbeing has no answers in one’s own words. Choose another kind of answer.',
  ),
};

/** What is wrong with something written and how to mend it, in one or two sentences. */
export const questionProblemText: Record<Locale, typeof da> = { da, en };
