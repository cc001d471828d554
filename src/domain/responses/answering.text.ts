import type { Party } from '#domain/questionnaires/question.ts';
import { count, dateText, dayText, type Locale } from '#ui/format.ts';

const da = {
  title: 'Spørgeskema',
  answersAs: 'Du svarer som',
  notMe: 'Ikke mig',
  before: (meeting: string) => `Før mødet ”${meeting}”`,
  after: (meeting: string) => `Om mødet ”${meeting}”`,
  takes: (questions: number, minutes: number) =>
    `${count('da', questions, { one: 'spørgsmål', other: 'spørgsmål' })}, cirka ${count('da', minutes, { one: 'minut', other: 'minutter' })}.`,
  closes: (day: string) => `Svar senest ${dateText('da', day)}.`,
  stored: {
    anonymous: (least: number, party: Party = 'member') =>
      `Vi gemmer, at du har svaret og på hvilken dag. Hvad du svarer, gemmes for sig, uden navn, tid og rækkefølge, og ingen kan finde ud af, hvad der er dit. Klyngen ser først noget, når mindst ${least} ${party === 'partner' ? 'hos jer ' : ''}har svaret.`,
    named:
      'Svarene her er med navn: Koordinatoren kan se, hvem der har svaret hvad. Du kan rette dine svar, til spørgeskemaet lukker.',
  },
  how: {
    summary: 'Sådan bliver dit svar anonymt',
    lines: [
      'Når du sender, låses svaret med en nøgle, som kun den maskine har, der tæller op. Indtil spørgeskemaet lukker, kan ingen læse det.',
      'Når spørgeskemaet lukker, åbnes alle svar på én gang. De skilles ad spørgsmål for spørgsmål, blandes og gemmes hver for sig. Nøglen slettes.',
      'Koordinatoren ser, hvem der mangler at svare. Det er det hele.',
      'Skriver du selv tekst, så skriv ikke noget, der viser, hvem du eller en patient er.',
    ],
  },
  draft: {
    kept: (day: string, done: number, of: number) =>
      `Du begyndte tidligere: ${done} af ${of} er besvaret. Sidst gemt ${dayText('da', day)}.`,
    elsewhere:
      'Du er begyndt et andet sted. Det, du skrev dér, er låst med det link, du brugte, og kan kun åbnes med det. Gemmer eller sender du her, forsvinder det andet.',
    drop: 'Slet det, jeg har begyndt på',
    dropped: 'Det, du var begyndt på, er slettet.',
    saved: 'Gemt. Du kan lukke siden og svare færdig senere. Kom ind på samme måde som nu.',
    device: {
      summary: 'Svar færdig på en anden enhed',
      about:
        'Gem, og åbn dette link på den anden enhed, når du er logget ind dér. Linket låser det op, du har gemt, så send det ikke til andre.',
    },
  },
  keep: 'Gem, og svar færdig senere',
  send: 'Send svar',
  change: 'Gem svar',
  final: 'Når du har sendt, kan ingen finde dit svar igen, heller ikke du. Det kan derfor ikke rettes.',
  code: {
    legend: 'Se, om dine egne svar flytter sig (frivilligt)',
    about:
      'Bliver I spurgt igen om et år, kan svarene sammenlignes to og to med en kode, som kun du har. Koden gemmes ikke, og den vises ikke igen. Skriv den ned, før du sender.',
    none: 'Nej tak',
    fresh: (code: string) => `Ja, brug koden ${code}`,
    own: 'Jeg har en kode fra sidst',
    label: 'Din kode fra sidst',
    unknown: 'Koden er ikke rigtig. Den ser ud som kamo-tiru-peza-nilo. Har du den ikke, så vælg ”Nej tak”.',
  },
  sent: {
    title: 'Tak for dit svar',
    on: (day: string) => `Du svarede ${dateText('da', day)}.`,
    shown: {
      member: 'Svarene vises for klyngen, når spørgeskemaet er lukket, og nok har svaret.',
      partner: 'Svarene vises på mødet ved siden af klyngens, når nok hos jer har svaret.',
    } satisfies Record<Party, string>,
    rest: 'Se, hvad der ellers er',
    named: 'Du kan rette dine svar, til spørgeskemaet lukker.',
  },
  saved: 'Dine svar er gemt.',
  refusal: {
    no_such_round: 'Spørgeskemaet findes ikke mere. Dine svar er ikke sendt.',
    not_asked: 'Du er ikke spurgt i dette spørgeskema. Dine svar er ikke sendt.',
    round_closed:
      'Spørgeskemaet er lukket. Dine svar er ikke sendt. Spørg koordinatoren, om fristen kan forlænges.',
    answered_already: 'Du har allerede svaret. Det første svar står ved magt.',
    answers_missing: 'Der mangler svar på noget, der skal besvares.',
    no_such_code: 'Koden er ikke rigtig.',
    confirm_again: 'Log ind igen, og send så svarene.',
  },
  own: {
    begin: 'Svar på spørgeskemaet',
    goOn: 'Svar færdig',
    change: 'Ret dine svar',
    anonymous: 'Svarene er anonyme.',
    named: 'Svarene er med navn.',
  },
  closed: 'Spørgeskemaet er lukket.',
  script: { saving: 'Gemmer …', saved: 'Gemt', failed: 'Ikke gemt endnu. Brug knappen nederst.' },
};

