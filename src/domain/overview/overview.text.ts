import type { OwnAct } from '#domain/journal/own-act.ts';
import { count, dateText, type Locale } from '#ui/format.ts';
import { thingText } from './thing.text.ts';

type Acts = Record<OwnAct, (facts: Record<string, string>) => string>;

const persons = { one: 'person', other: 'personer' };
const newMembers = { one: 'nyt medlem', other: 'nye medlemmer' };
const guests = { one: 'gæst', other: 'gæster' };
const da = {
  now: (things: number) => `${['Én', 'To', 'Tre'][things - 1] ?? 'Tre'} ting nu`,
  by: (locale: Locale, day: string) => `Senest ${dateText(locale, day)}`,
  was: (locale: Locale, day: string) => `Skulle være gjort ${dateText(locale, day)}`,
  things: thingText.da,
  coming: {
    answers: (n: number) => `Der er ${count('da', n, { one: 'ting', other: 'ting' })}, du kan svare på`,
    answersAre: 'Datoer, invitationer, spørgeskemaer, afstemninger og egne tal, der venter på dit svar.',
    answer: 'Svar nu',
    mine: 'Til dig',
    next: 'Næste møde',
    later: 'Senere møder',
    ahead: 'Møder på vej',
    due: 'Aftaler, der snart måles igen',
    more: 'Mere om klyngen',
    own: 'Din side med det, du kan svare på',
    calendar: 'Klyngens møder i din kalender',
    year: 'Klyngens år',
  },
  doings: {
    title: 'Det klarede Klyngerum selv',
    lead: 'De seneste to måneder. Det, der kan tages tilbage, har en knap.',
    none: {
      title: 'Intet endnu',
      text: 'Her står det, når der er rykket, bestilt eller lukket noget, uden at nogen skulle huske det.',
    },
    undo: 'Tag det tilbage',
    sure: {
      figures_ordered: 'Datakilden får besked om, at tallene ikke skal bruges.',
      poll_closed: 'Afstemningen åbner igen i en uge, eller til dagen før den første dato.',
    } as Partial<Record<OwnAct, string>>,
    see: 'Se det',
    undone: 'Det er taget tilbage.',
    wasUndone: 'taget tilbage',
    not: 'Det kan ikke tages tilbage. Måske er det allerede afsluttet.',
    acts: {
      topic_vote_closed: () => 'Afstemningen om emner er lukket: fristen var gået',
      meeting_over: () => 'Mødet er holdt, og kan afsluttes',
      new_members_asked: ({ people }) => `${count('da', Number(people), newMembers)} er spurgt om datoer`,
      voters_reminded: ({ people }) =>
        `${count('da', Number(people), persons)} er mindet om at svare på datoer`,
      poll_closed: () => 'Spørgsmålet om datoer er lukket: fristen var gået',
      new_members_invited: ({ people }) => `${count('da', Number(people), newMembers)} er inviteret`,
      invited_reminded: ({ people }) =>
        `${count('da', Number(people), persons)} er mindet om at sige, om de kommer`,
      venue_told_again: ({ people }) => `Stedet har fået det nye antal: ${people}`,
      needs_forgotten: () => 'Kosthensyn og grunde til afbud er slettet',
      guests_reminded: ({ people }) => `${count('da', Number(people), guests)} er mindet om at svare`,
      guests_asked_afterwards: ({ people }) =>
        `${count('da', Number(people), guests)} er spurgt, hvad de tog med hjem`,
      figures_ordered: () => 'Tallene er bestilt hos datakilden',
      source_reminded: () => 'Datakilden er mindet om de bestilte tal',
      figures_received: () => 'De bestilte tal er kommet',
      questionnaire_opened: ({ people }) =>
        `Spørgeskemaet er åbnet, og ${count('da', Number(people), { one: 'person', other: 'personer' })} er spurgt`,
      respondents_reminded: ({ people }) =>
        `${count('da', Number(people), { one: 'person', other: 'personer' })} er mindet om spørgeskemaet`,
      questionnaire_counted: () => 'Spørgeskemaet er lukket, og svarene er talt op',
      questionnaire_dropped: () => 'Spørgeskemaet fik for få svar, og de er slettet uden at være læst',
      questionnaire_unreadable: () =>
        'Nøglen til spørgeskemaets svar er gået tabt, og de er slettet uden at være læst',
      own_counts_asked: ({ people }) => `${people} er bedt om at tælle egne tal`,
      counters_reminded: ({ people }) => `${people} er mindet om at tælle egne tal`,
      measured_again: () => 'Alle har fået besked om, at en aftale måles igen',
      action_owners_reminded: ({ people }) =>
        `${count('da', Number(people), persons)} er mindet om en opgave, der snart skal være gjort`,
      week_told: ({ people }) =>
        `Ugens vigtigste er sendt til ${count('da', Number(people), { one: 'koordinator', other: 'koordinatorer' })}`,
    } as Acts,
  },
  handOver: {
    title: 'Giv koordinatorrollen videre',
    lead: 'Ét skridt: den, du vælger, bliver koordinator, og du er det ikke længere. Alle møder, afstemninger og aftaler bliver, som de er.',
    who: 'Hvem skal være koordinator?',
    act: 'Giv rollen videre',
    sure: 'Du kan ikke selv tage rollen tilbage. Den nye koordinator får en mail.',
    none: 'Der er ingen at give den til endnu. Rollen kræver en læge eller en anden fra en praksis.',
    refusals: {
      no_such_member: 'Vælg et medlem, der hører til klyngen i dag.',
      role_needs_a_practice: 'Rollen kræver, at man hører til en praksis.',
      oneself: 'Du er det allerede.',
      confirm_again: 'Bekræft først, at det er dig.',
    },
  },
};

