import type { Posted } from './year.fixtures.ts';

/** The mails in lines of one day and kind, in order, with everybody who got one: `2027-04-02 minutes: anna bo`. */
export function listed(posted: readonly Posted[]): string[] {
  const alike = Map.groupBy(posted, ({ at, kind }) => `${at.slice(0, 10)} ${kind}`);
  const lines = [...alike].map(([line, some]) => {
    const people = some.map(({ who }) => who).sort();
    return `${line}: ${people.join(' ')}`;
  });
  return lines.sort();
}

/** Every mail of the year. On other days nobody gets any. */
export const LETTERS = `
2027-01-06 topic_outcome: cia
2027-01-07 topic_vote: bo dan eva finn
2027-01-14 topic_vote: cia
2027-01-22 date_poll: anna bo cia dan eva finn
2027-01-22 guest_dates: grete
2027-01-22 topic_outcome: finn
2027-01-22 topic_vote_result: bo cia dan
2027-01-29 date_poll_reminder: dan finn
2027-01-29 topic_outcome: bo cia dan
2027-02-01 week_ahead: anna
2027-02-04 date_poll_reminder: finn
2027-02-08 date_reserved: anna bo cia dan eva finn
2027-02-08 figure_order: ditte dorte
2027-02-08 guest_invitation: grete
2027-02-08 week_ahead: anna
2027-02-10 guest_moved: grete
2027-02-10 meeting_invitation: anna bo cia dan eva finn
2027-02-10 own_count_asked: anna bo cia dan
2027-02-15 venue_numbers: house
2027-02-15 week_ahead: anna
2027-02-24 own_count_reminder: anna bo cia dan
2027-03-03 figure_order_reminder: ditte dorte
2027-03-03 questionnaire: anna bo cia dan eva finn
2027-03-05 figures_ready: anna bo cia dan
2027-03-08 week_ahead: anna
2027-03-15 guest_changed: grete
2027-03-17 rsvp_reminder: dan finn
2027-03-22 week_ahead: anna
2027-03-23 questionnaire_reminder: dan eva finn
2027-03-26 rsvp_reminder: dan
2027-03-28 venue_numbers_again: house
2027-03-29 week_ahead: anna
2027-04-01 evaluation: anna bo cia eva finn
2027-04-02 guest_afterwards: grete
2027-04-02 minutes: anna bo cia dan eva finn
2027-04-04 questionnaire_reminder: finn
2027-04-05 week_ahead: anna
2027-04-12 week_ahead: anna
2027-04-14 guest_invitation: hugo
2027-04-15 meeting_invitation: anna bo cia dan eva finn
2027-04-19 week_ahead: anna
2027-04-20 venue_numbers: house
2027-05-11 action_reminder: bo
2027-05-18 guest_moved: hugo
2027-05-18 meeting_moved: anna bo cia dan eva finn
2027-05-18 venue_numbers_again: house
2027-05-25 guest_cancelled: hugo
2027-05-31 week_ahead: anna
2027-06-02 rsvp_reminder: dan
2027-06-13 venue_numbers_again: house
2027-06-17 evaluation: anna bo cia dan eva finn
2027-06-18 minutes: anna bo cia dan eva finn
2027-06-28 week_ahead: anna
2027-07-05 week_ahead: anna
2027-08-01 figure_order: ditte dorte
2027-08-10 meeting_invitation: anna bo cia dan eva finn
2027-08-12 venue_numbers: house
2027-08-18 questionnaire: anna bo cia dan finn
2027-08-20 meeting_cancelled: anna bo cia dan eva finn
2027-08-20 venue_cancelled: house
2027-08-23 date_poll: anna bo cia dan eva finn
2027-08-30 date_poll_reminder: dan
2027-09-02 dates_added: anna bo cia dan eva finn
2027-09-06 week_ahead: anna
2027-09-09 date_poll_reminder: dan
2027-09-13 date_reserved: anna bo cia dan eva finn
2027-09-13 figure_order: ditte dorte
2027-09-13 week_ahead: anna
2027-09-15 own_count_asked: anna bo cia dan
2027-09-16 figure_order_reminder: ditte dorte
2027-09-16 questionnaire: anna bo cia dan eva finn
2027-09-20 figures_ready: anna bo cia dan
2027-09-20 week_ahead: anna
2027-09-22 meeting_invitation: anna bo cia dan eva finn
2027-09-27 questionnaire_reminder: finn
2027-09-27 week_ahead: anna
2027-09-29 own_count_reminder: anna bo cia dan
2027-09-30 measured_again: anna bo cia dan eva finn
2027-10-04 week_ahead: anna
2027-10-06 figure_order_reminder: ditte dorte
2027-10-06 questionnaire: anna bo cia dan finn
2027-10-08 figures_ready: anna bo cia dan
2027-10-11 week_ahead: anna
2027-10-20 rsvp_reminder: dan finn
2027-10-25 week_ahead: anna
2027-10-29 rsvp_reminder: finn
2027-11-01 week_ahead: anna
2027-11-04 evaluation: anna bo cia eva
2027-11-05 minutes: anna bo cia dan eva finn
2027-11-07 questionnaire_reminder: eva
2027-11-08 week_ahead: anna
2027-11-15 week_ahead: anna
2027-11-22 week_ahead: anna
2027-12-01 coordinator_handed_over: bo
2027-12-16 measured_again: anna bo cia dan eva finn
2027-12-20 week_ahead: bo
2027-12-27 week_ahead: bo
2028-01-03 week_ahead: bo
`
  .trim()
  .split('\n');

/** What a subject begins with: the act that is asked for, or what has happened. */
export const ACTS =
  /^(Svar på|Tæl|I mangler at|Du mangler at|Stem på|Se|Læs|Bekræft|Gå|Dato reserveret|Flyttet til|Nyt sted|Aflyst|Afbestilling|Bestilling|Endeligt antal|Ændret bestilling|Mangler endnu|Det blev der af|Din opgave|Tak for mødet|60 sekunder om mødet|Jeres tal er klar|Du er nu|\d ting at gøre)(?![\p{L}])/u;
