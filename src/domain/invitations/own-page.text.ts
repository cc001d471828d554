import { count, dateText, type Locale, timeText } from '#ui/format.ts';
import type { Saved } from './own-page.ts';

const da = {
  title: 'Din side',
  answersAs: 'Du svarer som',
  notMe: 'Ikke mig',
  toAnswer: (things: number) =>
    things === 0
      ? 'Du har svaret på alt.'
      : `${count('da', things, { one: 'ting', other: 'ting' })} at svare på.`,
  savedAt: (moment: Date, now: Date) =>
    dateText('da', moment) === dateText('da', now)
      ? `Gemt kl. ${timeText('da', moment)}`
      : `Gemt ${dateText('da', moment)} kl. ${timeText('da', moment)}`,
  saved: {
    dates: 'Svarene om datoer er gemt. Du kan rette dem her, til afstemningen lukker.',
    rsvp: 'Svaret er gemt. Du kan rette det her indtil mødet.',
    ballot: 'Dine prikker er gemt. Du kan flytte dem, til afstemningen lukker.',
    topic: 'Dit forslag er gemt. Du får besked, når der er besluttet noget om det.',
    joined: 'Du er med i emnets gruppe.',
    action: 'Det er gemt, og klyngen ser det i referatet.',
  } satisfies Record<Saved, string>,
  nothing: {
    title: 'Ikke noget at svare på lige nu',
    text: 'Når klyngen spørger om en dato, inviterer til møde eller stemmer om emner, står det her, og du får en mail.',
  },
  notYours: 'Du hører ikke til en klinik i klyngen, så her er ikke noget at svare på.',
  reserved: 'Dagen er reserveret. Du bliver spurgt, om du kommer, når invitationen er klar.',
  online: 'Vær med online',
  askGuest: 'Spørg gæsten om noget før mødet',
  programme: 'Program',
  minutes: (minutes: number) => `${minutes} min.`,
  vote: 'Stem om emner',
  propose: 'Foreslå et emne',
  proposeLead: 'Hvad skal klyngen tage op? Én sætning er nok.',
  notMePage: {
    title: (name: string) => `Er du ikke ${name}?`,
    steps: [
      'Svar ikke her: så står svaret i en andens navn. Du har ikke ændret noget ved at åbne siden.',
      'Er mailen sendt videre til dig, så brug linket i din egen mail fra klyngen, eller log ind med din mailadresse.',
      'Har du fået den ved en fejl, så slet den, og sig det til klyngens koordinator.',
    ],
    back: (name: string) => `Jeg er ${name}: tilbage`,
    signIn: 'Log ind som dig selv',
  },
};

const en: typeof da = {
  title: 'Your page',
  answersAs: 'You answer as',
  notMe: 'Not me',
  toAnswer: (things) =>
    things === 0
      ? 'You have answered everything.'
      : `${count('en', things, { one: 'thing', other: 'things' })} to answer.`,
  savedAt: (moment, now) =>
    dateText('en', moment) === dateText('en', now)
      ? `Saved at ${timeText('en', moment)}`
      : `Saved ${dateText('en', moment)} at ${timeText('en', moment)}`,
  saved: {
    dates: 'The answers about dates are saved. You can change them here until the poll closes.',
    rsvp: 'The answer is saved. You can change it here until the meeting.',
    ballot: 'Your dots are saved. You can move them until the vote closes.',
    topic: 'Your proposal is saved. You will hear what becomes of it.',
    joined: 'You are in the group of the topic.',
    action: 'It is saved, and the cluster sees it in the minutes.',
  },
  nothing: {
    title: 'Nothing to answer just now',
    text: 'When the cluster asks about a date, invites to a meeting or votes on topics, it stands here, and you get a mail.',
  },
  notYours: 'You belong to no clinic of the cluster, so there is nothing to answer here.',
  reserved: 'The day is reserved. You will be asked whether you come when the invitation is ready.',
  online: 'Join online',
  askGuest: 'Ask the guest something before the meeting',
  programme: 'Programme',
  minutes: (minutes) => `${minutes} min`,
  vote: 'Vote on topics',
  propose: 'Propose a topic',
  proposeLead: 'What should the cluster take up? One sentence is enough.',
  notMePage: {
    title: (name) => `Are you not ${name}?`,
    steps: [
      'Do not answer here: the answer would stand in somebody else’s name. You have changed nothing by opening the page.',
      'If the mail was forwarded to you, use the link in your own mail from the cluster, or sign in with your mail address.',
      'If you got it by mistake, delete it, and tell the coordinator of the cluster.',
    ],
    back: (name) => `I am ${name}: back`,
    signIn: 'Sign in as yourself',
  },
};

/** The words of the own page, and of the page for somebody whose link it is not. */
export const ownPageText: Record<Locale, typeof da> = { da, en };
