import { count, dayText, type Locale } from '#ui/format.ts';
import type { Writing } from './letter.text.ts';
import type { MeetingTold, QUESTIONNAIRE_KINDS } from './meeting-letter.ts';
import { near } from './near-day.text.ts';

type Sentences = Pick<Writing, 'subject' | 'why' | 'body' | 'act'>;
type Words = Record<(typeof QUESTIONNAIRE_KINDS)[number], (told: MeetingTold) => Sentences>;

const minutes = {
  da: (n: number) => count('da', n, { one: 'minut', other: 'minutter' }),
  en: (n: number) => count('en', n, { one: 'minute', other: 'minutes' }),
};
const questions = {
  da: (n: number) => count('da', n, { one: 'spørgsmål', other: 'spørgsmål' }),
  en: (n: number) => count('en', n, { one: 'question', other: 'questions' }),
};
const daBy = ({ questionnaire: { closesOn }, today }: MeetingTold) =>
  closesOn ? ` inden ${near('da', closesOn, today)}` : '';
const enBy = ({ questionnaire: { closesOn }, today }: MeetingTold) =>
  closesOn ? ` by ${near('en', closesOn, today)}` : '';
// A questionnaire that is asked once more may belong to a meeting that has been.
const daWhen = (told: MeetingTold) => (isAfterwards(told) ? 'efter' : 'før');
const enWhen = (told: MeetingTold) => (isAfterwards(told) ? 'after' : 'before');
const isAfterwards = ({ occasion, today }: MeetingTold) => occasion !== null && occasion.heldOn < today;
const daHow = ({ questionnaire: { isNamed, isWellbeing } }: MeetingTold) => {
  if (isNamed) return 'Svarene er med navn: koordinatoren kan se, hvem der har svaret hvad.';
  const least = isWellbeing ? 'ti' : 'fem';
  return `Svarene er anonyme: Ingen kan se, hvad du har svaret, heller ikke med hele databasen i hånden. Der vises kun noget, når mindst ${least} har svaret.`;
};
const enHow = ({ questionnaire: { isNamed, isWellbeing } }: MeetingTold) => {
  if (isNamed) return 'Answers carry names: the coordinator can see who answered what.';
  const least = isWellbeing ? 'ten' : 'five';
  return `Answers are anonymous: nobody can see what you answered, not even with the whole database in hand. Nothing is shown until at least ${least} have answered.`;
};
const daMuch = ({ questionnaire: asked }: MeetingTold) =>
  `${questions.da(asked.questions)}, cirka ${minutes.da(asked.minutes)}. Du kan gemme undervejs og svare færdig senere.`;
const enMuch = ({ questionnaire: asked }: MeetingTold) =>
  `${questions.en(asked.questions)}, about ${minutes.en(asked.minutes)}. You can save on the way and finish later.`;
const daLast = ({ questionnaire: { closesOn } }: MeetingTold) =>
  closesOn ? [`Sidste dag at svare er ${dayText('da', closesOn)}.`] : [];
const enLast = ({ questionnaire: { closesOn } }: MeetingTold) =>
  closesOn ? [`The last day to answer is ${dayText('en', closesOn)}.`] : [];

const da: Words = {
  questionnaire: (told) => ({
    subject: `Svar på 1 ting${daBy(told)}: ${told.questionnaire.title}`,
    why: `Til ${told.name}, fordi ${told.cluster} spørger sine medlemmer ${daWhen(told)} mødet ”${told.title}”.`,
    body: [daMuch(told), daHow(told), ...daLast(told)],
    act: 'Svar på spørgeskemaet',
  }),
  questionnaire_reminder: (told) => ({
    subject: `Du mangler at svare${daBy(told)}: ${told.questionnaire.title}`,
    why: `Til ${told.name}, fordi ${told.cluster} endnu ikke har fået et spørgeskema fra dig.`,
    body: [daMuch(told), daHow(told), ...daLast(told)],
    act: 'Svar på spørgeskemaet',
  }),
  evaluation: (told) => ({
    subject: `60 sekunder om mødet: ${told.title}`,
    why: `Til ${told.name}, fordi du var med til mødet ”${told.title}” i ${told.cluster}.`,
    body: [daMuch(told), daHow(told), ...daLast(told)],
    act: 'Sig, hvordan mødet var',
  }),
  partner_questionnaire: (told) => ({
    subject: `Svar på 1 ting${daBy(told)}: ${told.questionnaire.title}`,
    why: `Til ${told.name}, fordi ${told.cluster} spørger både sine medlemmer og jer ${daWhen(told)} mødet ”${told.title}”.`,
    body: [
      'I får de samme spørgsmål som lægerne, set fra jeres side. På mødet ser vi svarene ved siden af hinanden.',
      daMuch(told),
      daHow(told),
      ...daLast(told),
    ],
    act: 'Svar på spørgeskemaet',
  }),
  partner_questionnaire_reminder: (told) => ({
    subject: `Du mangler at svare${daBy(told)}: ${told.questionnaire.title}`,
    why: `Til ${told.name}, fordi ${told.cluster} endnu ikke har fået et spørgeskema fra dig.`,
    body: [daMuch(told), daHow(told), ...daLast(told)],
    act: 'Svar på spørgeskemaet',
  }),
};

const en: Words = {
  questionnaire: (told) => ({
    subject: `Answer 1 thing${enBy(told)}: ${told.questionnaire.title}`,
    why: `To ${told.name}, because ${told.cluster} asks its members ${enWhen(told)} the meeting “${told.title}”.`,
    body: [enMuch(told), enHow(told), ...enLast(told)],
    act: 'Answer the questionnaire',
  }),
  questionnaire_reminder: (told) => ({
    subject: `Your answer is missing${enBy(told)}: ${told.questionnaire.title}`,
    why: `To ${told.name}, because ${told.cluster} has not had a questionnaire from you yet.`,
    body: [enMuch(told), enHow(told), ...enLast(told)],
    act: 'Answer the questionnaire',
  }),
  evaluation: (told) => ({
    subject: `60 seconds about the meeting: ${told.title}`,
    why: `To ${told.name}, because you were at the meeting “${told.title}” of ${told.cluster}.`,
    body: [enMuch(told), enHow(told), ...enLast(told)],
    act: 'Say how the meeting was',
  }),
  partner_questionnaire: (told) => ({
    subject: `Answer 1 thing${enBy(told)}: ${told.questionnaire.title}`,
    why: `To ${told.name}, because ${told.cluster} asks both its members and you ${enWhen(told)} the meeting “${told.title}”.`,
    body: [
      'You get the same questions as the doctors, seen from your side. At the meeting we look at the answers side by side.',
      enMuch(told),
      enHow(told),
      ...enLast(told),
    ],
    act: 'Answer the questionnaire',
  }),
  partner_questionnaire_reminder: (told) => ({
    subject: `Your answer is missing${enBy(told)}: ${told.questionnaire.title}`,
    why: `To ${told.name}, because ${told.cluster} has not had a questionnaire from you yet.`,
    body: [enMuch(told), enHow(told), ...enLast(told)],
    act: 'Answer the questionnaire',
  }),
};

/** The words of letters that ask somebody to answer a questionnaire. */
export const questionnaireLetterText: Record<Locale, Words> = { da, en };
