/** What kind of organisation delivers figures. `coordinator` is the cluster's own, which nobody names. */
export const SOURCE_KINDS = ['quality_unit', 'region', 'kiap', 'municipality'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number] | 'coordinator';

/** The kind that a form names, or null for none of them. */
export function sourceKindIn(value: unknown): (typeof SOURCE_KINDS)[number] | null {
  return SOURCE_KINDS.find((kind) => kind === value) ?? null;
}
