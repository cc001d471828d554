/**
 * Why a row, or one figure of it, is not taken. Only `all_zero` takes the figures in, as missing; of two rows
 * that say the same (`twice`, equal numbers) the first is taken.
 */
export const OBJECTION_KINDS = [
  'not_a_practice_number',
  'cells_beyond_header',
  'no_indicator',
  'unreadable_period',
  'unreadable_number',
  'negative_number',
  'denominator_zero',
  'numerator_above_denominator',
  'above_whole',
  'value_contradicts',
  'twice',
  'all_zero',
] as const;
export type ObjectionKind = (typeof OBJECTION_KINDS)[number];

/**
 * What is wrong and where: `line` and `column` count from 1, `otherLine` is the earlier line that says
 * something of the same practice, indicator and period. Never a value.
 */
export type Objection = {
  kind: ObjectionKind;
  line: number;
  column: number | null;
  otherLine: number | null;
};

/** All objections counted by kind, and at most a hundred of them listed, in order of line. */
export type Objections = { counts: Record<ObjectionKind, number>; listed: Objection[] };

const LISTED = 100;

/** Collects objections: counts every one, and keeps enough of each kind that no kind hides another. */
export class ObjectionBook {
  #counts = Object.fromEntries(OBJECTION_KINDS.map((kind) => [kind, 0])) as Record<ObjectionKind, number>;
  #kept: Objection[] = [];

  /** Writes one objection down. */
  add(kind: ObjectionKind, line: number, place: { column?: number; otherLine?: number } = {}): void {
    this.#counts[kind]++;
    if (this.#counts[kind] > LISTED) return;
    this.#kept.push({ kind, line, column: place.column ?? null, otherLine: place.otherLine ?? null });
  }

  /** What was written down so far. */
  summary(): Objections {
    const kinds = new Set(this.#kept.map(({ kind }) => kind)).size;
    const share = Math.max(1, Math.floor(LISTED / Math.max(1, kinds)));
    const taken = new Map<ObjectionKind, number>();
    const fair = this.#kept.filter(({ kind }) => {
      taken.set(kind, (taken.get(kind) ?? 0) + 1);
      return taken.get(kind)! <= share;
    });
    const listed = this.#kept.length <= LISTED ? this.#kept : fair;
    return { counts: { ...this.#counts }, listed: [...listed].sort((a, b) => a.line - b.line) };
  }
}
