import { questionProblemText } from '#domain/questionnaires/question-problem.text.ts';
import type { Locale } from '#ui/format.ts';
import type { PackageProblem, ProblemKind } from './package-problem.ts';

type Say = (of: string) => string;
const always =
  (words: string): Say =>
  () =>
    words;

const da: Record<ProblemKind, Say> = {
  not_readable: (code) =>
    `Filen kan ikke læses herfra og ned${code ? ` (${code})` : ''}. Se efter indrykning, kolon og anførselstegn. Ankre og mærker (&, * og !) kan ikke bruges.`,
  too_large: always('Filen er for stor. En pakke fylder højst 100.000 tegn.'),
  ...questionProblemText.da,
  empty_file: always('Filen er tom. Indsæt hele pakken.'),
  unknown_indicator: (key) =>
    `Indikatoren ”${key}” findes ikke her. Fjern den, eller brug en af dem, der findes.`,
  indicator_not_listed: (key) => `Indikatoren ”${key}” hører ikke til pakken. Tag den med under pakkens tal.`,
  minutes_differ: (sum) => `Programmet varer ${sum} minutter. Ret tallet her eller i programmet.`,
  before_the_meeting: always('Det ligger før mødet. Skriv dagene som et negativt tal, f.eks. -14.'),
  after_the_meeting: always('Det ligger efter mødet. Skriv dagene som et positivt tal, f.eks. 2.'),
  closes_before_it_opens: always('Spørgeskemaet skal lukke senere, end det åbner, f.eks. -28 og -5.'),
  months_out_of_order: always('Anden gang skal ligge senere end første.'),
  no_guide: always('Skriv til mødelederen, hvordan punktet gribes an.'),
  no_speaker_brief: always('Skriv, hvad oplægsholderen bliver bedt om.'),
  no_guest_text: always('Skriv teksten til gæsten.'),
  no_guests: always('Skriv, hvem gæsten er. Programmet har et punkt til en gæst.'),
  no_figure_order: always('Sæt en frist for at bestille tal (order_figures), gerne 60 dage før.'),
  no_pre_meeting: always('Skriv, hvad formødet skal nå.'),
  no_pre_meeting_deadline: always('Sæt en frist for formødet (pre_meeting).'),
  no_agreements_part: always('Giv programmet et punkt til aftaler (agreements).'),
  no_measure_again: always('Sæt en frist for at måle igen (measure_again).'),
  other_folder: (key) => `Mappen skal hedde ”${key}” ligesom pakkens nøgle.`,
  no_package: always('Her er ingen pakke. En pakke er en mappe med filen package.yaml.'),
};

const en: Record<ProblemKind, Say> = {
  not_readable: (code) =>
    `The file cannot be read from here on${code ? ` (${code})` : ''}. Look at indentation, colons and quotation marks. Anchors and tags (&, * and !) cannot be used.`,
  too_large: always('The file is too large. A package has at most 100,000 characters.'),
  ...questionProblemText.en,
  empty_file: always('The file is empty. Paste the whole package.'),
  unknown_indicator: (key) =>
    `The indicator “${key}” is not there. Take it out, or use one of those that are.`,
  indicator_not_listed: (key) =>
    `The indicator “${key}” is none of the package’s. Add it to the figures of the package.`,
  minutes_differ: (sum) => `The programme takes ${sum} minutes. Mend the number here or in the programme.`,
  before_the_meeting: always(
    'This comes before the meeting. Write the days as a negative number, such as -14.',
  ),
  after_the_meeting: always('This comes after the meeting. Write the days as a positive number, such as 2.'),
  closes_before_it_opens: always('The questionnaire must close later than it opens, such as -28 and -5.'),
  months_out_of_order: always('The second time must be later than the first.'),
  no_guide: always('Tell whoever leads the meeting how to run this part.'),
  no_speaker_brief: always('Write what the speaker is asked to do.'),
  no_guest_text: always('Write the text to the guest.'),
  no_guests: always('Write who the guest is. The programme has a part for one.'),
  no_figure_order: always('Set a deadline for ordering figures (order_figures), preferably 60 days before.'),
  no_pre_meeting: always('Write what the pre-meeting is to go through.'),
  no_pre_meeting_deadline: always('Set a deadline for the pre-meeting (pre_meeting).'),
  no_agreements_part: always('Give the programme a part for agreements (agreements).'),
  no_measure_again: always('Set a deadline for measuring again (measure_again).'),
  other_folder: (key) => `The folder must be called “${key}”, as the key of the package.`,
  no_package: always('There is no package here. A package is a folder with the file package.yaml.'),
};

/** What is wrong and how to mend it, in one or two sentences. */
export const packageProblemText = { da, en };

const WORDS = { da: { line: 'linje', number: 'nr.' }, en: { line: 'line', number: 'no.' } };

/** Where it is: `linje 34, programme nr. 3: minutes`; empty when it is the file as a whole. */
export function placeText(locale: Locale, { field, line }: Pick<PackageProblem, 'field' | 'line'>): string {
  const words = WORDS[locale];
  const path = field
    .replace(/\.(\d+)/g, (_, at) => ` ${words.number} ${Number(at) + 1}`)
    .replace(/ (\d+)\./, ' $1: ');
  return [line === null ? '' : `${words.line} ${line}`, path].filter(Boolean).join(', ');
}

/** The whole sentence: where, and what to do. */
export function problemText(locale: Locale, problem: PackageProblem): string {
  const place = placeText(locale, problem);
  const words = packageProblemText[locale][problem.kind](problem.of);
  return place === '' ? words : `${place[0]!.toUpperCase()}${place.slice(1)}: ${words}`;
}
