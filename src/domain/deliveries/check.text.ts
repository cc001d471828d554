import { count, type Locale } from '#ui/format.ts';
import type { DeliveryRefusal } from './delivery.ts';
import type { LeftOutKind } from './matching.ts';
import type { MissingReason } from './missing.ts';
import type { ObjectionKind } from './objection.ts';

const da = {
  title: 'Tjek',
  lead: 'Sådan kommer tallene til at stå. Intet gælder, før du bekræfter.',
  summary: ({ figures, practices, missing }: { figures: number; practices: number; missing: number }) =>
    `${count('da', figures, { one: 'tal', other: 'tal' })} for ${count('da', practices, { one: 'praksis', other: 'praksisser' })}${
      missing > 0 ? `, og ${count('da', missing, { one: 'felt uden tal', other: 'felter uden tal' })}` : ''
    }.`,
  parts: 'Hvad der leveres',
  first: 'De første rækker, som de er forstået',
  firstHint: 'Kun du kan se dem, og kun indtil du har bekræftet.',
  columns: {
    line: 'Linje',
    practice: 'Praksis',
    cluster: 'Klynge',
    indicator: 'Indikator',
    period: 'Periode',
    numerator: 'Tæller',
    denominator: 'Nævner',
    value: 'Tal',
    practices: 'Praksisser med tal',
    missing: 'Uden tal',
    number: 'Ydernummer',
    figures: 'Tal',
    why: 'Hvorfor',
  },
  missing: {
    suppressed: 'dækket: for få til at vise',
    not_available: 'mangler',
    not_applicable: 'ikke relevant',
    empty: 'tom',
  } satisfies Record<MissingReason, string>,
  leftOut: {
    unconfirmed: {
      title: 'Numre, som ingen har bekræftet',
      text: 'En koordinator har skrevet dem. Kender du praksis og nummer, kan du bekræfte, at de hører sammen. Ellers bliver tallene ikke taget med.',
      textUntrusted:
        'En koordinator har skrevet dem, og ingen har bekræftet dem endnu. Tallene bliver ikke taget med.',
    },
    closed: {
      title: 'Numre, der ikke var praksissens ved periodens slutning',
      text: 'Et nummer kan gå videre til en anden praksis. Derfor bliver tallene ikke taget med.',
    },
    claimed_twice: {
      title: 'Numre, som to praksisser siger er deres',
      text: 'Det må afgøres, før tallene kan tages med. Skriv til koordinatorerne.',
    },
    two_numbers: {
      title: 'To numre for samme praksis',
      text: 'De giver hver sit tal for det samme, og de kan ikke lægges sammen. Ingen af dem bliver taget med.',
    },
    unknown: {
      title: 'Numre uden for klyngerne',
      text: 'De hører ikke til en klynge, som I leverer til. De bliver ikke taget med, og intet om dem gemmes.',
    },
  } satisfies Record<LeftOutKind, { title: string; text: string; textUntrusted?: string }>,
  more: (n: number) => `og ${count('da', n, { one: 'nummer', other: 'numre' })} mere`,
  confirmNumber: 'Bekræft nummeret',
  absent: (n: number) =>
    count('da', n, { one: 'praksis er ikke i filen', other: 'praksisser er ikke i filen' }),
  objections: 'Rækker, der ikke kan bruges, som de står',
  objectionsHint: 'De er ikke talt med ovenfor. Ret filen, hvis de skal med.',
  objection: {
    not_a_practice_number: 'Intet ydernummer i rækken',
    cells_beyond_header: 'Flere celler end kolonner',
    no_indicator: 'Ingen indikator i rækken',
    unreadable_period: 'Perioden kan ikke læses',
    unreadable_number: 'Tallet kan ikke læses',
    negative_number: 'Et tal under nul',
    denominator_zero: 'Nævneren er nul, tælleren er ikke',
    numerator_above_denominator: 'Tælleren er større end nævneren',
    above_whole: 'Andelen er over 100 %',
    value_contradicts: 'Værdien passer ikke med tæller og nævner',
    twice: 'Samme praksis, indikator og periode to gange: ens rækker tæller én gang, forskellige slet ikke',
    all_zero: 'Kun nuller for praksis i perioden: regnes som tal, der mangler',
  } satisfies Record<ObjectionKind, string>,
  lines: (list: string, n: number) => `${n === 1 ? 'Linje' : 'Linjer'} ${list}`,
  moreLines: (n: number) => `og ${n} mere`,
  zeros: 'Nullerne er rigtige: tag dem med',
  zerosBack: 'Tag ikke de rene nuller med',
  replaces: 'Retter en tidligere levering',
  replaced: (day: string, indicators: string) =>
    `Leveringen fra ${day}: ${indicators}. Den gemmes, men de nye tal gælder.`,
  real: {
    title: 'Brug ikke rigtige tal her',
    text: (n: number, line: string) =>
      `Det her er en eksempelklynge, og filen rummer ${count('da', n, { one: 'nummer', other: 'numre' })}, der kan være en rigtig praksis (første gang i linje ${line}). Filen kan ikke leveres her.`,
  },
  nothing: {
    title: 'Ingen tal at levere',
    text: 'Filen har ingen tal for praksisser i de klynger, I leverer til. Se nedenfor, hvorfor de er sorteret fra.',
  },
  own: 'Du har set de andre praksissers tal. Det kommer til at stå ved tallene.',
  confirm: {
    title: 'Bekræft leveringen',
    text: 'Så gælder tallene, og praksisserne får en mail uden tal i. Filen slettes, og rækkerne kan ikke ses igen, heller ikke af dig.',
    act: 'Bekræft leveringen',
  },
  back: 'Ret kolonnerne',
  discard: 'Kassér filen',
  refusal: {
    not_there: 'Leveringen findes ikke.',
    not_open: 'Leveringen er ikke åben længere.',
    upload_again: 'Filen er her ikke mere. Læg den ind igen.',
    questions_open: 'Der er spørgsmål til kolonnerne, som mangler svar.',
    changed_since:
      'Noget er ændret, siden du så det: kolonnerne eller praksisserne. Se det igennem igen, og bekræft så.',
    real_numbers: 'Brug ikke rigtige tal her.',
    nothing_to_deliver: 'Der er ingen tal at levere.',
    delivered_before: 'Præcis denne fil er leveret før. Den gælder allerede.',
    not_confirmed: 'Nummeret er ikke bekræftet: det er måske bekræftet som en anden praksis’.',
    confirm_again: 'Bekræft først, at det er dig.',
  } satisfies Record<DeliveryRefusal | 'not_confirmed' | 'confirm_again', string>,
};

