import { expect, test } from 'vitest';
import { sheetOf } from './letter-sheet.ts';
import { linkText, meetingLetterText } from './meeting-letter.text.ts';
import {
  isForCalendar,
  MEETING_LETTER_KINDS,
  type MeetingTold,
  mayBeMuted,
  pageOf,
  pathOfWay,
  receiverOf,
  wayOf,
} from './meeting-letter.ts';
import { refusalOfMeetingLetter, type Situation } from './meeting-letter-refusal.ts';

const TOLD: MeetingTold = {
  name: 'Sørine Æbeltoft-Åkjær',
  cluster: 'Fjord & <Klyngen>',
  sender: 'Bo "Bo" Øster',
  today: '2026-03-02',
  title: 'Opioider <script>',
  occasion: { heldOn: '2026-03-18', startsAt: '17:00:00' },
  minutes: 150,
  place: 'Sognehuset',
  address: 'Kirkevej 1, Vestfjord',
  isOnline: false,
  isPlaceAlone: false,
  greeting: 'Vi glæder os.\nTag en kollega med.',
  dates: [
    { heldOn: '2026-03-12', startsAt: '17:00:00', isAdded: false },
    { heldOn: '2026-03-19', startsAt: '12:30:00', isAdded: true },
  ],
  closesOn: '2026-03-06',
  problem: 'Hvornår skal vi henvise?',
  part: {
    changed: ['slot', 'problem', 'practicalities', 'pre_meeting'],
    slot: 'Oplæg <om> smerter',
    slotAt: '17:45:00',
    practicalities: 'Kom ad bagdøren.',
    preMeeting: { heldOn: '2026-03-11', startsAt: '16:00:00' },
  },
  numbers: { people: 18, diets: [{ diet: 'vegan', count: 2 }] },
  lastNumbersOn: '2026-03-15',
  topic: { sentence: 'Opioider hos ældre', answer: 'Det bliver efterårets møde.' },
  action: { sentence: 'Skrive til apoteket', dueOn: '2026-03-20' },
  agreement: { what: 'Vi trapper ned', measure: 'Opioidbrugere', hasFigures: true },
  order: {
    source: 'Kvalitetsenheden',
    indicators: ['Opioidbrugere'],
    wantedOn: '2026-03-10',
    remark: 'Gerne med kvartaler.',
  },
  questionnaire: {
    title: 'Opioider',
    questions: 8,
    minutes: 2,
    isNamed: false,
    isWellbeing: false,
    closesOn: '2026-03-12',
  },
  lines: ['Send indbydelsen', 'Bestil tal'],
};
const NOTHING: MeetingTold = {
  ...TOLD,
  sender: '',
  occasion: null,
  place: '',
  address: '',
  greeting: '',
  dates: [],
  closesOn: null,
  problem: '',
  part: { changed: [], slot: '', slotAt: null, practicalities: '', preMeeting: null },
  numbers: { people: 0, diets: [] },
  lastNumbersOn: null,
  topic: { sentence: '', answer: '' },
  action: { sentence: '', dueOn: null },
  agreement: { what: '', measure: '', hasFigures: false },
  // An order always has a source and something to order.
  order: { source: 'Kvalitetsenheden', indicators: ['Opioidbrugere'], wantedOn: null, remark: '' },
  lines: [],
};
const URL = 'https://klynge.example/m/0123456789';
const UNTIL = new Date('2026-04-01T22:00:00Z');

const GONE = { slot: '', slotAt: null, practicalities: '', preMeeting: null };
test.each([
  ['slot', {}, 'Din plads i programmet er nu ”Oplæg <om> smerter” kl. 17.45.'],
  ['slot', { slotAt: null }, 'Din plads i programmet er nu ”Oplæg <om> smerter”.'],
  ['slot', GONE, 'Du har ikke længere en bestemt plads i programmet.'],
  ['problem', {}, 'Det vil vi gerne tale med dig om: Hvornår skal vi henvise?'],
  ['practicalities', {}, 'Det praktiske: Kom ad bagdøren.'],
  ['practicalities', GONE, 'Det, vi skrev om det praktiske, gælder ikke længere.'],
  ['pre_meeting', {}, 'Formøde: onsdag den 11. marts 2026 kl. 16.00. Svar på din side, om du kan.'],
  ['pre_meeting', GONE, 'Der bliver ikke holdt formøde.'],
])('a guest hears of a new %s alone (%o): %s', (changed, part, line) => {
  const told = { ...TOLD, part: { ...TOLD.part, ...part, changed: [changed] } };
  const [first, ...rest] = meetingLetterText.da.guest_changed(told).body;
  expect([first?.replaceAll('\u00a0', ' '), rest.length]).toEqual([line, 1]);
});

