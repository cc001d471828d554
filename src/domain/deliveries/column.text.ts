import type { ColumnRole } from './column-form.ts';
import type { ProposalReason } from './draft.ts';

const da = {
  role: {
    practice_number: 'Ydernummer',
    indicator: 'Indikatorens navn',
    period: 'Periode',
    period_from: 'Periodens første dag',
    period_until: 'Periodens sidste dag',
    quarter: 'Kvartal (1–4)',
    month: 'Måned (1–12)',
    numerator: 'Tæller',
    denominator: 'Nævner',
    value: 'Værdi (andel eller hyppighed)',
    ignore: 'Bruges ikke',
  } satisfies Record<ColumnRole, string>,
  reason: {
    remembered: 'Som sidst',
    header_word: 'Navnet siger det',
    known_practice_numbers: 'Her står ydernumre, vi kender',
    looks_like_practice_numbers: 'Ligner ydernumre',
    known_indicators: 'Her står indikatorer, vi kender',
    looks_like_periods: 'Ligner perioder',
    header_names_indicator: 'Navnet er en indikator, vi kender',
    header_names_period: 'Navnet er en periode',
    matches_ratio: 'Tallene passer: tæller divideret med nævner giver værdien',
    larger_of_two: 'Det største af to tal',
    only_figures: 'Den eneste kolonne med tal',
    damaged_name: 'Navnet ligner de andre, men året findes ikke. Se efter, om det er kopieret forkert',
    change: 'En forskel mellem to år, ikke et tal i sig selv',
    unknown_measure: 'Tal, som vi ikke ved, hvad er',
    text: 'Tekst',
    empty: 'Tom',
  } satisfies Record<ProposalReason, string>,
};

const en: typeof da = {
  role: {
    practice_number: 'Practice number',
    indicator: 'Name of the indicator',
    period: 'Period',
    period_from: 'First day of the period',
    period_until: 'Last day of the period',
    quarter: 'Quarter (1–4)',
    month: 'Month (1–12)',
    numerator: 'Numerator',
    denominator: 'Denominator',
    value: 'Value (share or rate)',
    ignore: 'Not used',
  },
  reason: {
    remembered: 'As last time',
    header_word: 'The name says so',
    known_practice_numbers: 'Practice numbers that we know',
    looks_like_practice_numbers: 'Looks like practice numbers',
    known_indicators: 'Indicators that we know',
    looks_like_periods: 'Looks like periods',
    header_names_indicator: 'The name is an indicator that we know',
    header_names_period: 'The name is a period',
    matches_ratio: 'The numbers fit: numerator divided by denominator gives the value',
    larger_of_two: 'The larger of two counts',
    only_figures: 'The only column of figures',
    damaged_name: 'The name is like the others, but there is no such year. See whether it was copied wrongly',
    change: 'A difference between two years, not a figure in itself',
    unknown_measure: 'Figures that we do not know',
    text: 'Text',
    empty: 'Empty',
  },
};

/** What a column can hold, and why it was taken to hold that. */
export const columnText = { da, en };
