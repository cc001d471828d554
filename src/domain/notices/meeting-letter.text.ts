import { clockText, count, dayAndTimeText, dayText, type Locale, list } from '#ui/format.ts';
import { guestChangeText } from './guest-change.text.ts';
import type { Writing } from './letter.text.ts';
import type { MeetingLetterKind, MeetingTold, Receiver, Way } from './meeting-letter.ts';
import { near } from './near-day.text.ts';
import { questionnaireLetterText } from './questionnaire-letter.text.ts';

/** The words of a letter before its link is known. */
type Sentences = Pick<Writing, 'subject' | 'why' | 'body' | 'act'>;
type Words = Record<MeetingLetterKind, (told: MeetingTold) => Sentences>;

const quoted = {
  da: (words: string) => `”${words}”`,
  en: (words: string) => `“${words}”`,
};

function occasionText(locale: Locale, { occasion }: MeetingTold): string {
  return occasion ? dayAndTimeText(locale, occasion.heldOn, occasion.startsAt) : '';
}

function placeText({ address, isOnline, place }: MeetingTold, online: string): string {
  const where = [place, address].filter(Boolean).join(', ');
  return where || (isOnline ? online : '');
}

function datesText(locale: Locale, told: MeetingTold, isAdded = false): string {
  const dates = told.dates.filter((date) => !isAdded || date.isAdded);
  return list(
    locale,
    dates.map(({ heldOn, startsAt }) => dayAndTimeText(locale, heldOn, startsAt)),
  );
}

function paragraphs(...words: (string | false | null)[]): string[] {
  return words.filter((one): one is string => Boolean(one));
}

const DIETS = {
  da: {
    vegetarian: 'vegetarisk',
    vegan: 'vegansk',
    no_pork: 'uden svinekød',
    no_gluten: 'uden gluten',
    no_lactose: 'uden laktose',
    no_nuts: 'uden nødder',
    other: 'andet hensyn (vi vender tilbage)',
  },
  en: {
    vegetarian: 'vegetarian',
    vegan: 'vegan',
    no_pork: 'without pork',
    no_gluten: 'without gluten',
    no_lactose: 'without lactose',
    no_nuts: 'without nuts',
    other: 'another need (we will come back to you)',
  },
} as const;

function dietsText(locale: Locale, { numbers }: MeetingTold): string {
  const names: Readonly<Record<string, string>> = DIETS[locale];
  return list(
    locale,
    numbers.diets.map(({ count: many, diet }) => `${many} ${names[diet] ?? diet}`),
  );
}

const when = {
  da: (told: MeetingTold) => occasionText('da', told),
  en: (told: MeetingTold) => occasionText('en', told),
};

function whenAndWhere(locale: Locale, told: MeetingTold): string[] {
  const where = placeText(told, locale === 'da' ? 'online' : 'online');
  const [time, place] = locale === 'da' ? ['Tid', 'Sted'] : ['Time', 'Place'];
  return paragraphs(when[locale](told) && `${time}: ${when[locale](told)}.`, where && `${place}: ${where}.`);
}

// Until the day of the last numbers a house can be told others.
const isFinal = ({ lastNumbersOn, today }: MeetingTold) => !lastNumbersOn || lastNumbersOn <= today;
const daPeople = (n: number) => count('da', n, { one: 'person', other: 'personer' });
const enPeople = (n: number) => count('en', n, { one: 'person', other: 'people' });
const daBy = (told: MeetingTold) => (told.closesOn ? ` inden ${near('da', told.closesOn, told.today)}` : '');
const enBy = (told: MeetingTold) => (told.closesOn ? ` by ${near('en', told.closesOn, told.today)}` : '');
const daOn = ({ occasion, today }: MeetingTold) => (occasion ? near('da', occasion.heldOn, today) : 'snart');
const enOn = ({ occasion, today }: MeetingTold) => (occasion ? near('en', occasion.heldOn, today) : 'soon');
const daAt = (told: MeetingTold) =>
  told.occasion ? `${daOn(told)} kl. ${clockText('da', told.occasion.startsAt)}` : daOn(told);
const enAt = (told: MeetingTold) =>
  told.occasion ? `${enOn(told)} at ${clockText('en', told.occasion.startsAt)}` : enOn(told);

