import { count, dateText, dayText, type Locale } from '#ui/format.ts';

const persons = { one: 'person', other: 'personer' };
const people = { one: 'person', other: 'people' };

const da = {
  before: (meeting: string) => `Før mødet ”${meeting}”`,
  about: (meeting: string) => `Om mødet ”${meeting}”`,
  toMeeting: 'Til mødet',
  said: {
    planned: 'Spørgeskemaet er planlagt. Ingen får noget, før dagen kommer.',
    again: 'Spørgeskemaet er planlagt igen. Svarene bliver sammenlignet med dem fra sidst.',
    saved: 'Gemt.',
    opening: 'Spørgeskemaet åbner inden for et minut, og de, der bliver spurgt, får en mail.',
    prolonged: 'Fristen er forlænget.',
    closing: 'Spørgeskemaet er lukket for svar. Det, der må vises, er her om et øjeblik.',
  },
  reminded: (n: number) => `${count('da', n, persons)} får en mail om, at de mangler at svare.`,
  follows: (meeting: string) => `Samme spørgsmål som til ”${meeting}”. Svarene bliver sammenlignet.`,
  followed: (meeting: string) => `De samme spørgsmål er stillet igen til ”${meeting}”.`,
  fewAtPartner: (name: string, n: number, least: string) =>
    `Hos ${name} kan kun ${count('da', n, persons)} få en mail. Med færre end ${least} svar derfra bliver partnerens side ikke vist. Skriv flere på partnerens side, eller spørg kun klyngen.`,
  toPartners: 'Til samarbejdspartnere',
  held: (title: string, from: string) =>
    `Åbner ikke før ${dateText('da', from)}. ”${title}” spørger de samme mennesker om det samme, og forskellen på to optællinger så tæt på hinanden kunne røbe, hvad enkelte har svaret. Vælg dage efter det, eller spørg alle i ét skema.`,
  toHolding: 'Se det andet skema',
  whatMeans: {
    named: 'Koordinatoren ser, hvem der har svaret hvad.',
    anonymous: 'Ingen kan se, hvem der har svaret hvad.',
  },
  progress: 'Svar indtil nu',
  answers: 'Svar',
  secretary: 'Du kan se, hvem der mangler at svare, og minde dem. Svarene er for klyngens medlemmer.',
  missing: {
    title: 'Mangler at svare',
    none: 'Alle har svaret.',
    name: 'Navn',
    place: 'Hvor',
    reminded: 'Mindet',
    notYet: 'ikke endnu',
    act: 'Mind dem, der mangler',
    tomorrow: 'De er alle spurgt eller mindet i dag. Fra i morgen kan du minde dem igen.',
    note: 'Kun dem, der ikke har svaret, får en mail. Tre dage før sidste dag bliver de mindet af sig selv.',
  },
  acts: {
    openNow: 'Åbn nu',
    openAsk:
      'De, der skal spørges, får en mail inden for et par minutter. Navne og spørgsmål kan ikke ændres bagefter.',
    change: 'Ret hvem og hvornår',
    takeBack: 'Tag det tilbage',
    prolong: 'Forlæng',
    lastDay: 'Ny sidste dag at svare',
    dayHint: 'Fx 14.4.2027',
    close: 'Luk nu',
    questions: 'Se spørgsmålene, som de bliver stillet',
    letter: 'Læs mailen',
    answers: 'Se, hvem der har svaret hvad',
    texts: 'Læs svar i ord, og vælg, hvad klyngen ser',
  },
  close: {
    title: 'Luk spørgeskemaet nu',
    now: (answered: number, asked: number) => `${answered} af ${asked} har svaret.`,
    enough:
      'Svarene bliver talt op og vist for klyngen. Derefter kan ingen svare mere, og det kan ikke fortrydes.',
    onlyOne: (side: string, least: string) =>
      `${side} har færre end ${least} svar. Den side bliver ikke vist, og svarene derfra bliver slettet.`,
    tooFew: (least: string) =>
      `Med færre end ${least} svar bliver intet vist. Du kan stadig forlænge i 14 dage. Gør du ikke det, bliver svarene slettet, uden at nogen har læst dem.`,
    act: 'Luk nu',
    keep: 'Nej, lad det være åbent',
  },
  takeBack: {
    title: 'Tag spørgeskemaet tilbage',
    planned: 'Ingen er spurgt endnu. Spørgeskemaet forsvinder, og du kan planlægge et nyt.',
    open: 'De, der er spurgt, kan ikke svare mere, og mails, der ikke er sendt, bliver ikke sendt. Det går kun, så længe ingen har svaret.',
    act: 'Tag det tilbage',
    keep: 'Nej, lad det være',
    done: 'Spørgeskemaet er taget tilbage.',
  },
  own: {
    answered: (day: string) => `Du svarede ${dateText('da', day)}.`,
    waiting: 'Du er spurgt og har ikke svaret endnu.',
    act: 'Svar nu',
    wait: 'Svarene vises her, når spørgeskemaet er lukket, og nok har svaret.',
  },
  questions: {
    title: 'Sådan bliver der spurgt',
    lead: 'Her kan du prøve felterne. Intet bliver gemt.',
    toMember: 'Som medlem',
    toPartner: 'Som samarbejdspartner',
  },
  letter: { title: 'Mailen med spørgeskemaet', subject: 'Emne', link: 'Hver modtager får sit eget link.' },
  named: {
    title: 'Hvem har svaret hvad',
    lead: 'Kun koordinatorer ser denne side. Den kan printes, men ikke hentes som fil.',
    none: 'Ingen har svaret endnu.',
    open: 'Svarene kan ændres, til spørgeskemaet lukker.',
    nothing: 'Ikke besvaret',
  },
  back: 'Til spørgeskemaet',
  source: (cluster: string, day: string) => `${cluster}, Klyngerum, ${dayText('da', day)}`,
};

