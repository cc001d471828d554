/**
 * An indicator says what is counted, of whom, and on which axis it is drawn. Its definition stands in one
 * text file that doctors can read and correct; nothing here follows from anybody's figures.
 */
export const KINDS = ['proportion', 'rate', 'count'] as const;
export const DIRECTIONS = ['lower', 'higher', 'neutral'] as const;
export const LEVELS = ['nation', 'region'] as const;
export const SCALES = [1, 100, 1000] as const;

/**
 * `proportion`: the numerator is a part of the denominator. `rate`: events of a denominator, and one patient
 * may count twice. `count`: events alone, of one practice.
 */
export type Kind = (typeof KINDS)[number];
/** Which way is usually better; `neutral` where neither is. */
export type Direction = (typeof DIRECTIONS)[number];

export type InBothLanguages = { readonly da: string; readonly en: string };

/** In the indicator's unit. `ticks` are the round values written on it, or null where the drawing may choose. */
export type Axis = { readonly min: number; readonly max: number; readonly ticks: readonly number[] | null };

/**
 * How the practices of a level lie, in the indicator's unit. `tauSquared` is the variance between practices of
 * asin √(n/d) for a proportion and of √(n/d) for a rate or a count (d = 1), where chance alone adds 1/(4d).
 */
export type Band = {
  readonly p10: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p90: number;
  readonly tauSquared: number;
};

/**
 * The figure of the whole nation or of one region, in the indicator's unit: either with a source or marked as
 * an example. A level with a note was counted in another way: it may be told in words, but not drawn.
 */
export type Level = {
  readonly level: (typeof LEVELS)[number];
  /** The region's code; null for the nation. */
  readonly area: string | null;
  readonly value: number;
  readonly year: number | null;
  readonly source: InBothLanguages | null;
  readonly isExample: boolean;
  readonly note: InBothLanguages | null;
  readonly band: Band | null;
};

/** A standard somebody has set: at least this where higher is better, at most this where lower is. */
export type Target = { readonly value: number; readonly source: InBothLanguages };

/**
 * How a practice counts an indicator in its own records, in words that fit any record system. `months` is the length
 * of the period, and `period` the exact rule in words; the steps are one sentence or two each.
 */
export type Recipe = {
  readonly months: number;
  readonly period: InBothLanguages;
  readonly denominator: { readonly da: readonly string[]; readonly en: readonly string[] };
  readonly numerator: { readonly da: readonly string[]; readonly en: readonly string[] };
};

export type Indicator = {
  readonly key: string;
  /** The package that the indicator belongs to. */
  readonly theme: string;
  readonly version: number;
  readonly name: InBothLanguages;
  /** A phrase in the plural: "patienter, der …". */
  readonly numerator: InBothLanguages;
  readonly denominator: InBothLanguages;
  readonly kind: Kind;
  readonly scale: (typeof SCALES)[number];
  readonly unit: InBothLanguages;
  readonly axis: Axis;
  readonly direction: Direction;
  /** Whether numerators of several periods may be added. Persons may not: the same ones come back. */
  readonly additive: boolean;
  /** Below this a figure does not contribute; null for a count, which has no denominator. */
  readonly smallestDenominator: number | null;
  /** Whether practices count this in their own records. */
  readonly isOwnCount: boolean;
  /** How they do so; null where they do not. */
  readonly recipe: Recipe | null;
  readonly target: Target | null;
  readonly levels: readonly Level[];
  /** What the figure cannot say, one sentence or two each; as many in Danish as in English. */
  readonly caveats: { readonly da: readonly string[]; readonly en: readonly string[] };
  /** Names that a column of figures may carry, besides the key and the two names. */
  readonly aliases: readonly string[];
  /** Names that a column with the denominator may carry; indicators may share them. */
  readonly denominatorAliases: readonly string[];
  /** What the licence of the figures asks to have printed, word for word. */
  readonly attribution: string | null;
  readonly author: string;
  /** Who else has checked the definition, or null while nobody has. */
  readonly checkedBy: string | null;
  /** Day on which the definition is to be looked at again, as `2027-11-01`. */
  readonly nextReview: string;
};

/**
 * The figure in the indicator's unit, unrounded: scale · numerator / denominator, or the numerator of a count.
 * Null where there is nothing to divide by.
 */
export function valueFrom(
  indicator: Indicator,
  numerator: number,
  denominator: number | null,
): number | null {
  if (indicator.kind === 'count') return numerator;
  return denominator !== null && denominator > 0 ? (indicator.scale * numerator) / denominator : null;
}

/** Whether a practice's denominator is large enough for its figure to contribute to a spread. */
export function isSufficient(indicator: Indicator, denominator: number | null): boolean {
  if (indicator.smallestDenominator === null) return true;
  return denominator !== null && denominator >= indicator.smallestDenominator;
}

const SLIP_OF_UNIT = 10;

/**
 * Whether a value in the indicator's unit can be true at all. A proportion lies between none and all; a rate or
 * count ten axes away is a slip of unit, such as per 100,000 for per 1000.
 */
export function isPlausible(indicator: Indicator, value: number): boolean {
  const most = indicator.kind === 'proportion' ? indicator.scale : SLIP_OF_UNIT * indicator.axis.max;
  return value >= 0 && value <= most;
}

/** Where a value is drawn: whole per cent of the axis, 0 to 100, and the edge that stands for the outer 5 %. */
export type Position = { readonly position: number; readonly edge: Edge | null };
export type Edge = 'low' | 'high';

const OUTER = 5;
const NOISE = 1e-7;
const STEPS_HIDDEN = 3;

/**
 * The place of a value on its axis, as coarse as gate 2 of disclosure allows: rounded to 1 % of the axis, and what
 * lies in its outer 5 %, or beyond it, is at the edge, 0 or 100. Refuses a value that is no number.
 */
export function positionOf({ axis }: Indicator, value: number): Position {
  if (Number.isNaN(value)) throw new RangeError('A value without a number has no place on an axis');
  const percent = (100 * (value - axis.min)) / (axis.max - axis.min);
  if (percent < OUTER - NOISE) return { position: 0, edge: 'low' };
  if (percent > 100 - OUTER + NOISE) return { position: 100, edge: 'high' };
  return { position: Math.round(percent), edge: null };
}

/** The value, in the indicator's unit, that a position (0 to 100) stands for. */
export function valueAt({ axis }: Indicator, position: number): number {
  return Number((axis.min + ((axis.max - axis.min) * position) / 100).toFixed(6));
}

/** The value at which an edge begins: all that is drawn at the low edge is under it, at the high edge over it. */
export function edgeValue(indicator: Indicator, edge: Edge): number {
  return valueAt(indicator, edge === 'low' ? OUTER : 100 - OUTER);
}

/**
 * How many decimals a value of this indicator is printed with, 0 to 4: the fewest that write both edges exactly
 * and round away no more than three steps of the axis.
 */
export function decimalsOf(indicator: Indicator): number {
  const step = (indicator.axis.max - indicator.axis.min) / 100;
  const exact = [indicator.axis.min, edgeValue(indicator, 'low'), edgeValue(indicator, 'high')];
  const isEnough = (decimals: number) =>
    10 ** -decimals <= STEPS_HIDDEN * step + NOISE &&
    exact.every((value) => Math.abs(value - Number(value.toFixed(decimals))) < NOISE);
  return [0, 1, 2, 3].find(isEnough) ?? 4;
}
