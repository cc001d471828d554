/** What a page about topics says after an act, as its address carries it. */
export const SAID = [
  'proposed',
  'changed',
  'withdrawn',
  'joined',
  'left',
  'placed',
  'opened',
  'closed',
  'planned',
  'moved',
  'decided',
  'merged',
] as const;
export type Said = (typeof SAID)[number];

/** What an address says was done, or null when it says nothing that is known. */
export function saidIn(url: URL): Said | null {
  return SAID.find((word) => word === url.searchParams.get('said')) ?? null;
}