const da: Words = {
  ...questionnaireLetterText.da,
  date_poll: (told) => ({
    subject: `Svar på 1 ting${daBy(told)}: mødedato`,
    why: `Til ${told.name}, fordi ${told.cluster} skal finde en dag til mødet ${quoted.da(told.title)}.`,
    body: paragraphs(told.greeting, told.dates.length > 0 && `Vi spørger om: ${datesText('da', told)}.`),
    act: 'Svar på datoerne',
  }),
  date_poll_reminder: (told) => ({
    subject: `Du mangler at svare${daBy(told)}: mødedato`,
    why: `Til ${told.name}, fordi ${told.cluster} endnu ikke har dit svar om en dag til mødet ${quoted.da(told.title)}.`,
    body: paragraphs(told.dates.length > 0 && `Vi spørger om: ${datesText('da', told)}.`),
    act: 'Svar på datoerne',
  }),
  dates_added: (told) => ({
    subject: `Svar på nye datoer${daBy(told)}: ${told.title}`,
    why: `Til ${told.name}, fordi der er kommet nye datoer til mødet ${quoted.da(told.title)} i ${told.cluster}.`,
    body: paragraphs(
      datesText('da', told, true) && `Nye datoer: ${datesText('da', told, true)}.`,
      'Det, du har svaret om de andre, står ved magt.',
    ),
    act: 'Svar på de nye datoer',
  }),
  date_reserved: (told) => ({
    subject: `Dato reserveret: ${told.title} ${daAt(told)}`,
    why: `Til ${told.name}, fordi ${told.cluster} har reserveret en dag til mødet ${quoted.da(told.title)}.`,
    body: [...whenAndWhere('da', told), 'Sæt dagen af. Invitationen kommer senere, og så svarer du.'],
    act: 'Se mødet',
  }),
  meeting_invitation: (told) => ({
    subject: `Svar på 1 ting: kommer du ${daAt(told)}?`,
    why: `Til ${told.name}, fordi ${told.cluster} inviterer dig til mødet ${quoted.da(told.title)}.`,
    body: [...paragraphs(told.greeting), ...whenAndWhere('da', told)],
    act: 'Svar, om du kommer',
  }),
  meeting_moved: (told) => ({
    subject: told.isPlaceAlone
      ? `Nyt sted: ${told.title} ${daAt(told)}`
      : `Flyttet til ${daAt(told)}: ${told.title}`,
    why: `Til ${told.name}, fordi mødet ${quoted.da(told.title)} i ${told.cluster} har fået ${told.isPlaceAlone ? 'nyt sted' : 'ny tid eller nyt sted'}.`,
    body: [
      ...whenAndWhere('da', told),
      told.isPlaceAlone
        ? 'Dit svar gælder stadig. Ret det, hvis du ikke kan nu.'
        : 'Kan du også her? Så skal du ikke gøre noget. Ellers ret dit svar.',
    ],
    act: 'Se mødet, og ret dit svar',
  }),
  meeting_cancelled: (told) => ({
    subject: `Aflyst: ${told.title}${told.occasion ? ` ${daAt(told)}` : ''}`,
    why: `Til ${told.name}, fordi mødet ${quoted.da(told.title)} i ${told.cluster} er aflyst.`,
    body: paragraphs(when.da(told) && `Det skulle have været ${when.da(told)}.`, 'Du skal ikke gøre noget.'),
    act: 'Se, hvad der ellers er',
  }),
  rsvp_reminder: (told) => ({
    subject: `Du mangler at svare: kommer du ${daAt(told)}?`,
    why: `Til ${told.name}, fordi ${told.cluster} endnu ikke ved, om du kommer til mødet ${quoted.da(told.title)}.`,
    body: [...whenAndWhere('da', told), 'Der bliver bestilt mad efter svarene.'],
    act: 'Svar, om du kommer',
  }),
  minutes: (told) => ({
    subject: `Læs referatet: ${told.title}`,
    why: `Til ${told.name}, fordi referatet af mødet ${quoted.da(told.title)} i ${told.cluster} er klar.`,
    body: paragraphs(
      when.da(told) && `Mødet blev holdt ${when.da(told)}.`,
      'Aftalerne står øverst i referatet, beslutninger og opgaver under hvert punkt.',
    ),
    act: 'Læs referatet',
  }),
  topic_vote: (told) => ({
    subject: `Stem på emner${daBy(told)}`,
    why: `Til ${told.name}, fordi ${told.cluster} vælger, hvad de næste møder skal handle om.`,
    body: [
      'Du fordeler dine prikker på de emner, du helst vil tale om. Resultatet vises, når afstemningen lukker.',
    ],
    act: 'Stem på emner',
  }),
  topic_vote_result: (told) => ({
    subject: `Se, hvilke emner der fik flest prikker i ${told.cluster}`,
    why: `Til ${told.name}, fordi du har stemt på emner i ${told.cluster}, og afstemningen er lukket.`,
    body: ['Flest prikker fik:', ...told.lines, 'Hvem der har stemt på hvad, ser ingen.'],
    act: 'Se hele resultatet',
  }),
  topic_outcome: (told) => ({
    subject: `Det blev der af dit emne: ${told.topic.sentence.slice(0, 60)}`,
    why: `Til ${told.name}, fordi du har foreslået et emne i ${told.cluster}.`,
    body: paragraphs(`Du foreslog: ${quoted.da(told.topic.sentence)}`, told.topic.answer),
    act: 'Se emnerne',
  }),
  action_reminder: (told) => ({
    subject: `Din opgave${told.action.dueOn ? ` inden ${near('da', told.action.dueOn, told.today)}` : ''}: ${told.action.sentence.slice(0, 60)}`,
    why: `Til ${told.name}, fordi du tog en opgave på dig ved mødet ${quoted.da(told.title)} i ${told.cluster}.`,
    body: paragraphs(
      told.action.sentence,
      'Er den gjort, så sig det på din side. Så bliver ingen ved med at vente.',
    ),
    act: 'Se din opgave',
  }),
  own_count_asked: (told) => ({
    subject: `Tæl jeres egne tal${daBy(told)}: ${told.title}`,
    why: `Til ${told.name}, fordi ${told.cluster} beder praksisserne tælle selv til mødet ${quoted.da(told.title)}.`,
    body: paragraphs(
      told.order.indicators.length > 0 && `I skal tælle: ${list('da', told.order.indicators)}.`,
      'Opskriften står på siden. Har en kollega i din praksis talt, skal du ikke gøre noget.',
      'Tallene skriver du, når du er logget ind. Ingen uden for praksis ser dem.',
    ),
    act: 'Se opskriften, og skriv tallene',
  }),
  own_count_reminder: (told) => ({
    subject: `I mangler at tælle${daBy(told)}: egne tal`,
    why: `Til ${told.name}, fordi ${told.cluster} endnu ikke har fået besked om, at din praksis har talt til mødet ${quoted.da(told.title)}.`,
    body: paragraphs(
      told.order.indicators.length > 0 && `Det drejer sig om: ${list('da', told.order.indicators)}.`,
      'Kan I ikke nå det, så kom alligevel. Mødet kan godt holdes uden jeres tal.',
    ),
    act: 'Se opskriften, og skriv tallene',
  }),
  measured_again: (told) => ({
    subject: `Se, hvordan det gik: ${told.title}`,
    why: `Til ${told.name}, fordi ${told.cluster} måler igen på det, I aftalte ved mødet ${quoted.da(told.title)}.`,
    body: paragraphs(
      told.agreement.what && `I aftalte: ${quoted.da(told.agreement.what)}`,
      ...told.lines.map((what) => `I aftalte også: ${quoted.da(what)}`),
      told.agreement.measure && told.lines.length === 0 && `I ville måle: ${told.agreement.measure}.`,
      told.agreement.hasFigures && 'Tallene står ikke i denne mail. Du ser dem, når du er logget ind.',
    ),
    act: told.lines.length === 0 ? 'Se aftalen' : 'Se aftalerne',
  }),
  week_ahead: (told) => ({
    subject: `${count('da', told.lines.length, { one: 'ting', other: 'ting' })} at gøre i denne uge: ${told.cluster}`,
    why: `Til ${told.name}, fordi du koordinerer ${told.cluster}.`,
    body: told.lines,
    act: 'Gør det nu',
  }),
  digest: (told) => ({
    subject: `${count('da', told.lines.length, { one: 'ting', other: 'ting' })} fra ${told.cluster} i denne uge`,
    why: `Til ${told.name}, fordi der er nyt fra ${told.cluster}, som ikke hastede.`,
    body: told.lines,
    act: 'Se det hele',
  }),
  coordinator_handed_over: (told) => ({
    subject: `Du er nu koordinator for ${told.cluster}`,
    why: `Til ${told.name}, fordi ${told.sender || 'koordinatoren'} har givet dig koordinatorrollen i ${told.cluster}.`,
    body: ['Alt, hvad der er åbent, følger med: møder, frister og svar, der mangler.'],
    act: 'Se, hvad der er åbent',
  }),
  guest_dates: (told) => ({
    subject: `Svar på 1 ting${daBy(told)}: hvilken dag kan du møde ${told.cluster}?`,
    why: `Til ${told.name}, fordi ${told.cluster} gerne vil have dig med til mødet ${quoted.da(told.title)}.`,
    body: paragraphs(
      told.dates.length > 0 && `Vi spørger om: ${datesText('da', told)}.`,
      told.problem && `Det vil vi gerne tale med dig om: ${told.problem}`,
    ),
    act: 'Svar på datoerne',
  }),
  guest_dates_reminder: (told) => ({
    subject: `Du mangler at svare${daBy(told)}: hvilken dag kan du møde ${told.cluster}?`,
    why: `Til ${told.name}, fordi ${told.cluster} endnu ikke har dit svar om en dag til mødet ${quoted.da(told.title)}.`,
    body: paragraphs(told.dates.length > 0 && `Vi spørger om: ${datesText('da', told)}.`),
    act: 'Svar på datoerne',
  }),
  guest_invitation: (told) => ({
    subject: `Svar på 1 ting: kommer du til ${told.cluster} ${daAt(told)}?`,
    why: `Til ${told.name}, fordi ${told.cluster} inviterer dig til mødet ${quoted.da(told.title)}.`,
    body: [
      ...whenAndWhere('da', told),
      ...paragraphs(told.problem && `Det vil vi gerne tale med dig om: ${told.problem}`),
      'På din side finder du programmet, din plads i det og det praktiske, og du kan lægge dine slides.',
    ],
    act: 'Svar, og se programmet',
  }),
  guest_invitation_reminder: (told) => ({
    subject: `Du mangler at svare: kommer du til ${told.cluster} ${daAt(told)}?`,
    why: `Til ${told.name}, fordi ${told.cluster} endnu ikke ved, om du kommer til mødet ${quoted.da(told.title)}.`,
    body: whenAndWhere('da', told),
    act: 'Svar, om du kommer',
  }),
  guest_moved: (told) => ({
    subject: told.isPlaceAlone
      ? `Nyt sted: mødet med ${told.cluster} ${daAt(told)}`
      : `Flyttet til ${daAt(told)}: mødet med ${told.cluster}`,
    why: `Til ${told.name}, fordi mødet ${quoted.da(told.title)} i ${told.cluster} har fået ${told.isPlaceAlone ? 'nyt sted' : 'ny tid eller nyt sted'}.`,
    body: [
      ...whenAndWhere('da', told),
      told.isPlaceAlone
        ? 'Har du svaret, gælder svaret stadig.'
        : 'Dit svar gjaldt den gamle tid. Svar igen, om du kan komme.',
    ],
    act: told.isPlaceAlone ? 'Se din side' : 'Svar, om du kan',
  }),
  guest_changed: (told) => ({
    subject: `Se, hvad der er nyt: mødet med ${told.cluster}${told.occasion ? ` ${daAt(told)}` : ''}`,
    why: `Til ${told.name}, fordi ${told.cluster} har rettet noget om din del af mødet ${quoted.da(told.title)}.`,
    body: [
      ...guestChangeText('da', told),
      'Resten er, som det var. Har du svaret, om du kommer, gælder svaret stadig.',
    ],
    act: 'Se din side',
  }),
  guest_cancelled: (told) => ({
    subject: `Aflyst: mødet med ${told.cluster}${told.occasion ? ` ${daAt(told)}` : ''}`,
    why: `Til ${told.name}, fordi din aftale om mødet ${quoted.da(told.title)} i ${told.cluster} er aflyst.`,
    body: paragraphs(
      when.da(told) && `Det skulle have været ${when.da(told)}.`,
      'Tak, fordi du ville komme.',
    ),
    act: 'Se siden om mødet',
  }),
  guest_afterwards: (told) => ({
    subject: `Tak for mødet: hvad tog du med hjem?`,
    why: `Til ${told.name}, fordi du var med til mødet ${quoted.da(told.title)} i ${told.cluster}.`,
    body: [
      'Du kan se, hvad klyngen aftalte. Svar gerne på ét spørgsmål: Hvad tog du med hjem? Svaret står i referatet.',
    ],
    act: 'Se aftalen, og svar',
  }),
  venue_numbers: (told) => ({
    subject: `Bekræft bestilling: ${daPeople(told.numbers.people)} ${daAt(told)}`,
    why: `Til ${told.name || 'stedet'}, fordi ${told.cluster} holder møde hos jer.`,
    body: [
      ...whenAndWhere('da', told),
      `Vi regner med ${daPeople(told.numbers.people)}.`,
      ...paragraphs(
        told.numbers.diets.length > 0 && `Kost: ${dietsText('da', told)}.`,
        told.lastNumbersOn && `Det endelige antal får I ${near('da', told.lastNumbersOn, told.today)}.`,
      ),
    ],
    act: 'Bekræft, at I har set det',
  }),
  venue_numbers_again: (told) => ({
    subject: `${isFinal(told) ? 'Endeligt antal' : 'Ændret bestilling'}: ${daPeople(told.numbers.people)} ${daAt(told)}`,
    why: `Til ${told.name || 'stedet'}, fordi ${told.cluster} holder møde hos jer, og ${isFinal(told) ? 'svarene nu er talt op' : 'noget er ændret'}.`,
    body: [
      ...whenAndWhere('da', told),
      `Vi ${isFinal(told) ? 'bliver' : 'regner med'} ${daPeople(told.numbers.people)}.`,
      ...paragraphs(
        told.numbers.diets.length > 0 && `Kost: ${dietsText('da', told)}.`,
        !isFinal(told) && 'Det, vi skrev sidst, gælder ikke længere.',
        !isFinal(told) && `Det endelige antal får I ${near('da', told.lastNumbersOn ?? '', told.today)}.`,
      ),
    ],
    act: isFinal(told) ? 'Bekræft antallet' : 'Bekræft, at I har set det',
  }),
  venue_cancelled: (told) => ({
    subject: `Afbestilling: mødet ${daAt(told)}`,
    why: `Til ${told.name || 'stedet'}, fordi ${told.cluster} ikke holder mødet hos jer alligevel.`,
    body: paragraphs(
      when.da(told) && `Det drejer sig om ${when.da(told)}.`,
      'Bekræft, så vi ved, at I har set det.',
    ),
    act: 'Bekræft afbestillingen',
  }),
  figure_order: (told) => ({
    subject: `Bestilling af tal${told.order.wantedOn ? `, ønsket senest ${near('da', told.order.wantedOn, told.today)}` : ''}: ${told.cluster}`,
    why: `Til ${told.name}, fordi ${told.cluster} bestiller tal hos ${told.order.source}.`,
    body: paragraphs(
      `Vi ønsker: ${list('da', told.order.indicators)}.`,
      when.da(told) && `Tallene skal bruges ved mødet ${quoted.da(told.title)} ${when.da(told)}.`,
      told.order.remark,
      'På siden står, hvilke praksisser der har sagt ja, og hvordan du leverer. Filen må kun rumme optalte tal for praksisser, aldrig CPR-numre.',
    ),
    act: 'Se bestillingen, og lever',
  }),
  figure_order_reminder: (told) => ({
    subject: `Mangler endnu: tal til ${told.cluster}${told.order.wantedOn ? ` senest ${near('da', told.order.wantedOn, told.today)}` : ''}`,
    why: `Til ${told.name}, fordi ${told.cluster} har bestilt tal hos ${told.order.source} og ikke har fået dem.`,
    body: paragraphs(
      `Det drejer sig om: ${list('da', told.order.indicators)}.`,
      when.da(told) && `Mødet er ${when.da(told)}.`,
      'Kan det ikke nås, så svar på denne mail.',
    ),
    act: 'Se bestillingen, og lever',
  }),
  figure_order_cancelled: (told) => ({
    subject: `Afbestilt: tal til ${told.cluster}`,
    why: `Til ${told.name}, fordi ${told.cluster} ikke længere har brug for de tal, der var bestilt hos ${told.order.source}.`,
    body: paragraphs(`Det drejer sig om: ${list('da', told.order.indicators)}.`, 'Du skal ikke gøre noget.'),
    act: 'Se bestillingen',
  }),
};

