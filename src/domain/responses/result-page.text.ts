import { count, dateText, type Locale, list } from '#ui/format.ts';
import type { Verdict } from './change.ts';
import type { ResultView } from './result-views.ts';

const da = {
  title: 'Svarene',
  views: {
    changes: 'Hvad har ændret sig',
    sides: 'De to sider',
    answers: 'Klyngens svar',
    partner: 'Partnerens svar',
    partner_changes: 'Hvad har ændret sig hos partneren',
  } satisfies Record<ResultView, string>,
  viewsOf: 'Måder at se svarene på',
  verdicts: {
    clear: (n: number) => count('da', n, { one: 'tydelig ændring', other: 'tydelige ændringer' }),
    chance: (n: number) => `${n} kan være ${n === 1 ? 'tilfældig' : 'tilfældige'}`,
    too_few: (n: number) => `${n} har for få svar`,
  } satisfies Record<Verdict, (n: number) => string>,
  sentence: (parts: readonly string[]) => `${list('da', parts)}.`,
  notCompared: (n: number) =>
    `${count('da', n, { one: 'spørgsmål er', other: 'spørgsmål er' })} ikke sammenlignet, fordi ${n === 1 ? 'det' : 'de'} ikke blev stillet ens begge gange.`,
  fewHere: {
    member: (least: string) => `Færre end ${least} i klyngen svarede, så klyngens side vises ikke.`,
    partner: (least: string) =>
      `Færre end ${least} hos samarbejdspartneren svarede, så deres side vises ikke.`,
  },
  gate: (least: string) => `Det, færre end ${least} har svaret på, vises ikke nogen steder.`,
  words: 'Det skrev de',
  wordsNone: 'Koordinatoren har ikke valgt svar i ord ud endnu.',
  wall: 'Vis på væggen',
  csv: 'Hent svarene (CSV)',
  xlsx: 'Hent svarene (Excel)',
  changesCsv: 'Hent ændringerne (CSV)',
  files: 'Hent',
  print: 'Siden kan printes, som den er.',
  texts: {
    title: 'Svar i ord',
    lead: 'Kun koordinatorer ser denne side. Sæt kryds ved det, klyngen må læse.',
    look: 'Læs efter, før du viser noget: Står der et navn, en patient eller noget, der viser, hvem der har skrevet? Så lad det være.',
    none: { title: 'Ingen svar i ord', text: 'Ingen skrev noget, der kan vises.' },
    wellbeing: 'I et skema om trivsel kan der ikke svares i ord.',
    show: 'Vis de valgte for klyngen',
    all: 'Fjerner du et kryds, tages svaret tilbage.',
    saved: 'Gemt. Klyngen ser det, du har valgt.',
    waiting: (n: number) =>
      n === 1 ? '1 svar i ord er ikke vist for klyngen.' : `${n} svar i ord er ikke vist for klyngen.`,
    read: 'Læs dem, og vælg',
    refusal: 'Et af svarene findes ikke mere. Se listen igennem igen.',
  },
  again: {
    title: 'Spørg igen',
    lead: 'De samme mennesker får de samme spørgsmål, og svarene bliver sammenlignet med dem her.',
    when: 'Hvornår?',
    meeting: (title: string, day: string | null) => `Før ”${title}”${day ? ` ${dateText('da', day)}` : ''}`,
    agreement: (what: string, day: string) => `Til aftalen bliver målt ${dateText('da', day)}: ${what}`,
    none: 'Lav et opfølgende møde først, eller skriv en aftale, der bliver målt igen.',
    make: 'Planlæg et møde, der følger op',
    act: 'Planlæg, at der spørges igen',
    once: 'Planlæg en gang mere',
    measured: 'Mål aftalen med spørgeskemaet: spørg igen',
    planned: (meeting: string) => `Der spørges igen før ”${meeting}”`,
  },
  onWall: {
    at: (n: number, of: number) => `${n} af ${of}`,
    previous: 'Forrige',
    next: 'Næste',
    leave: 'Tilbage til siden',
  },
};

const en: typeof da = {
  title: 'The answers',
  views: {
    changes: 'What has changed',
    sides: 'Both sides',
    answers: 'The cluster’s answers',
    partner: 'The partner’s answers',
    partner_changes: 'What has changed at the partner',
  },
  viewsOf: 'Ways to look at the answers',
  verdicts: {
    clear: (n) => count('en', n, { one: 'clear change', other: 'clear changes' }),
    chance: (n) => `${n} may be chance`,
    too_few: (n) => `${n} ${n === 1 ? 'has' : 'have'} too few answers`,
  },
  sentence: (parts) => `${list('en', parts)}.`,
  notCompared: (n) =>
    `${count('en', n, { one: 'question is', other: 'questions are' })} not compared, because ${n === 1 ? 'it was' : 'they were'} not asked alike both times.`,
  fewHere: {
    member: (least) => `Fewer than ${least} of the cluster answered, so its side is not shown.`,
    partner: (least) => `Fewer than ${least} of the partner answered, so their side is not shown.`,
  },
  gate: (least) => `What fewer than ${least} have answered is shown nowhere.`,
  words: 'What they wrote',
  wordsNone: 'The coordinator has not chosen answers in words yet.',
  wall: 'Show on the wall',
  csv: 'Fetch the answers (CSV)',
  xlsx: 'Fetch the answers (Excel)',
  changesCsv: 'Fetch the changes (CSV)',
  files: 'Fetch',
  print: 'The page can be printed as it is.',
  texts: {
    title: 'Answers in words',
    lead: 'Only coordinators see this page. Tick what the cluster may read.',
    look: 'Read before you show anything: is there a name, a patient, or something that tells who wrote it? Then leave it out.',
    none: { title: 'No answers in words', text: 'Nobody wrote anything that can be shown.' },
    wellbeing: 'A questionnaire about wellbeing takes no answers in words.',
    show: 'Show those chosen to the cluster',
    all: 'If you remove a tick, the answer is taken back.',
    saved: 'Saved. The cluster sees what you have chosen.',
    waiting: (n) =>
      n === 1
        ? '1 answer in words is not shown to the cluster.'
        : `${n} answers in words are not shown to the cluster.`,
    read: 'Read them, and choose',
    refusal: 'One of the answers is no longer there. Look through the list again.',
  },
  again: {
    title: 'Ask again',
    lead: 'The same people get the same questions, and the answers are compared with these.',
    when: 'When?',
    meeting: (title, day) => `Before “${title}”${day ? ` on ${dateText('en', day)}` : ''}`,
    agreement: (what, day) => `For the agreement measured on ${dateText('en', day)}: ${what}`,
    none: 'Make a follow-up meeting first, or write an agreement that is measured again.',
    make: 'Plan a meeting that follows up',
    act: 'Plan to ask again',
    once: 'Plan once more',
    measured: 'Measure the agreement by the questionnaire: ask again',
    planned: (meeting) => `It is asked again before “${meeting}”`,
  },
  onWall: {
    at: (n, of) => `${n} of ${of}`,
    previous: 'Previous',
    next: 'Next',
    leave: 'Back to the page',
  },
};

/** The words around the results of a round, on the page and on the wall. */
export const resultPageText: Record<Locale, typeof da> = { da, en };