const en: typeof da = {
  before: (meeting) => `Before the meeting “${meeting}”`,
  about: (meeting) => `About the meeting “${meeting}”`,
  toMeeting: 'To the meeting',
  said: {
    planned: 'The questionnaire is planned. Nobody gets anything before its day.',
    again: 'The questionnaire is planned once more. The answers are compared with last time’s.',
    saved: 'Saved.',
    opening: 'The questionnaire opens within a minute, and those who are asked get a mail.',
    prolonged: 'There is more time now.',
    closing: 'The questionnaire is closed. What may be shown is here in a moment.',
  },
  reminded: (n) => `${count('en', n, people)} will get a mail that their answer is missing.`,
  follows: (meeting) => `The same questions as for “${meeting}”. The answers are compared.`,
  followed: (meeting) => `The same questions were asked again for “${meeting}”.`,
  fewAtPartner: (name, n, least) =>
    `At ${name} only ${count('en', n, people)} can be mailed. With fewer than ${least} answers from there the partner’s side is not shown. Write more on the partner’s page, or ask the cluster alone.`,
  toPartners: 'To partners',
  held: (title, from) =>
    `Does not open before ${dateText('en', from)}. “${title}” asks the same people the same, and the difference of two counts so near each other could tell what single people answered. Choose days after that, or ask everybody in one questionnaire.`,
  toHolding: 'See the other questionnaire',
  whatMeans: {
    named: 'The coordinator sees who answered what.',
    anonymous: 'Nobody can see who answered what.',
  },
  progress: 'Answers so far',
  answers: 'Answers',
  secretary:
    'You can see whose answers are missing, and remind them. The answers are for the cluster’s members.',
  missing: {
    title: 'Answers missing',
    none: 'All have answered.',
    name: 'Name',
    place: 'Where',
    reminded: 'Reminded',
    notYet: 'not yet',
    act: 'Remind those missing',
    tomorrow: 'They were all asked or reminded today. From tomorrow you can remind them again.',
    note: 'Only those who have not answered get a mail. Three days before the last day they are reminded by themselves.',
  },
  acts: {
    openNow: 'Open now',
    openAsk:
      'Those to be asked get a mail within a few minutes. Names and questions cannot be changed after that.',
    change: 'Change whom and when',
    takeBack: 'Take it back',
    prolong: 'Give more time',
    lastDay: 'New last day to answer',
    dayHint: 'For example 14.4.2027',
    close: 'Close now',
    questions: 'See the questions as they are asked',
    letter: 'Read the mail',
    answers: 'See who answered what',
    texts: 'Read answers in words, and choose what the cluster sees',
  },
  close: {
    title: 'Close the questionnaire now',
    now: (answered, asked) => `${answered} of ${asked} have answered.`,
    enough:
      'The answers are counted and shown to the cluster. After that nobody can answer, and it cannot be undone.',
    onlyOne: (side, least) =>
      `${side} has fewer than ${least} answers. That side is not shown, and its answers are deleted.`,
    tooFew: (least) =>
      `With fewer than ${least} answers nothing is shown. You can still give more time for 14 days. If you do not, the answers are deleted without anybody having read them.`,
    act: 'Close now',
    keep: 'No, leave it open',
  },
  takeBack: {
    title: 'Take the questionnaire back',
    planned: 'Nobody has been asked yet. The questionnaire is gone, and you can plan another.',
    open: 'Those who were asked cannot answer any more, and mails not yet sent are not sent. It can be done only while nobody has answered.',
    act: 'Take it back',
    keep: 'No, leave it',
    done: 'The questionnaire is taken back.',
  },
  own: {
    answered: (day) => `You answered on ${dateText('en', day)}.`,
    waiting: 'You are asked and have not answered yet.',
    act: 'Answer now',
    wait: 'The answers are shown here when the questionnaire has closed and enough have answered.',
  },
  questions: {
    title: 'How it is asked',
    lead: 'Try the fields here. Nothing is saved.',
    toMember: 'As a member',
    toPartner: 'As a partner',
  },
  letter: {
    title: 'The mail with the questionnaire',
    subject: 'Subject',
    link: 'Each receiver gets a link of their own.',
  },
  named: {
    title: 'Who answered what',
    lead: 'Only coordinators see this page. It can be printed, but not fetched as a file.',
    none: 'Nobody has answered yet.',
    open: 'Answers can be changed until the questionnaire closes.',
    nothing: 'Not answered',
  },
  back: 'To the questionnaire',
  source: (cluster, day) => `${cluster}, Klyngerum, ${dayText('en', day)}`,
};

/** The words of the page of a round, for those who arrange and those who answer. */
export const roundPageText: Record<Locale, typeof da> = { da, en };