const en: Words = {
  ...questionnaireLetterText.en,
  date_poll: (told) => ({
    subject: `Answer 1 thing${enBy(told)}: date of the meeting`,
    why: `To ${told.name}, because ${told.cluster} is looking for a day for the meeting ${quoted.en(told.title)}.`,
    body: paragraphs(told.greeting, told.dates.length > 0 && `We ask about: ${datesText('en', told)}.`),
    act: 'Answer about the dates',
  }),
  date_poll_reminder: (told) => ({
    subject: `Your answer is missing${enBy(told)}: date of the meeting`,
    why: `To ${told.name}, because ${told.cluster} does not have your answer yet about a day for the meeting ${quoted.en(told.title)}.`,
    body: paragraphs(told.dates.length > 0 && `We ask about: ${datesText('en', told)}.`),
    act: 'Answer about the dates',
  }),
  dates_added: (told) => ({
    subject: `Answer about new dates${enBy(told)}: ${told.title}`,
    why: `To ${told.name}, because there are new dates for the meeting ${quoted.en(told.title)} of ${told.cluster}.`,
    body: paragraphs(
      datesText('en', told, true) && `New dates: ${datesText('en', told, true)}.`,
      'What you answered about the others still stands.',
    ),
    act: 'Answer about the new dates',
  }),
  date_reserved: (told) => ({
    subject: `Date reserved: ${told.title} ${enAt(told)}`,
    why: `To ${told.name}, because ${told.cluster} has reserved a day for the meeting ${quoted.en(told.title)}.`,
    body: [
      ...whenAndWhere('en', told),
      'Keep the day free. The invitation comes later, and then you answer.',
    ],
    act: 'See the meeting',
  }),
  meeting_invitation: (told) => ({
    subject: `Answer 1 thing: are you coming ${enAt(told)}?`,
    why: `To ${told.name}, because ${told.cluster} invites you to the meeting ${quoted.en(told.title)}.`,
    body: [...paragraphs(told.greeting), ...whenAndWhere('en', told)],
    act: 'Say whether you are coming',
  }),
  meeting_moved: (told) => ({
    subject: told.isPlaceAlone
      ? `New place: ${told.title} ${enAt(told)}`
      : `Moved to ${enAt(told)}: ${told.title}`,
    why: `To ${told.name}, because the meeting ${quoted.en(told.title)} of ${told.cluster} has a ${told.isPlaceAlone ? 'new place' : 'new time or place'}.`,
    body: [
      ...whenAndWhere('en', told),
      told.isPlaceAlone
        ? 'Your answer still holds. Change it if you cannot come now.'
        : 'If you can come then too, there is nothing to do. If not, change your answer.',
    ],
    act: 'See the meeting, and change your answer',
  }),
  meeting_cancelled: (told) => ({
    subject: `Cancelled: ${told.title}${told.occasion ? ` ${enAt(told)}` : ''}`,
    why: `To ${told.name}, because the meeting ${quoted.en(told.title)} of ${told.cluster} is cancelled.`,
    body: paragraphs(when.en(told) && `It was to be ${when.en(told)}.`, 'There is nothing to do.'),
    act: 'See what else there is',
  }),
  rsvp_reminder: (told) => ({
    subject: `Your answer is missing: are you coming ${enAt(told)}?`,
    why: `To ${told.name}, because ${told.cluster} does not know yet whether you are coming to the meeting ${quoted.en(told.title)}.`,
    body: [...whenAndWhere('en', told), 'Food is ordered by the answers.'],
    act: 'Say whether you are coming',
  }),
  minutes: (told) => ({
    subject: `Read the minutes: ${told.title}`,
    why: `To ${told.name}, because the minutes of the meeting ${quoted.en(told.title)} of ${told.cluster} are ready.`,
    body: paragraphs(
      when.en(told) && `The meeting was held ${when.en(told)}.`,
      'The agreements stand at the top, decisions and tasks below each item.',
    ),
    act: 'Read the minutes',
  }),
  topic_vote: (told) => ({
    subject: `Vote on topics${enBy(told)}`,
    why: `To ${told.name}, because ${told.cluster} is choosing what the next meetings will be about.`,
    body: [
      'You place your dots on the topics you most want to talk about. The result shows when the vote closes.',
    ],
    act: 'Vote on topics',
  }),
  topic_vote_result: (told) => ({
    subject: `See which topics have the most dots in ${told.cluster}`,
    why: `To ${told.name}, because you voted on topics in ${told.cluster}, and the vote has closed.`,
    body: ['The most dots went to:', ...told.lines, 'Nobody sees who voted for what.'],
    act: 'See the whole result',
  }),
  topic_outcome: (told) => ({
    subject: `What became of your topic: ${told.topic.sentence.slice(0, 60)}`,
    why: `To ${told.name}, because you proposed a topic in ${told.cluster}.`,
    body: paragraphs(`You proposed: ${quoted.en(told.topic.sentence)}`, told.topic.answer),
    act: 'See the topics',
  }),
  action_reminder: (told) => ({
    subject: `Your task${told.action.dueOn ? ` by ${near('en', told.action.dueOn, told.today)}` : ''}: ${told.action.sentence.slice(0, 60)}`,
    why: `To ${told.name}, because you took on a task at the meeting ${quoted.en(told.title)} of ${told.cluster}.`,
    body: paragraphs(
      told.action.sentence,
      'If it is done, say so on your page. Then nobody goes on waiting for it.',
    ),
    act: 'See your task',
  }),
  own_count_asked: (told) => ({
    subject: `Count your own figures${enBy(told)}: ${told.title}`,
    why: `To ${told.name}, because ${told.cluster} asks the practices to count for the meeting ${quoted.en(told.title)}.`,
    body: paragraphs(
      told.order.indicators.length > 0 && `To be counted: ${list('en', told.order.indicators)}.`,
      'The page says how. If a colleague in your practice has counted, there is nothing to do.',
      'You write the figures when you have signed in. Nobody outside the practice sees them.',
    ),
    act: 'See how, and write the figures',
  }),
  own_count_reminder: (told) => ({
    subject: `Still to be counted${enBy(told)}: your own figures`,
    why: `To ${told.name}, because ${told.cluster} has not heard yet that your practice has counted for the meeting ${quoted.en(told.title)}.`,
    body: paragraphs(
      told.order.indicators.length > 0 && `It is about: ${list('en', told.order.indicators)}.`,
      'If there is no time for it, come all the same. The meeting can be held without your figures.',
    ),
    act: 'See how, and write the figures',
  }),
  measured_again: (told) => ({
    subject: `See how it went: ${told.title}`,
    why: `To ${told.name}, because ${told.cluster} is measuring again what you agreed at the meeting ${quoted.en(told.title)}.`,
    body: paragraphs(
      told.agreement.what && `You agreed: ${quoted.en(told.agreement.what)}`,
      ...told.lines.map((what) => `You also agreed: ${quoted.en(what)}`),
      told.agreement.measure &&
        told.lines.length === 0 &&
        `You wanted to measure: ${told.agreement.measure}.`,
      told.agreement.hasFigures && 'The figures are not in this mail. You see them when you have signed in.',
    ),
    act: told.lines.length === 0 ? 'See the agreement' : 'See the agreements',
  }),
  week_ahead: (told) => ({
    subject: `${count('en', told.lines.length, { one: 'thing', other: 'things' })} to do this week: ${told.cluster}`,
    why: `To ${told.name}, because you coordinate ${told.cluster}.`,
    body: told.lines,
    act: 'Do it now',
  }),
  digest: (told) => ({
    subject: `${count('en', told.lines.length, { one: 'thing', other: 'things' })} from ${told.cluster} this week`,
    why: `To ${told.name}, because there is news from ${told.cluster} that was in no hurry.`,
    body: told.lines,
    act: 'See it all',
  }),
  coordinator_handed_over: (told) => ({
    subject: `You are now the coordinator of ${told.cluster}`,
    why: `To ${told.name}, because ${told.sender || 'the coordinator'} has given you the role of coordinator in ${told.cluster}.`,
    body: ['All that is open comes with it: meetings, deadlines and answers that are missing.'],
    act: 'See what is open',
  }),
  guest_dates: (told) => ({
    subject: `Answer 1 thing${enBy(told)}: which day can you meet ${told.cluster}?`,
    why: `To ${told.name}, because ${told.cluster} would like you at the meeting ${quoted.en(told.title)}.`,
    body: paragraphs(
      told.dates.length > 0 && `We ask about: ${datesText('en', told)}.`,
      told.problem && `This is what we would like to talk about with you: ${told.problem}`,
    ),
    act: 'Answer about the dates',
  }),
  guest_dates_reminder: (told) => ({
    subject: `Your answer is missing${enBy(told)}: which day can you meet ${told.cluster}?`,
    why: `To ${told.name}, because ${told.cluster} does not have your answer yet about a day for the meeting ${quoted.en(told.title)}.`,
    body: paragraphs(told.dates.length > 0 && `We ask about: ${datesText('en', told)}.`),
    act: 'Answer about the dates',
  }),
  guest_invitation: (told) => ({
    subject: `Answer 1 thing: are you coming to ${told.cluster} ${enAt(told)}?`,
    why: `To ${told.name}, because ${told.cluster} invites you to the meeting ${quoted.en(told.title)}.`,
    body: [
      ...whenAndWhere('en', told),
      ...paragraphs(told.problem && `This is what we would like to talk about with you: ${told.problem}`),
      'On your page you find the programme, your part in it and the practical side, and you can leave your slides there.',
    ],
    act: 'Answer, and see the programme',
  }),
  guest_invitation_reminder: (told) => ({
    subject: `Your answer is missing: are you coming to ${told.cluster} ${enAt(told)}?`,
    why: `To ${told.name}, because ${told.cluster} does not know yet whether you come to the meeting ${quoted.en(told.title)}.`,
    body: whenAndWhere('en', told),
    act: 'Say whether you come',
  }),
  guest_moved: (told) => ({
    subject: told.isPlaceAlone
      ? `New place: the meeting with ${told.cluster} ${enAt(told)}`
      : `Moved to ${enAt(told)}: the meeting with ${told.cluster}`,
    why: `To ${told.name}, because the meeting ${quoted.en(told.title)} of ${told.cluster} has a ${told.isPlaceAlone ? 'new place' : 'new time or place'}.`,
    body: [
      ...whenAndWhere('en', told),
      told.isPlaceAlone
        ? 'If you have answered, the answer still holds.'
        : 'What you answered was about another day or hour. Please answer again whether you can come.',
    ],
    act: told.isPlaceAlone ? 'See your page' : 'Say whether you can come',
  }),
  guest_changed: (told) => ({
    subject: `See what is new: the meeting with ${told.cluster}${told.occasion ? ` ${enAt(told)}` : ''}`,
    why: `To ${told.name}, because ${told.cluster} has changed something about your part in the meeting ${quoted.en(told.title)}.`,
    body: [
      ...guestChangeText('en', told),
      'The rest is as it was. If you have said whether you come, the answer still holds.',
    ],
    act: 'See your page',
  }),
  guest_cancelled: (told) => ({
    subject: `Cancelled: the meeting with ${told.cluster}${told.occasion ? ` ${enAt(told)}` : ''}`,
    why: `To ${told.name}, because your part in the meeting ${quoted.en(told.title)} of ${told.cluster} is cancelled.`,
    body: paragraphs(
      when.en(told) && `It was to be ${when.en(told)}.`,
      'Thank you for having been willing to come.',
    ),
    act: 'See the page of the meeting',
  }),
  guest_afterwards: (told) => ({
    subject: 'Thank you for the meeting: what did you take home?',
    why: `To ${told.name}, because you were at the meeting ${quoted.en(told.title)} of ${told.cluster}.`,
    body: [
      'You can see what the cluster agreed. Please answer one question: what did you take home? The answer goes into the minutes.',
    ],
    act: 'See the agreement, and answer',
  }),
  venue_numbers: (told) => ({
    subject: `Confirm booking: ${enPeople(told.numbers.people)} ${enAt(told)}`,
    why: `To ${told.name || 'the venue'}, because ${told.cluster} holds a meeting at your place.`,
    body: [
      ...whenAndWhere('en', told),
      `We expect ${enPeople(told.numbers.people)}.`,
      ...paragraphs(
        told.numbers.diets.length > 0 && `Diets: ${dietsText('en', told)}.`,
        told.lastNumbersOn && `You get the final number ${near('en', told.lastNumbersOn, told.today)}.`,
      ),
    ],
    act: 'Confirm that you have seen it',
  }),
  venue_numbers_again: (told) => ({
    subject: `${isFinal(told) ? 'Final number' : 'Booking changed'}: ${enPeople(told.numbers.people)} ${enAt(told)}`,
    why: `To ${told.name || 'the venue'}, because ${told.cluster} holds a meeting at your place and ${isFinal(told) ? 'the answers are counted' : 'something has changed'}.`,
    body: [
      ...whenAndWhere('en', told),
      `We ${isFinal(told) ? 'will be' : 'expect'} ${enPeople(told.numbers.people)}.`,
      ...paragraphs(
        told.numbers.diets.length > 0 && `Diets: ${dietsText('en', told)}.`,
        !isFinal(told) && 'What we wrote last no longer holds.',
        !isFinal(told) && `You get the final number ${near('en', told.lastNumbersOn ?? '', told.today)}.`,
      ),
    ],
    act: isFinal(told) ? 'Confirm the number' : 'Confirm that you have seen it',
  }),
  venue_cancelled: (told) => ({
    subject: `Cancellation: the meeting ${enAt(told)}`,
    why: `To ${told.name || 'the venue'}, because ${told.cluster} will not hold the meeting at your place after all.`,
    body: paragraphs(
      when.en(told) && `It is about ${when.en(told)}.`,
      'Please confirm, so that we know you have seen it.',
    ),
    act: 'Confirm the cancellation',
  }),
  figure_order: (told) => ({
    subject: `Order of figures${told.order.wantedOn ? `, wanted by ${near('en', told.order.wantedOn, told.today)}` : ''}: ${told.cluster}`,
    why: `To ${told.name}, because ${told.cluster} orders figures from ${told.order.source}.`,
    body: paragraphs(
      `We would like: ${list('en', told.order.indicators)}.`,
      when.en(told) && `The figures are for the meeting ${quoted.en(told.title)} ${when.en(told)}.`,
      told.order.remark,
      'The page says which practices have agreed, and how to deliver. The file may only hold counts for practices, never CPR numbers.',
    ),
    act: 'See the order, and deliver',
  }),
  figure_order_reminder: (told) => ({
    subject: `Still missing: figures for ${told.cluster}${told.order.wantedOn ? ` by ${near('en', told.order.wantedOn, told.today)}` : ''}`,
    why: `To ${told.name}, because ${told.cluster} has ordered figures from ${told.order.source} and has not got them.`,
    body: paragraphs(
      `It is about: ${list('en', told.order.indicators)}.`,
      when.en(told) && `The meeting is ${when.en(told)}.`,
      'If it cannot be done in time, answer this mail.',
    ),
    act: 'See the order, and deliver',
  }),
  figure_order_cancelled: (told) => ({
    subject: `Order cancelled: figures for ${told.cluster}`,
    why: `To ${told.name}, because ${told.cluster} no longer needs the figures that were ordered from ${told.order.source}.`,
    body: paragraphs(`It is about: ${list('en', told.order.indicators)}.`, 'There is nothing to do.'),
    act: 'See the order',
  }),
};

