/** A period of whole days, both ends included, as ISO dates. */
export type Period = { readonly from: string; readonly until: string };

/** A period and its source as one word of an address: `2025-01-01.2025-12-31.<source id>`. */
export function keyOf({ period, source }: { period: Period; source: { sourceId: string } }): string {
  return `${period.from}.${period.until}.${source.sourceId}`;
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}`;
const KEY = new RegExp(`^(${DAY})\\.(${DAY})\\.([0-9a-f-]{36})$`);

/** What such a word says, or null when it is none. */
export function readKey(word: string | null): { period: Period; source: { sourceId: string } } | null {
  const [, from, until, sourceId] = KEY.exec(word ?? '') ?? [];
  return from && until && sourceId ? { period: { from, until }, source: { sourceId } } : null;
}