const en: typeof da = {
  title: 'Check',
  lead: 'This is how the figures will stand. Nothing counts until you confirm.',
  summary: ({ figures, practices, missing }) =>
    `${count('en', figures, { one: 'figure', other: 'figures' })} for ${count('en', practices, { one: 'practice', other: 'practices' })}${
      missing > 0
        ? `, and ${count('en', missing, { one: 'field without one', other: 'fields without one' })}`
        : ''
    }.`,
  parts: 'What is delivered',
  first: 'The first rows, as understood',
  firstHint: 'Only you can see them, and only until you have confirmed.',
  columns: {
    line: 'Line',
    practice: 'Practice',
    cluster: 'Cluster',
    indicator: 'Indicator',
    period: 'Period',
    numerator: 'Numerator',
    denominator: 'Denominator',
    value: 'Figure',
    practices: 'Practices with a figure',
    missing: 'Without',
    number: 'Practice number',
    figures: 'Figures',
    why: 'Why',
  },
  missing: {
    suppressed: 'covered: too few to show',
    not_available: 'missing',
    not_applicable: 'not relevant',
    empty: 'empty',
  },
  leftOut: {
    unconfirmed: {
      title: 'Numbers that nobody has confirmed',
      text: 'A coordinator wrote them. If you know practice and number, you can confirm that they belong together. Otherwise the figures are left out.',
      textUntrusted: 'A coordinator wrote them, and nobody has confirmed them yet. The figures are left out.',
    },
    closed: {
      title: 'Numbers that were not the practice’s at the end of the period',
      text: 'A number can pass on to another practice. That is why the figures are left out.',
    },
    claimed_twice: {
      title: 'Numbers that two practices say are theirs',
      text: 'It must be settled before the figures can be taken. Write to the coordinators.',
    },
    two_numbers: {
      title: 'Two numbers for one practice',
      text: 'Each gives its own figure for the same thing, and they cannot be added up. Neither is taken.',
    },
    unknown: {
      title: 'Numbers outside the clusters',
      text: 'They belong to no cluster that you deliver to. They are left out, and nothing about them is kept.',
    },
  },
  more: (n) => `and ${count('en', n, { one: 'number', other: 'numbers' })} more`,
  confirmNumber: 'Confirm the number',
  absent: (n) =>
    count('en', n, { one: 'practice is not in the file', other: 'practices are not in the file' }),
  objections: 'Rows that cannot be used as they stand',
  objectionsHint: 'They are not counted above. Mend the file if they are to be taken.',
  objection: {
    not_a_practice_number: 'No practice number in the row',
    cells_beyond_header: 'More cells than columns',
    no_indicator: 'No indicator in the row',
    unreadable_period: 'The period cannot be read',
    unreadable_number: 'The number cannot be read',
    negative_number: 'A number below zero',
    denominator_zero: 'The denominator is zero, the numerator is not',
    numerator_above_denominator: 'The numerator is larger than the denominator',
    above_whole: 'The share is above 100%',
    value_contradicts: 'The value does not fit numerator and denominator',
    twice: 'The same practice, indicator and period twice: equal rows count once, different ones not at all',
    all_zero: 'Nothing but zeros for the practice in the period: taken as figures that are missing',
  },
  lines: (list, n) => `${n === 1 ? 'Line' : 'Lines'} ${list}`,
  moreLines: (n) => `and ${n} more`,
  zeros: 'The zeros are real: take them',
  zerosBack: 'Leave the bare zeros out',
  replaces: 'Corrects an earlier delivery',
  replaced: (day, indicators) =>
    `The delivery of ${day}: ${indicators}. It is kept, but the new figures count.`,
  real: {
    title: 'Do not use real figures here',
    text: (n, line) =>
      `This is an example cluster, and the file holds ${count('en', n, { one: 'number', other: 'numbers' })} that could be a real practice’s (the first in line ${line}). The file cannot be delivered here.`,
  },
  nothing: {
    title: 'No figures to deliver',
    text: 'The file has no figures for practices in the clusters that you deliver to. See below why they were left out.',
  },
  own: 'You have seen the other practices’ figures. That will stand beside the figures.',
  confirm: {
    title: 'Confirm the delivery',
    text: 'Then the figures count, and the practices get a mail without a figure in it. The file is deleted, and nobody sees the rows again, not even you.',
    act: 'Confirm the delivery',
  },
  back: 'Mend the columns',
  discard: 'Throw the file away',
  refusal: {
    not_there: 'The delivery does not exist.',
    not_open: 'The delivery is open no longer.',
    upload_again: 'The file is here no more. Put it in again.',
    questions_open: 'There are questions about the columns without an answer.',
    changed_since:
      'Something has changed since you saw it: the columns or the practices. Look it through again, then confirm.',
    real_numbers: 'Do not use real figures here.',
    nothing_to_deliver: 'There are no figures to deliver.',
    delivered_before: 'Exactly this file was delivered before. It counts already.',
    not_confirmed: 'The number was not confirmed: perhaps it is confirmed as another practice’s.',
    confirm_again: 'First confirm that it is you.',
  },
};

/** What the third step of a delivery says. */
export const checkText = { da, en } satisfies Record<Locale, typeof da>;