/** The words of every letter about meetings, by language and kind. */
export const meetingLetterText: Record<Locale, Words> = { da, en };

/** What stands below the link, by what the link is and until when it works. */
export const linkText: Record<Locale, Record<Way, (until: Date) => string[]>> = {
  da: {
    member: (until) => [
      `Linket er dit eget: den, der har det, svarer i dit navn. Det virker til ${dayText('da', until)}.`,
    ],
    guest: (until) => [`Linket er dit eget og virker til ${dayText('da', until)}.`],
    venue: (until) => [`Linket virker til ${dayText('da', until)}.`],
    respondent: (until) => [`Linket er dit eget og virker til ${dayText('da', until)}.`],
    sign_in: (until) => [`Linket logger dig ind og virker én gang, til ${dayText('da', until)}.`],
    page: () => [],
  },
  en: {
    member: (until) => [
      `The link is your own: whoever has it answers in your name. It works until ${dayText('en', until)}.`,
    ],
    guest: (until) => [`The link is your own and works until ${dayText('en', until)}.`],
    venue: (until) => [`The link works until ${dayText('en', until)}.`],
    respondent: (until) => [`The link is your own and works until ${dayText('en', until)}.`],
    sign_in: (until) => [`The link signs you in and works once, until ${dayText('en', until)}.`],
    page: () => [],
  },
};

