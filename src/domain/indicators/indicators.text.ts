import type { Direction, Kind } from './indicator.ts';

const da = {
  /** What to say beside a figure about which way is better. */
  direction: {
    lower: 'Lavere er som regel bedre her.',
    higher: 'Højere er som regel bedre her.',
    neutral: 'Der er ingen rigtig retning her. Tallet er til at tale ud fra.',
  } satisfies Record<Direction, string>,
  kind: { proportion: 'andel', rate: 'hyppighed', count: 'antal' } satisfies Record<Kind, string>,
  /** Labels of the definition. */
  label: {
    definition: 'Hvad er talt?',
    numerator: 'Tæller',
    denominator: 'Nævner',
    caveats: 'Det siger tallet ikke',
    target: 'Standard',
    author: 'Skrevet af',
    checkedBy: 'Set efter af',
    nextReview: 'Ses efter igen',
  },
  level: { nation: 'Hele landet', region: 'Regionen' },
  example: 'eksempeltal',
  ownCount: 'egne tal',
  recipe: {
    title: 'Sådan tæller I selv',
    period: 'Periode',
    denominator: 'Find nævneren',
    numerator: 'Find tælleren',
  },
  notChecked: 'ikke set efter af andre endnu',
  atLeast: (value: string) => `mindst ${value}`,
  atMost: (value: string) => `højst ${value}`,
  /** In place of a value that lies in the outer 5 % of the axis. */
  under: (value: string) => `under ${value}`,
  over: (value: string) => `over ${value}`,
};

const en: typeof da = {
  direction: {
    lower: 'Lower is usually better here.',
    higher: 'Higher is usually better here.',
    neutral: 'No direction is the right one here. The figure is there to talk from.',
  },
  kind: { proportion: 'share', rate: 'rate', count: 'number' },
  label: {
    definition: 'What is counted?',
    numerator: 'Numerator',
    denominator: 'Denominator',
    caveats: 'What the figure does not say',
    target: 'Standard',
    author: 'Written by',
    checkedBy: 'Checked by',
    nextReview: 'To be checked again',
  },
  level: { nation: 'The whole country', region: 'The region' },
  example: 'example figures',
  ownCount: 'own counts',
  recipe: {
    title: 'How you count yourselves',
    period: 'Period',
    denominator: 'Find the denominator',
    numerator: 'Find the numerator',
  },
  notChecked: 'not yet checked by others',
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  under: (value) => `under ${value}`,
  over: (value) => `over ${value}`,
};

/** What the interface says about indicators; what one indicator says of itself stands in its file. */
export const indicatorsText = { da, en };
