import { packagesText } from '#domain/packages/packages.text.ts';
import type { Locale } from '#ui/format.ts';
import type { Deadline, DeadlineRefusal, Urgency } from './deadline.ts';

type Act = Deadline['act'];

const da = {
  acts: {
    invite_guest: 'Spørg gæsten',
    order_figures: 'Bestil tal',
    open_date_poll: 'Find en dato',
    book_venue: 'Bestil lokale og mad',
    pre_meeting: 'Hold formøde',
    count_own: 'Praksisserne tæller egne tal op',
    send_invitation: 'Send invitation',
    guest_brief: 'Send gæsten klyngens spørgsmål',
    send_material: 'Send materiale',
    venue_numbers: 'Meld antal til stedet',
    minutes: 'Send referat',
    follow_up: 'Følg op på aftalerne',
    measure_again: 'Mål igen',
    task: 'Opgave',
  } satisfies Record<Act, string>,
  go: {
    invite_guest: 'Til gæster',
    order_figures: 'Til tal',
    open_date_poll: 'Til datoer',
    book_venue: 'Til sted',
    pre_meeting: 'Til gæster',
    count_own: 'Til egne tal',
    send_invitation: 'Til hvem kommer',
    guest_brief: 'Til gæster',
    send_material: 'Til dagsorden',
    venue_numbers: 'Til sted',
    minutes: 'Til referat',
    follow_up: 'Til aftaler',
    measure_again: 'Til tal',
    task: '',
  } satisfies Record<Act, string>,
  urgency: {
    overdue: 'Skulle være gjort',
    this_week: 'Inden for en uge',
    this_month: 'Inden for en måned',
    later: 'Senere',
    undated: 'Venter på en dato',
  } satisfies Record<Urgency, string>,
  offset: (days: number) => (days === 0 ? 'på dagen' : packagesText.da.when(days)),
  due: 'Frist',
  what: 'Hvad',
  pinned: 'låst til dagen',
  byItself: 'sker af sig selv',
  done: 'Gjort',
  skipped: 'Sprunget over',
  refusal: {
    no_such_meeting: 'Mødet findes ikke længere.',
    no_such_deadline: 'Fristen findes ikke længere.',
    settled_already: 'Det er klaret allerede. Åbn det igen, hvis det skal ændres.',
    open_already: 'Fristen er åben allerede.',
    title_missing: 'Skriv, hvad der skal gøres.',
    title_too_long: 'Skriv det kortere: højst 200 tegn.',
    day_not_understood: 'Skriv dagen som 14.4.2027.',
    day_too_far: 'Dagen ligger for langt fra mødet.',
    day_missing: 'Skriv en dag.',
    too_many_deadlines: 'Der er 60 frister allerede. Luk nogle af dem først.',
  } satisfies Record<DeadlineRefusal, string>,
};

const en: typeof da = {
  acts: {
    invite_guest: 'Ask the guest',
    order_figures: 'Order figures',
    open_date_poll: 'Find a date',
    book_venue: 'Book room and food',
    pre_meeting: 'Hold the pre-meeting',
    count_own: 'The practices count their own figures',
    send_invitation: 'Send the invitation',
    guest_brief: 'Send the guest the cluster’s questions',
    send_material: 'Send material',
    venue_numbers: 'Tell the venue how many',
    minutes: 'Send the minutes',
    follow_up: 'Follow up on the agreements',
    measure_again: 'Measure again',
    task: 'Task',
  },
  go: {
    invite_guest: 'To guests',
    order_figures: 'To figures',
    open_date_poll: 'To dates',
    book_venue: 'To the venue',
    pre_meeting: 'To guests',
    count_own: 'To own counts',
    send_invitation: 'To who comes',
    guest_brief: 'To guests',
    send_material: 'To the agenda',
    venue_numbers: 'To the venue',
    minutes: 'To the minutes',
    follow_up: 'To agreements',
    measure_again: 'To figures',
    task: '',
  },
  urgency: {
    overdue: 'Should be done by now',
    this_week: 'Within a week',
    this_month: 'Within a month',
    later: 'Later',
    undated: 'Waiting for a date',
  },
  offset: (days) => (days === 0 ? 'on the day' : packagesText.en.when(days)),
  due: 'Due',
  what: 'What',
  pinned: 'pinned to the day',
  byItself: 'happens by itself',
  done: 'Done',
  skipped: 'Skipped',
  refusal: {
    no_such_meeting: 'The meeting no longer exists.',
    no_such_deadline: 'The deadline no longer exists.',
    settled_already: 'It is settled already. Open it again to change it.',
    open_already: 'The deadline is open already.',
    title_missing: 'Write what is to be done.',
    title_too_long: 'Write it shorter: at most 200 characters.',
    day_not_understood: 'Write the day as 14.4.2027.',
    day_too_far: 'The day is too far from the meeting.',
    day_missing: 'Write a day.',
    too_many_deadlines: 'There are 60 deadlines already. Settle some of them first.',
  },
};

/** What deadlines are called, how near they are, and why one cannot be changed as wished. */
export const deadlineText: Record<Locale, typeof da> = { da, en };

/** A deadline in words: as whoever made it called it, else by its act. */
export function nameOfDeadline(locale: Locale, { act, title }: { act: Act; title: string }): string {
  return title || deadlineText[locale].acts[act];
}