/** What stands in a preview in place of what only the sending makes. */
export const previewText = {
  da: {
    host: 'jeres adresse',
    link: {
      member: '[her står medlemmets eget link]',
      guest: '[her står gæstens eget link]',
      venue: '[her står stedets eget link]',
      respondent: '[her står modtagerens eget link]',
      source: '[her står et link til datakildens side]',
    },
  },
  en: {
    host: 'your address',
    link: {
      member: '[here stands the member’s own link]',
      guest: '[here stands the guest’s own link]',
      venue: '[here stands the venue’s own link]',
      respondent: '[here stands the receiver’s own link]',
      source: '[here stands a link to the page of the data source]',
    },
  },
} satisfies Record<Locale, { host: string; link: Record<Receiver, string> }>;

/** What a kind of letter is called, where letters are listed. */
export const kindText: Record<Locale, Record<MeetingLetterKind, string>> = {
  da: {
    date_poll: 'Spørgsmål om dato',
    date_poll_reminder: 'Påmindelse om dato',
    dates_added: 'Nye datoer',
    date_reserved: 'Dato reserveret',
    meeting_invitation: 'Invitation',
    meeting_moved: 'Mødet er flyttet',
    meeting_cancelled: 'Mødet er aflyst',
    rsvp_reminder: 'Påmindelse om at svare',
    minutes: 'Referat',
    topic_vote: 'Afstemning om emner',
    topic_vote_result: 'Resultat af en afstemning om emner',
    topic_outcome: 'Svar på et forslag',
    action_reminder: 'Påmindelse om en opgave',
    own_count_asked: 'Egne tal skal tælles',
    own_count_reminder: 'Påmindelse om at tælle egne tal',
    measured_again: 'Målt igen',
    week_ahead: 'Ugens tre ting til koordinatoren',
    digest: 'Ugens samlede mail',
    coordinator_handed_over: 'Koordinatorrollen er givet videre',
    questionnaire: 'Spørgeskema',
    questionnaire_reminder: 'Påmindelse om spørgeskema',
    evaluation: 'Evaluering af mødet',
    partner_questionnaire: 'Spørgeskema til samarbejdspartner',
    partner_questionnaire_reminder: 'Påmindelse til samarbejdspartner om spørgeskema',
    guest_dates: 'Spørgsmål om dato til gæst',
    guest_dates_reminder: 'Påmindelse til gæst om datoer',
    guest_invitation: 'Invitation til gæst',
    guest_invitation_reminder: 'Påmindelse til gæst om at svare',
    guest_moved: 'Mødet er flyttet, til gæst',
    guest_changed: 'Nyt om gæstens del',
    guest_cancelled: 'Aflysning til gæst',
    guest_afterwards: 'Tak til gæst',
    venue_numbers: 'Bestilling til stedet',
    venue_numbers_again: 'Endeligt antal til stedet',
    venue_cancelled: 'Afbestilling til stedet',
    figure_order: 'Bestilling af tal',
    figure_order_reminder: 'Påmindelse om tal',
    figure_order_cancelled: 'Afbestilling af tal',
  },
  en: {
    date_poll: 'Question about a date',
    date_poll_reminder: 'Reminder about a date',
    dates_added: 'New dates',
    date_reserved: 'Date reserved',
    meeting_invitation: 'Invitation',
    meeting_moved: 'The meeting has moved',
    meeting_cancelled: 'The meeting is cancelled',
    rsvp_reminder: 'Reminder to answer',
    minutes: 'Minutes',
    topic_vote: 'Vote on topics',
    topic_vote_result: 'Result of a vote on topics',
    topic_outcome: 'Answer to a proposal',
    action_reminder: 'Reminder of a task',
    own_count_asked: 'Own figures to be counted',
    own_count_reminder: 'Reminder to count own figures',
    measured_again: 'Measured again',
    week_ahead: 'The week’s three things for the coordinator',
    digest: 'The week’s gathered mail',
    coordinator_handed_over: 'The role of coordinator has been handed over',
    questionnaire: 'Questionnaire',
    questionnaire_reminder: 'Reminder of a questionnaire',
    evaluation: 'Evaluation of the meeting',
    partner_questionnaire: 'Questionnaire to a partner',
    partner_questionnaire_reminder: 'Reminder to a partner of a questionnaire',
    guest_dates: 'Question about a date, to a guest',
    guest_dates_reminder: 'Reminder to a guest about dates',
    guest_invitation: 'Invitation to a guest',
    guest_invitation_reminder: 'Reminder to a guest to answer',
    guest_moved: 'The meeting has moved, to a guest',
    guest_changed: 'News of the guest’s part',
    guest_cancelled: 'Cancellation to a guest',
    guest_afterwards: 'Thanks to a guest',
    venue_numbers: 'Booking at the venue',
    venue_numbers_again: 'Final number to the venue',
    venue_cancelled: 'Cancellation to the venue',
    figure_order: 'Order of figures',
    figure_order_reminder: 'Reminder of figures',
    figure_order_cancelled: 'Cancelled order of figures',
  },
};
