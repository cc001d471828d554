import type { Locale } from '#ui/format.ts';
import type { MeetingKind, MeetingState, Part, StateRefusal } from './meeting.ts';
import type { MeetingPage } from './meeting-pages.ts';

const da = {
  section: 'Møder',
  pagesOf: 'Mødets sider',
  pages: {
    overview: 'Overblik',
    agenda: 'Dagsorden',
    dates: 'Datoer',
    people: 'Hvem kommer',
    venue: 'Sted',
    guests: 'Gæster',
    questions: 'Spørgsmål',
    questionnaire: 'Spørgeskema',
    figures: 'Tal',
    attendance: 'Fremmøde',
    minutes: 'Referat',
    agreements: 'Aftaler',
    money: 'Udgifter',
    letters: 'Mails',
  } satisfies Record<MeetingPage, string>,
  kinds: {
    cluster: 'Klyngemøde',
    general_assembly: 'Generalforsamling',
    founding_assembly: 'Stiftende generalforsamling',
    board: 'Bestyrelsesmøde',
    joint: 'Fællesmøde med partnere',
    pre_meeting: 'Formøde',
    follow_up: 'Opfølgende møde',
  } satisfies Record<MeetingKind, string>,
  states: {
    idea: 'Idé',
    polling: 'Dato søges',
    reserved: 'Dato reserveret',
    confirmed: 'Ligger fast',
    held: 'Afholdt',
    closed: 'Afsluttet',
    cancelled: 'Aflyst',
  } satisfies Record<MeetingState, string>,
  parts: {
    chair: 'Mødeleder',
    facilitator: 'Facilitator',
    minute_taker: 'Referent',
    host: 'Vært',
  } satisfies Record<Part, string>,
  noDay: 'Ingen dato endnu',
  sinceLastTime: 'Siden sidst: åbne opgaver',
  state: {
    meeting_closed: 'Mødet er afsluttet, og referatet er sendt. Det kan ikke ændres.',
    meeting_cancelled: 'Mødet er aflyst.',
    meeting_held: 'Mødet har været holdt.',
    day_missing: 'Mødet har ingen dato endnu. Find en dato først.',
    not_from_here: 'Det kan mødet ikke, sådan som det står nu.',
  } satisfies Record<StateRefusal, string>,
};

const en: typeof da = {
  section: 'Meetings',
  pagesOf: 'Pages of the meeting',
  pages: {
    overview: 'Overview',
    agenda: 'Agenda',
    dates: 'Dates',
    people: 'Who comes',
    venue: 'Venue',
    guests: 'Guests',
    questions: 'Questions',
    questionnaire: 'Questionnaire',
    figures: 'Figures',
    attendance: 'Attendance',
    minutes: 'Minutes',
    agreements: 'Agreements',
    money: 'Expenses',
    letters: 'Mails',
  },
  kinds: {
    cluster: 'Cluster meeting',
    general_assembly: 'General assembly',
    founding_assembly: 'Founding assembly',
    board: 'Board meeting',
    joint: 'Joint meeting with partners',
    pre_meeting: 'Pre-meeting',
    follow_up: 'Follow-up meeting',
  },
  states: {
    idea: 'Idea',
    polling: 'Finding a date',
    reserved: 'Date reserved',
    confirmed: 'Settled',
    held: 'Held',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  parts: { chair: 'Chair', facilitator: 'Facilitator', minute_taker: 'Minute taker', host: 'Host' },
  noDay: 'No date yet',
  sinceLastTime: 'Since last time: open actions',
  state: {
    meeting_closed: 'The meeting is closed and the minutes are out. It cannot be changed.',
    meeting_cancelled: 'The meeting is cancelled.',
    meeting_held: 'The meeting has been held.',
    day_missing: 'The meeting has no date yet. Find a date first.',
    not_from_here: 'The meeting cannot do that as it stands now.',
  },
};

/** What meetings, their kinds, states and pages are called, and why a state does not follow another. */
export const meetingText: Record<Locale, typeof da> = { da, en };
