import type { Locale } from '#ui/format.ts';

const da = {
  hidden: (least: string) => `For få har svaret til, at svarene kan vises. Der skal være mindst ${least}.`,
  wellbeingText: 'Det, der er skrevet med egne ord, bliver aldrig vist i et skema om trivsel.',
  written: (n: string) => `${n} har skrevet et svar.`,
  yes: (share: string, interval: string) => `${share} svarede ja (${interval}).`,
  most: (answer: string, share: string) => `De fleste valgte ${answer}: ${share}.`,
  mostOften: (answer: string, share: string) => `Flest valgte ${answer}: ${share}.`,
  equallyOften: (answers: string, share: string) => `Lige mange valgte ${answers}: ${share} hver.`,
  none: 'Ingen valgte nogen af svarene.',
  upper: (steps: string, share: string, interval: string) => `${share} svarede ${steps} (${interval}).`,
  rows: (steps: string, [first, ofFirst]: readonly string[], [last, ofLast]: readonly string[]) =>
    `Flest svarede ${steps} til ${first}: ${ofFirst}. Færrest til ${last}: ${ofLast}.`,
  oneRow: (steps: string, row: string, share: string) => `Til ${row} svarede ${share} ${steps}.`,
  rowsAlike: (steps: string, share: string) => `Til alle linjer svarede lige stor en del ${steps}: ${share}.`,
  middle: (value: string) => `Midten af svarene er ${value}.`,
  middleHalf: (value: string, from: string, until: string) =>
    `Midten af svarene er ${value}, og den midterste halvdel ligger mellem ${from} og ${until}.`,
  of: (some: string, all: string) => `${some} af ${all}`,
  or: ' eller ',
  and: 'og',
  quoted: (words: string) => `”${words}”`,
  between: (from: string, until: string) => `${from}–${until}`,
  fewer: 'for få svar',
  fromOn: (from: string) => `${from} og mere`,
  table: {
    answer: 'Svar',
    row: 'Linje',
    count: 'Antal',
    share: 'Andel',
    interval: '95 %-interval',
    answered: 'Har svaret',
    middle: 'Midten',
    quartiles: 'Midterste halvdel',
  },
  source: {
    from: (title: string) => `Spørgeskemaet ”${title}”`,
    of: { member: 'Klyngens medlemmer', partner: 'Samarbejdspartneren' },
    counted: (day: string) => `Talt op ${day}`,
    answered: (some: string, all: string) => `${some} af ${all} har svaret`,
    answeredAlone: (some: string) => `${some} har svaret`,
    here: (some: string, asked: string) => `På dette spørgsmål ${some} af ${asked}, der fik det`,
    interval: 'Ved bjælkerne står antal svar og andel. Stregen viser, hvor langt tilfældet rækker (95 %)',
  },
};

const en: typeof da = {
  hidden: (least) => `Too few have answered for the answers to be shown. There must be at least ${least}.`,
  wellbeingText: 'What is written in words of one’s own is never shown in a questionnaire about wellbeing.',
  written: (n) => `${n} have written an answer.`,
  yes: (share, interval) => `${share} answered yes (${interval}).`,
  most: (answer, share) => `Most chose ${answer}: ${share}.`,
  mostOften: (answer, share) => `The answer chosen most often is ${answer}: ${share}.`,
  equallyOften: (answers, share) => `Equally many chose ${answers}: ${share} each.`,
  none: 'Nobody chose any of the answers.',
  upper: (steps, share, interval) => `${share} answered ${steps} (${interval}).`,
  rows: (steps, [first, ofFirst], [last, ofLast]) =>
    `Most answered ${steps} to ${first}: ${ofFirst}. Fewest to ${last}: ${ofLast}.`,
  oneRow: (steps, row, share) => `To ${row}, ${share} answered ${steps}.`,
  rowsAlike: (steps, share) => `To all lines equally many answered ${steps}: ${share}.`,
  middle: (value) => `The middle of the answers is ${value}.`,
  middleHalf: (value, from, until) =>
    `The middle of the answers is ${value}, and the middle half lies between ${from} and ${until}.`,
  of: (some, all) => `${some} of ${all}`,
  or: ' or ',
  and: 'and',
  quoted: (words) => `“${words}”`,
  between: (from, until) => `${from}–${until}`,
  fewer: 'too few answers',
  fromOn: (from) => `${from} and more`,
  table: {
    answer: 'Answer',
    row: 'Line',
    count: 'Number',
    share: 'Share',
    interval: '95% interval',
    answered: 'Answered',
    middle: 'The middle',
    quartiles: 'Middle half',
  },
  source: {
    from: (title) => `The questionnaire “${title}”`,
    of: { member: 'The cluster’s members', partner: 'The partner' },
    counted: (day) => `Counted on ${day}`,
    answered: (some, all) => `${some} of ${all} have answered`,
    answeredAlone: (some) => `${some} have answered`,
    here: (some, asked) => `To this question ${some} of ${asked} who were asked it`,
    interval: 'At the bars stand answers and share. The line shows how far chance reaches (95%)',
  },
};

/** What is said of results, whatever was asked. */
export const resultText: Record<Locale, typeof da> = { da, en };