const en: typeof da = {
  now: (things) => (things === 1 ? 'One thing now' : `${things === 2 ? 'Two' : 'Three'} things now`),
  by: (locale, day) => `By ${dateText(locale, day)}`,
  was: (locale, day) => `Was to be done on ${dateText(locale, day)}`,
  things: thingText.en,
  coming: {
    answers: (n) =>
      `There ${n === 1 ? 'is' : 'are'} ${count('en', n, { one: 'thing', other: 'things' })} you can answer`,
    answersAre: 'Dates, invitations, questionnaires, votes and own counts that wait for your answer.',
    answer: 'Answer now',
    mine: 'For you',
    next: 'Next meeting',
    later: 'Later meetings',
    ahead: 'Meetings to come',
    due: 'Agreements that are soon measured again',
    more: 'More about the cluster',
    own: 'Your page with what you can answer',
    calendar: 'The cluster’s meetings in your calendar',
    year: 'The cluster’s year',
  },
  doings: {
    title: 'What Klyngerum did by itself',
    lead: 'The last two months. What can be taken back has a button.',
    none: {
      title: 'Nothing yet',
      text: 'It stands here when something was reminded of, ordered or closed without anybody having to remember.',
    },
    undo: 'Take it back',
    sure: {
      figures_ordered: 'The data source is told that the figures are not needed.',
      poll_closed: 'The poll opens again for a week, or until the day before its first date.',
    },
    see: 'See it',
    undone: 'It is taken back.',
    wasUndone: 'taken back',
    not: 'It cannot be taken back. Perhaps it is over already.',
    acts: {
      topic_vote_closed: () => 'The vote on topics is closed: its last day had passed',
      meeting_over: () => 'The meeting has been held and can be closed',
      new_members_asked: ({ people }) =>
        `${count('en', Number(people), { one: 'new member was', other: 'new members were' })} asked about days`,
      voters_reminded: ({ people }) =>
        `${count('en', Number(people), { one: 'person was', other: 'people were' })} reminded to answer about days`,
      poll_closed: () => 'The question about days is closed: its last day had passed',
      new_members_invited: ({ people }) =>
        `${count('en', Number(people), { one: 'new member was', other: 'new members were' })} invited`,
      invited_reminded: ({ people }) =>
        `${count('en', Number(people), { one: 'person was', other: 'people were' })} reminded to say whether they come`,
      venue_told_again: ({ people }) => `The venue has the new number: ${people}`,
      needs_forgotten: () => 'Diets and reasons for absence are deleted',
      guests_reminded: ({ people }) =>
        `${count('en', Number(people), { one: 'guest was', other: 'guests were' })} reminded to answer`,
      guests_asked_afterwards: ({ people }) =>
        `${count('en', Number(people), { one: 'guest was', other: 'guests were' })} asked what they took home`,
      figures_ordered: () => 'The figures were ordered from the data source',
      source_reminded: () => 'The data source was reminded of the figures ordered',
      figures_received: () => 'The figures ordered have come',
      questionnaire_opened: ({ people }) =>
        `The questionnaire was opened, and ${count('en', Number(people), { one: 'person was', other: 'people were' })} asked`,
      respondents_reminded: ({ people }) =>
        `${count('en', Number(people), { one: 'person was', other: 'people were' })} reminded of the questionnaire`,
      questionnaire_counted: () => 'The questionnaire closed, and its answers were counted',
      questionnaire_dropped: () => 'The questionnaire had too few answers, and they were deleted unread',
      questionnaire_unreadable: () =>
        'The key to the answers of the questionnaire is lost, and they were deleted unread',
      own_counts_asked: ({ people }) => `${people} were asked to count their own figures`,
      counters_reminded: ({ people }) => `${people} were reminded to count their own figures`,
      measured_again: () => 'Everybody was told that an agreement is measured again',
      action_owners_reminded: ({ people }) =>
        `${count('en', Number(people), { one: 'person was', other: 'people were' })} reminded of a task that is soon due`,
      week_told: ({ people }) =>
        `The week’s most important was sent to ${count('en', Number(people), { one: 'coordinator', other: 'coordinators' })}`,
    },
  },
  handOver: {
    title: 'Hand the role of coordinator over',
    lead: 'One step: whom you choose becomes coordinator, and you are it no longer. All meetings, polls and agreements stay as they are.',
    who: 'Who is to be coordinator?',
    act: 'Hand the role over',
    sure: 'You cannot take the role back yourself. The new coordinator gets a mail.',
    none: 'There is nobody to hand it to yet. The role takes a doctor or somebody else of a practice.',
    refusals: {
      no_such_member: 'Choose a member who belongs to the cluster today.',
      role_needs_a_practice: 'The role takes belonging to a practice.',
      oneself: 'You are it already.',
      confirm_again: 'First confirm that it is you.',
    },
  },
};

export const overviewText = { da, en };
