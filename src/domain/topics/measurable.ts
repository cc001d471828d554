import type { Indicator } from '#domain/indicators/indicator.ts';
import { namesOf } from '#domain/indicators/indicator-names.ts';
import type { Proposal } from './topic.ts';
import { isSameStem, stemsOf } from './topic-words.ts';

/**
 * Whether a topic can be measured, as far as words tell: `figures` that the installation knows, `said` when only the
 * proposer named something, `unknown` when nobody has yet.
 */
export type Measurability =
  | { by: 'figures'; indicators: Pick<Indicator, 'key' | 'name'>[] }
  | { by: 'said' }
  | { by: 'unknown' };

const MOST = 6;
// A word that only says how something is counted tells nothing of what.
const COUNTING = new Set(
  stemsOf(
    'andel antal gentagne kendte mindst kontrol brugere forløb henvist planlagt samtidig måned måneder uge uger dage seks share number months weeks',
  ),
);

/**
 * What the installation could measure of a topic: indicators whose name, other names or theme share a word with it,
 * those that share most first, at most six.
 */
export function measurabilityOf(
  { sentence, measure }: Proposal,
  indicators: readonly Indicator[],
): Measurability {
  const words = stemsOf(`${sentence} ${measure}`).filter((word) => !COUNTING.has(word));
  const found = indicators
    .map((indicator) => ({ indicator, hits: hitsIn(words, indicator) }))
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .slice(0, MOST);
  if (found.length === 0) return { by: measure ? 'said' : 'unknown' };
  return { by: 'figures', indicators: found.map(({ indicator: { key, name } }) => ({ key, name })) };
}

function hitsIn(words: readonly string[], indicator: Indicator): number {
  const names = stemsOf([...namesOf(indicator), indicator.theme].join(' '));
  return words.filter((word) => names.some((name) => isSameStem(word, name))).length;
}