test.each(MEETING_LETTER_KINDS.flatMap((kind) => [['da', kind] as const, ['en', kind] as const]))(
  'in %s a letter of kind %s says first who it is for and why, and has one link',
  (locale, kind) => {
    const after = linkText[locale][wayOf(kind)](UNTIL);
    const writing = { ...meetingLetterText[locale][kind](TOLD), after, foot: 'Klyngerum' };
    const { html, subject, text } = sheetOf(locale, writing, URL);
    expect(text.split('\n')[0]).toMatch(
      locale === 'da'
        ? /^Til Sørine Æbeltoft-Åkjær, fordi .+\.$/
        : /^To Sørine Æbeltoft-Åkjær, because .+\.$/,
    );
    expect(text.match(/https?:/g)).toHaveLength(1);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<script|<Klyngen>/);
    expect(subject.length).toBeGreaterThan(10);
    expect(`${subject}${text}`).not.toMatch(/undefined|null|\d\s?%|OK\b|\.\.\s/);
  },
);

test.each(MEETING_LETTER_KINDS)('a letter of kind %s that has little to tell still reads as one', (kind) => {
  for (const locale of ['da', 'en'] as const) {
    const { act, body, subject, why } = meetingLetterText[locale][kind](NOTHING);
    expect([subject, why, act, ...body].join('|')).not.toMatch(
      /undefined|null|: \.|\|\|| {2}|^[,: ]|Invalid/,
    );
  }
});

test.each([
  ['2026-03-14', 'Ændret bestilling: 18 personer', 'gælder ikke længere'],
  ['2026-03-15', 'Endeligt antal: 18 personer', 'Vi bliver'],
])('a house that is told other numbers on %s reads “%s”', (today, subject, words) => {
  const sentences = meetingLetterText.da.venue_numbers_again({ ...TOLD, today });
  expect(sentences.subject.replaceAll('\u00a0', ' ')).toContain(subject);
  expect(sentences.body.join(' ')).toContain(words);
});

test('the subject says the act and the time', () => {
  const subjectOf = (kind: keyof typeof meetingLetterText.da, told: Partial<MeetingTold> = {}) =>
    meetingLetterText.da[kind]({
      ...TOLD,
      title: 'Opioider',
      cluster: 'Fjordklyngen',
      ...told,
    }).subject.replaceAll('\u00a0', ' ');
  expect(subjectOf('date_poll')).toBe('Svar på 1 ting inden fredag: mødedato');
  expect(subjectOf('date_poll', { closesOn: '2026-03-13' })).toBe(
    'Svar på 1 ting inden fredag den 13. marts: mødedato',
  );
  expect(subjectOf('meeting_invitation')).toBe('Svar på 1 ting: kommer du onsdag den 18. marts kl. 17.00?');
  expect(subjectOf('date_reserved')).toBe('Dato reserveret: Opioider onsdag den 18. marts kl. 17.00');
  expect(subjectOf('meeting_moved')).toBe('Flyttet til onsdag den 18. marts kl. 17.00: Opioider');
  expect(subjectOf('meeting_cancelled')).toBe('Aflyst: Opioider onsdag den 18. marts kl. 17.00');
  expect(subjectOf('venue_numbers')).toBe('Bekræft bestilling: 18 personer onsdag den 18. marts kl. 17.00');
  expect(meetingLetterText.en.date_poll(TOLD).subject).toBe('Answer 1 thing by Friday: date of the meeting');
});

test('the days that came later are told of alone', () => {
  const { body } = meetingLetterText.da.dates_added(TOLD);
  expect(body[0]?.replaceAll('\u00a0', ' ')).toBe('Nye datoer: torsdag den 19. marts 2026 kl. 12.30.');
});

