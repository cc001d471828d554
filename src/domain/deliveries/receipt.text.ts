import { count, type Locale } from '#ui/format.ts';
import type { Counts } from './delivery.ts';

const da = {
  title: 'Leveret',
  withdrawnTitle: 'Trukket tilbage',
  done: (day: string) => `Tallene gælder fra ${day}. Praksisserne har fået besked, uden tal i mailen.`,
  withdrawn: (day: string) =>
    `Leveringen blev trukket tilbage ${day}. Tallene gælder ikke mere, og de billeder, de stod i, er taget ned.`,
  counts: ({ rows, figures, missing, practices }: Counts) =>
    `${count('da', rows, { one: 'række læst', other: 'rækker læst' })}, ${count('da', figures, { one: 'tal', other: 'tal' })} taget med, ${count('da', missing, { one: 'felt', other: 'felter' })} uden tal, ${count('da', practices, { one: 'praksis', other: 'praksisser' })}.`,
  gone: 'Filen er slettet, og ingen kan se rækkerne igen. Hver praksis ser sine egne tal.',
  file: 'Fil',
  pasted: 'Indsat tekst',
  deliverer: 'Leveret af',
  operator: 'Driften',
  extracted: 'Udtrukket',
  notTold: 'Ikke oplyst',
  parts: 'Per indikator og klynge',
  columns: { indicator: 'Indikator', period: 'Periode', cluster: 'Klynge', practices: 'Praksisser med tal' },
  corrections: {
    later: (day: string) => `Noget af det er rettet af en senere levering, fra ${day}`,
    earlier: (day: string) => `Retter noget i leveringen fra ${day}`,
  },
  next: 'Hvad sker der nu? Når en koordinator viser klyngen tallene, ser hver praksis sin egen plads. En praksis’ tal indgår først, når den har sagt ja til jer som kilde.',
  nextOwn:
    'Hvad sker der nu? Når du viser klyngen tallene, ser hver praksis sin egen plads. En praksis’ tal indgår først, når den har sagt ja til jer som kilde.',
  show: 'Vis klyngen tallene',
  back: 'Til oversigten',
  again: 'Lever flere tal',
  withdraw: {
    act: 'Træk leveringen tilbage',
    ask: 'Tallene holder op med at gælde med det samme, og alle billeder, de står i, bliver taget ned. Var de rettelser, gælder de tidligere tal igen. Det kan ikke fortrydes, men filen kan leveres igen.',
    refused: 'Leveringen gælder ikke, så der er intet at trække tilbage.',
  },
};

const en: typeof da = {
  title: 'Delivered',
  withdrawnTitle: 'Withdrawn',
  done: (day) => `The figures count from ${day}. The practices have been told, with no figure in the mail.`,
  withdrawn: (day) =>
    `The delivery was withdrawn on ${day}. The figures count no longer, and the pictures in which they stood are taken down.`,
  counts: ({ rows, figures, missing, practices }) =>
    `${count('en', rows, { one: 'row read', other: 'rows read' })}, ${count('en', figures, { one: 'figure', other: 'figures' })} taken, ${count('en', missing, { one: 'field', other: 'fields' })} without one, ${count('en', practices, { one: 'practice', other: 'practices' })}.`,
  gone: 'The file is deleted, and nobody can see the rows again. Each practice sees its own figures.',
  file: 'File',
  pasted: 'Pasted text',
  deliverer: 'Delivered by',
  operator: 'The operator',
  extracted: 'Extracted',
  notTold: 'Not told',
  parts: 'By indicator and cluster',
  columns: {
    indicator: 'Indicator',
    period: 'Period',
    cluster: 'Cluster',
    practices: 'Practices with a figure',
  },
  corrections: {
    later: (day) => `Some of it is corrected by a later delivery, of ${day}`,
    earlier: (day) => `Corrects something in the delivery of ${day}`,
  },
  next: 'What happens now? When a coordinator shows the cluster its figures, each practice sees its own place. They join only when the practice has said yes to you as a source.',
  nextOwn:
    'What happens now? When you show the cluster its figures, each practice sees its own place. They join only when the practice has said yes to you as a source.',
  show: 'Show the cluster its figures',
  back: 'To the overview',
  again: 'Deliver more figures',
  withdraw: {
    act: 'Withdraw the delivery',
    ask: 'The figures stop counting at once, and every picture in which they stand is taken down. If they were corrections, the earlier figures count again. It cannot be undone, but the file can be delivered again.',
    refused: 'The delivery does not count, so there is nothing to withdraw.',
  },
};

/** What the receipt of a delivery says. */
export const receiptText = { da, en } satisfies Record<Locale, typeof da>;
