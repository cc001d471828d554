import { count, type Locale } from '#ui/format.ts';
import type { Absence, Diet, InvitingRefusal, RsvpAnswer, RsvpRefusal } from './invitation.ts';

type Refusals = Record<RsvpRefusal, string>;
type VenueRefusals = Record<
  'no_such_meeting' | 'not_ahead' | 'no_address' | 'told_already' | 'numbers_changed' | 'too_late_to_undo',
  string
>;

const da = {
  question: 'Kommer du?',
  forClinic: (colleagues: number) =>
    `Svar også for ${count('da', colleagues, { one: 'kollega', other: 'kolleger' })} i klinikken`,
  answers: { yes: 'Kommer', online: 'Er med online', no: 'Kommer ikke' } satisfies Record<RsvpAnswer, string>,
  name: 'Navn',
  needs: 'Mad og fravær',
  needsHint:
    'Kun du, koordinatoren og sekretæren ser det. Det bliver slettet 14 dage efter mødet. Stedet får kun antal.',
  needsElsewhere:
    'Særlig mad skriver du, når du er logget ind eller bruger linket i en mail. Du kan også sige det til koordinatoren.',
  diet: 'Hvis du kommer: særlig mad',
  absence: 'Hvis du ikke kommer: hvorfor',
  diets: {
    '': 'Ingen særlig mad',
    vegetarian: 'Vegetarisk',
    vegan: 'Vegansk',
    no_pork: 'Uden svinekød',
    no_gluten: 'Uden gluten',
    no_lactose: 'Uden laktose',
    no_nuts: 'Uden nødder',
    other: 'Andet, jeg skriver til koordinatoren',
  } satisfies Record<Diet, string>,
  absences: {
    '': 'Vil ikke sige det',
    duty: 'Vagt',
    holiday: 'Ferie',
    ill: 'Sygdom',
    family: 'Familie',
    course: 'Kursus',
    other: 'Andet',
  } satisfies Record<Absence, string>,
  answeredBy: (name: string) => `svaret af ${name}`,
  you: 'dig',
  someoneElse: 'en anden i klyngen',
  save: 'Gem svar',
  refusal: {
    no_such_meeting: 'Mødet findes ikke længere. Intet blev ændret.',
    meeting_over: 'Mødet er holdt eller aflyst, så svaret kom ikke med.',
    nothing_answered: 'Vælg, om du kommer, og gem igen.',
    not_online: 'Mødet kan ikke følges online længere. Vælg et andet svar, og gem igen.',
    not_yours_to_answer: 'En af dem, du svarede for, er ikke i din klinik længere. Gem igen for de andre.',
  } satisfies Refusals,
  inviting: {
    no_such_meeting: 'Mødet findes ikke.',
    all_invited: 'Alle i klyngen er inviteret.',
    day_missing: 'Mødet har ingen dato endnu. Find en dato først.',
    day_passed: 'Mødets dag har været.',
    meeting_held: 'Mødet har været holdt.',
    meeting_closed: 'Mødet er afsluttet.',
    meeting_cancelled: 'Mødet er aflyst.',
    not_from_here: 'Det kan mødet ikke, sådan som det står nu.',
    too_late_to_undo: 'Det er for sent at fortryde: mails er sendt, eller noget er ændret siden.',
  } satisfies Record<InvitingRefusal | 'no_such_meeting' | 'all_invited' | 'too_late_to_undo', string>,
  venue: {
    no_such_meeting: 'Mødet findes ikke.',
    not_ahead: 'Mødet har ingen dato, eller det har været.',
    no_address: 'Skriv først stedets mailadresse på mødet.',
    told_already: 'Stedet har allerede de tal. Intet er ændret siden.',
    numbers_changed: 'Vi har sendt nye tal i mellemtiden. Se dem her, og bekræft dem.',
    too_late_to_undo: 'Det er for sent at fortryde: mailen er sendt.',
  } satisfies VenueRefusals,
};

const en: typeof da = {
  question: 'Will you come?',
  forClinic: (colleagues) =>
    `Answer for ${count('en', colleagues, { one: 'colleague', other: 'colleagues' })} in the clinic too`,
  answers: { yes: 'Comes', online: 'Joins online', no: 'Does not come' },
  name: 'Name',
  needs: 'Food and absence',
  needsHint:
    'Only you, the coordinator and the secretary see this. It is deleted 14 days after the meeting. The venue gets numbers alone.',
  needsElsewhere:
    'Tell of special food when you are signed in or use the link of a mail. You can also tell the coordinator.',
  diet: 'If you come: special food',
  absence: 'If you do not come: why',
  diets: {
    '': 'No special food',
    vegetarian: 'Vegetarian',
    vegan: 'Vegan',
    no_pork: 'No pork',
    no_gluten: 'No gluten',
    no_lactose: 'No lactose',
    no_nuts: 'No nuts',
    other: 'Something else, I write to the coordinator',
  },
  absences: {
    '': 'Rather not say',
    duty: 'On duty',
    holiday: 'Holiday',
    ill: 'Illness',
    family: 'Family',
    course: 'Course',
    other: 'Something else',
  },
  answeredBy: (name) => `answered by ${name}`,
  you: 'you',
  someoneElse: 'somebody else in the cluster',
  save: 'Save answers',
  refusal: {
    no_such_meeting: 'The meeting is not there any more. Nothing was changed.',
    meeting_over: 'The meeting has been or is cancelled, so the answer was not counted.',
    nothing_answered: 'Choose whether you come, and save again.',
    not_online: 'The meeting cannot be joined online any more. Choose another answer, and save again.',
    not_yours_to_answer: 'One of those you answered for has left your clinic. Save again for the others.',
  },
  inviting: {
    no_such_meeting: 'The meeting is not there.',
    all_invited: 'Everybody in the cluster is invited.',
    day_missing: 'The meeting has no date yet. Find a date first.',
    day_passed: 'The day of the meeting has been.',
    meeting_held: 'The meeting has been held.',
    meeting_closed: 'The meeting is closed.',
    meeting_cancelled: 'The meeting is cancelled.',
    not_from_here: 'The meeting cannot do that as it stands now.',
    too_late_to_undo: 'It is too late to undo: mails have gone, or something has changed since.',
  },
  venue: {
    no_such_meeting: 'The meeting is not there.',
    not_ahead: 'The meeting has no date, or it has been.',
    no_address: 'First write the mail address of the venue on the meeting.',
    told_already: 'The venue has these numbers. Nothing has changed since.',
    numbers_changed: 'We have sent new numbers meanwhile. See them here, and confirm them.',
    too_late_to_undo: 'It is too late to undo: the mail has gone.',
  },
};

/** The words around who comes, what they eat, and why an answer was refused. */
export const rsvpText: Record<Locale, typeof da> = { da, en };
