/**
 * The rules that decide what a cluster may be shown of its members' figures. Every screen, letter, document
 * and export shows a picture that was made here, and never a figure.
 */

/** How many practices it takes. An installation may raise them, never lower them. */
export type Thresholds = { readonly dots: number; readonly median: number; readonly change: number };
export const LEAST: Thresholds = { dots: 10, median: 6, change: 6 };

/** The thresholds of an installation. Refuses a lower one than the least, which is part of the promise. */
export function thresholdsOf(wished: Partial<Thresholds>): Thresholds {
  for (const [name, least] of Object.entries(LEAST)) {
    const wish = wished[name as keyof Thresholds] ?? least;
    if (!Number.isInteger(wish) || wish < least)
      throw new RangeError(`The threshold ${name} is at least ${least}, not ${wish}`);
  }
  return { ...LEAST, ...wished };
}

/**
 * What is frozen and shown: places in whole per cent of the axis, 0 and 100 standing for its outer 5 %.
 * Ten contributors and more: all dots, median, quartiles. Six to nine: the median. Fewer: nothing.
 */
export type Picture = {
  readonly dots: readonly number[] | null;
  readonly median: number | null;
  readonly quartiles: readonly [number, number] | null;
};

/** The picture of these places (0 to 100, from `positionOf`), whatever their order. */
export function pictureOf(places: readonly number[], { dots, median }: Thresholds = LEAST): Picture {
  for (const place of places) {
    if (!Number.isInteger(place) || place < 0 || place > 100)
      throw new RangeError(`A place is a whole per cent, not ${place}`);
  }
  const sorted = [...places].sort((a, b) => a - b);
  if (sorted.length >= dots) {
    return {
      dots: sorted,
      median: quantileOf(sorted, 0.5),
      quartiles: [quantileOf(sorted, 0.25), quantileOf(sorted, 0.75)],
    };
  }
  if (sorted.length >= median) return { dots: null, median: quantileOf(sorted, 0.5), quartiles: null };
  return { dots: null, median: null, quartiles: null };
}

// Type 7, of places that are rounded already, and rounded again: nothing finer than a dot leaves.
function quantileOf(sorted: readonly number[], p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)]!;
  const above = sorted[Math.ceil(at)]!;
  const place = Math.round(below + (at - Math.floor(at)) * (above - below));
  if (place < 5) return 0;
  return place > 95 ? 100 : place;
}

/** In place of who delivered a figure: its own practice counted it, and they counted for no other. */
export const OWN_HAND = 'own';

/** One practice's part in a spread: the exact figure, so that a change too small to see still counts as one. */
export type Contribution = {
  readonly practiceId: string;
  readonly figure: string;
  readonly place: number;
  /** Who delivered it, where those who deliver for the source do not see each other's figures; else null. */
  readonly hand?: string | null;
};

/** A version that readers have seen, or could have. */
export type Published = {
  readonly spreadId: string;
  readonly version: number;
  readonly isTakenDown: boolean;
  readonly contributions: readonly Contribution[];
};

export type DisclosureRefusal =
  | 'nothing_delivered'
  | 'waits_for_next_period'
  | 'too_like_another'
  | 'delivered_by_several';
export type Disclosure =
  | { publish: Picture; version: 0 | 1 | 2 }
  | { restore: string }
  | { refuse: DisclosureRefusal };

export type Circumstances = {
  /** Who contributes today. */
  readonly today: readonly Contribution[];
  /** Versions of this very spread that showed something. */
  readonly earlier: readonly Published[];
  /** Spreads of the same indicator and an overlapping period, of another source or another length. */
  readonly beside: readonly Published[];
};

/**
 * Whether today's contributions may be shown, and as what. The first version may; a later one only when what
 * changed hides among enough others, so that two versions laid side by side single nobody out.
 */
export function disclose(
  { today, earlier, beside }: Circumstances,
  thresholds: Thresholds = LEAST,
): Disclosure {
  if (today.length === 0) return { refuse: 'nothing_delivered' };
  const picture = pictureOf(
    today.map(({ place }) => place),
    thresholds,
  );
  if (today.length < thresholds.median) {
    return earlier.some((one) => !one.isTakenDown)
      ? { refuse: 'waits_for_next_period' }
      : { publish: picture, version: 0 };
  }
  if (!areHandsHidden(today, thresholds)) return { refuse: 'delivered_by_several' };
  if (beside.some((other) => isTooLike(today, other.contributions, thresholds)))
    return { refuse: 'too_like_another' };
  const latest = [...earlier].sort((a, b) => b.version - a.version)[0];
  if (!latest) return { publish: picture, version: 1 };
  const turnover = compare(latest.contributions, today);
  if (turnover.gone + turnover.come === 0)
    // One answer whether nothing is new or too little, or it would tell if a newcomer's denominator sufficed.
    return latest.isTakenDown ? { restore: latest.spreadId } : { refuse: 'waits_for_next_period' };
  return latest.version === 1 && isHidden(turnover, thresholds)
    ? { publish: picture, version: 2 }
    : { refuse: 'waits_for_next_period' };
}

/**
 * Between two versions: how many figures stand in both, how many only in the first (left, or replaced) and how many
 * only in the second (joined, or replacing).
 */
export type Turnover = { readonly unchanged: number; readonly gone: number; readonly come: number };

/** The turnover from one version to another. A practice with another figure is gone with the old and comes with the new. */
export function compare(before: readonly Contribution[], after: readonly Contribution[]): Turnover {
  const was = new Map(before.map(({ practiceId, figure }) => [practiceId, figure]));
  const unchanged = after.filter(({ practiceId, figure }) => was.get(practiceId) === figure).length;
  return { unchanged, gone: before.length - unchanged, come: after.length - unchanged };
}

// Laid over one another, two versions sort their dots into these three heaps; each must be empty or large.
function isHidden({ unchanged, gone, come }: Turnover, { change }: Thresholds): boolean {
  return [unchanged, gone, come].every((heap) => heap === 0 || heap >= change);
}

// Whoever delivered some of the figures knows those; of the others there must be none, or enough to hide among.
function areHandsHidden(today: readonly Contribution[], { change }: Thresholds): boolean {
  const known = today.filter(({ hand }) => hand !== OWN_HAND);
  const hands = Map.groupBy(known, ({ hand }) => hand ?? null);
  return [...hands.values()].every(
    (own) => own.length === today.length || today.length - own.length >= change,
  );
}

// The same figures under another source's name, or another period's, are another version of the same picture.
function isTooLike(
  today: readonly Contribution[],
  other: readonly Contribution[],
  thresholds: Thresholds,
): boolean {
  const turnover = compare(other, today);
  return turnover.unchanged >= thresholds.change && !isHidden(turnover, thresholds);
}

/** Totals for guests: only of at least ten contributors, rounded to 5. Null where there are fewer. */
export function totalsOf(
  figures: readonly { numerator: number; denominator: number }[],
  { dots }: Thresholds = LEAST,
) {
  if (figures.length < dots) return null;
  const sum = (part: 'numerator' | 'denominator') =>
    5 * Math.round(figures.reduce((total, figure) => total + figure[part], 0) / 5);
  return { numerator: sum('numerator'), denominator: sum('denominator') };
}
