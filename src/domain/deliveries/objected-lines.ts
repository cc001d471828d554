import { OBJECTION_KINDS, type ObjectionKind, type Objections } from './objection.ts';

/** One kind of objection: how many there are, and the first lines. */
export type ObjectedLines = { kind: ObjectionKind; count: number; lines: number[] };

const SHOWN = 12;

/** The objections by kind, those that take figures away first, each with its first lines. */
export function objectedLines({ counts, listed }: Objections): ObjectedLines[] {
  return OBJECTION_KINDS.filter((kind) => counts[kind] > 0).map((kind) => {
    const lines = listed.filter((objection) => objection.kind === kind).map(({ line }) => line);
    return { kind, count: counts[kind], lines: [...new Set(lines)].slice(0, SHOWN) };
  });
}