test('each letter leads where its receiver can act', () => {
  const ways = Object.groupBy(MEETING_LETTER_KINDS, (kind) => `${receiverOf(kind)} ${wayOf(kind)}`);
  expect(ways).toEqual({
    'member member': [
      'date_poll',
      'date_poll_reminder',
      'dates_added',
      'date_reserved',
      'meeting_invitation',
      'meeting_moved',
      'meeting_cancelled',
      'rsvp_reminder',
      'topic_vote',
      'digest',
      'questionnaire',
      'questionnaire_reminder',
      'evaluation',
    ],
    'member page': [
      'minutes',
      'topic_vote_result',
      'topic_outcome',
      'action_reminder',
      'own_count_asked',
      'own_count_reminder',
      'measured_again',
      'week_ahead',
      'coordinator_handed_over',
    ],
    'guest guest': expect.arrayContaining(['guest_invitation', 'guest_cancelled']),
    'venue venue': ['venue_numbers', 'venue_numbers_again', 'venue_cancelled'],
    'respondent respondent': ['partner_questionnaire', 'partner_questionnaire_reminder'],
    'source sign_in': ['figure_order', 'figure_order_reminder', 'figure_order_cancelled'],
  });
  expect(pathOfWay('member', 'tok', '/c/1')).toBe('/m/tok');
  expect(pathOfWay('sign_in', 'tok', '/c/1')).toBe('/sign-in/tok');
  expect(pathOfWay('page', 'tok', '/c/1')).toBe('/c/1');
});

test.each([
  ['minutes', 'm', '/c/k/meetings/m/minutes'],
  ['measured_again', 'm', '/c/k/meetings/m/agreements'],
  ['own_count_asked', 'm', '/c/k/own-counts'],
  ['action_reminder', 'm', '/c/k/answer#actions'],
  ['topic_outcome', null, '/c/k/topics'],
  ['topic_vote_result', null, '/c/k/topics'],
  ['week_ahead', null, '/c/k'],
] as const)('a letter of kind %s about meeting %s leads to %s', (kind, meetingId, path) => {
  expect(pageOf(kind, 'k', meetingId)).toBe(path);
});

test('what nobody can do without is never muted', () => {
  expect(MEETING_LETTER_KINDS.filter(mayBeMuted)).toEqual([
    'date_poll_reminder',
    'rsvp_reminder',
    'topic_vote',
    'topic_vote_result',
    'topic_outcome',
    'action_reminder',
    'own_count_asked',
    'own_count_reminder',
    'measured_again',
    'week_ahead',
    'digest',
    'questionnaire_reminder',
    'evaluation',
  ]);
  expect(MEETING_LETTER_KINDS.filter(isForCalendar).some(mayBeMuted)).toBe(false);
});

const AS_IT_WAS: Situation = {
  today: '2026-03-02',
  state: 'confirmed',
  heldOn: '2026-03-18',
  isPollOpen: true,
  isVoteOpen: true,
  isRoundOpen: true,
  hasAnswered: false,
  isSuperseded: false,
  isOver: false,
  isMuted: false,
};

test.each([
  ['meeting_invitation', {}, null],
  ['meeting_invitation', { state: 'cancelled' }, 'meeting_cancelled'],
  ['meeting_invitation', { isSuperseded: true }, 'meeting_moved'],
  ['meeting_invitation', { heldOn: null, state: 'polling' }, 'meeting_moved'],
  ['meeting_invitation', { heldOn: '2026-03-01' }, 'meeting_over'],
  ['meeting_invitation', { heldOn: '2026-03-02' }, null],
  ['meeting_invitation', { isMuted: true, hasAnswered: true }, null],
  ['rsvp_reminder', { hasAnswered: true }, 'answered'],
  ['rsvp_reminder', { isMuted: true }, 'muted'],
  ['date_poll', { hasAnswered: true }, null],
  ['date_poll', { isPollOpen: false }, 'poll_closed'],
  ['date_poll_reminder', { hasAnswered: true }, 'answered'],
  ['date_poll_reminder', { isPollOpen: false }, 'poll_closed'],
  ['dates_added', { state: 'cancelled' }, 'meeting_cancelled'],
  ['meeting_cancelled', {}, 'not_cancelled'],
  ['meeting_cancelled', { state: 'cancelled' }, null],
  ['meeting_cancelled', { state: 'cancelled', heldOn: '2026-03-01' }, 'meeting_over'],
  ['guest_cancelled', { isOver: true }, null],
  ['guest_cancelled', {}, 'not_cancelled'],
  ['guest_changed', { heldOn: null }, null],
  ['guest_changed', { state: 'cancelled' }, 'meeting_cancelled'],
  ['minutes', { heldOn: '2026-03-01', state: 'closed' }, null],
  ['action_reminder', { isOver: true }, 'settled'],
  ['figure_order_reminder', { isOver: true }, 'settled'],
  ['figure_order_cancelled', { isOver: true }, null],
  ['topic_vote', { isVoteOpen: false }, 'vote_closed'],
  ['topic_outcome', { state: null }, null],
  ['venue_cancelled', { state: 'cancelled' }, null],
] as const)('a letter of kind %s, where %o: %s', (kind, change, refusal) => {
  expect(refusalOfMeetingLetter(kind, { ...AS_IT_WAS, ...change })).toBe(refusal);
});