const en: typeof da = {
  title: 'Questionnaire',
  answersAs: 'You answer as',
  notMe: 'Not me',
  before: (meeting) => `Before the meeting “${meeting}”`,
  after: (meeting) => `About the meeting “${meeting}”`,
  takes: (questions, minutes) =>
    `${count('en', questions, { one: 'question', other: 'questions' })}, about ${count('en', minutes, { one: 'minute', other: 'minutes' })}.`,
  closes: (day) => `Answer by ${dateText('en', day)}.`,
  stored: {
    anonymous: (least, party = 'member') =>
      `We store that you have answered and on which day. What you answer is stored apart, without name, time or order, and nobody can find out which is yours. The cluster sees nothing until at least ${least} ${party === 'partner' ? 'of you ' : ''}have answered.`,
    named:
      'Answers here carry names: the coordinator can see who answered what. You can change yours until the questionnaire closes.',
  },
  how: {
    summary: 'How your answer becomes anonymous',
    lines: [
      'When you send, the answer is locked with a key that only the machine that counts has. Until the questionnaire closes nobody can read it.',
      'When it closes all answers are opened at once. They are taken apart question by question, mixed and stored one by one. The key is deleted.',
      'The coordinator sees who has not answered. That is all.',
      'If you write words of your own, write nothing that shows who you or a patient is.',
    ],
  },
  draft: {
    kept: (day, done, of) =>
      `You began earlier: ${done} of ${of} are answered. Last saved ${dayText('en', day)}.`,
    elsewhere:
      'You have begun in another place. What you wrote there is locked with the link you used, and opens with that alone. If you save or send here, the other is gone.',
    drop: 'Delete what I have begun',
    dropped: 'What you had begun is deleted.',
    saved: 'Saved. You can close the page and finish later. Come in the way you did now.',
    device: {
      summary: 'Finish on another device',
      about:
        'Save, and open this link on the other device when you are signed in there. The link unlocks what you have saved, so do not send it to others.',
    },
  },
  keep: 'Save, and finish later',
  send: 'Send answers',
  change: 'Save answers',
  final:
    'Once you have sent, nobody can find your answer again, you included. It can therefore not be changed.',
  code: {
    legend: 'See whether your own answers move (optional)',
    about:
      'If you are asked again in a year, answers can be compared pair by pair with a code that you alone have. The code is not stored, and is not shown again. Write it down before you send.',
    none: 'No, thank you',
    fresh: (code) => `Yes, use the code ${code}`,
    own: 'I have a code from last time',
    label: 'Your code from last time',
    unknown:
      'The code is not right. It looks like kamo-tiru-peza-nilo. If you do not have it, choose “No, thank you”.',
  },
  sent: {
    title: 'Thank you for your answer',
    on: (day) => `You answered on ${dateText('en', day)}.`,
    shown: {
      member:
        'The answers are shown to the cluster when the questionnaire has closed and enough have answered.',
      partner: 'The answers are shown at the meeting beside the cluster’s, when enough of you have answered.',
    },
    rest: 'See what else there is',
    named: 'You can change your answers until the questionnaire closes.',
  },
  saved: 'Your answers are saved.',
  refusal: {
    no_such_round: 'The questionnaire is there no more. Your answers were not sent.',
    not_asked: 'You are not asked in this questionnaire. Your answers were not sent.',
    round_closed:
      'The questionnaire is closed. Your answers were not sent. Ask the coordinator for more time.',
    answered_already: 'You have answered already. The first answer stands.',
    answers_missing: 'Something that must be answered is missing.',
    no_such_code: 'The code is not right.',
    confirm_again: 'Sign in again, and then send the answers.',
  },
  own: {
    begin: 'Answer the questionnaire',
    goOn: 'Finish answering',
    change: 'Change your answers',
    anonymous: 'Answers are anonymous.',
    named: 'Answers carry names.',
  },
  closed: 'The questionnaire is closed.',
  script: { saving: 'Saving …', saved: 'Saved', failed: 'Not saved yet. Use the button below.' },
};

/** The words of the page on which somebody answers a questionnaire. */
export const answeringText: Record<Locale, typeof da> = { da, en };
