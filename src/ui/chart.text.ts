import type { Locale } from './format.ts';

const da = { showFigures: 'Vis tal' };
const en: typeof da = { showFigures: 'Show figures' };

/** What every chart says, whatever it shows. */
export const chartText: Record<Locale, typeof da> = { da, en };
