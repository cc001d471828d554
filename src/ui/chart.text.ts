import type { Locale } from './format.ts';

const da = { showFigures: 'Vis tal', figures: 'Tal' };
const en: typeof da = { showFigures: 'Show figures', figures: 'Figures' };

/** What every chart says, whatever it shows. */
export const chartText: Record<Locale, typeof da> = { da, en };
