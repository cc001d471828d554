import type { Figure } from './figure.ts';

/** Whose a number was on the last day of a period, among the practices that the source serves. */
export type NumberHolder = {
  practiceNumberId: string;
  number: string;
  practiceId: string;
  name: string;
  clusterId: string;
  isConfirmed: boolean;
  isCurrent: boolean;
};

/**
 * Why the figures of a number are left out: no practice of the source's clusters has it, it was not a practice's
 * at the end of the period, nobody has confirmed it, several practices claim it, or two numbers of one practice
 * bring the same figure.
 */
export const LEFT_OUT_KINDS = ['unconfirmed', 'closed', 'claimed_twice', 'two_numbers', 'unknown'] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

/** A number whose figures are left out, how many they are, and the first line. The holder where there is one. */
export type LeftOut = {
  kind: LeftOutKind;
  number: string;
  figures: number;
  line: number;
  holder: NumberHolder | null;
};

/** A figure and the practice it belongs to. */
export type Taken = { figure: Figure; practiceId: string; clusterId: string };
export type Matching = { taken: Taken[]; leftOut: LeftOut[] };

/**
 * Finds the practice of every figure by its number on the last day of the figure's period. `holdersOn` holds, by
 * that day, all numbers that the source may name. A cluster's own source `takesClaims`: numbers that nobody has
 * confirmed yet.
 */
export function matchFigures(
  figures: readonly Figure[],
  holdersOn: ReadonlyMap<string, readonly NumberHolder[]>,
  takesClaims: boolean,
): Matching {
  const findOn = new Map(
    [...holdersOn].map(([day, holders]) => [day, Map.groupBy(holders, ({ number }) => number)]),
  );
  const book = new LeftOutBook();
  const taken: Taken[] = [];
  for (const figure of figures) {
    const holders = findOn.get(figure.period.until)?.get(figure.practiceNumber.toUpperCase()) ?? [];
    const found = holderAmong(holders, takesClaims);
    if ('kind' in found) book.add(found.kind, figure, found.holder);
    else taken.push({ figure, practiceId: found.practiceId, clusterId: found.clusterId });
  }
  return { taken: withoutTwoNumbers(taken, book), leftOut: book.list() };
}

type NotFound = { kind: LeftOutKind; holder: NumberHolder | null };

function holderAmong(holders: readonly NumberHolder[], takesClaims: boolean): NumberHolder | NotFound {
  if (holders.length === 0) return { kind: 'unknown', holder: null };
  const current = holders.filter((holder) => holder.isCurrent);
  const confirmed = current.find((holder) => holder.isConfirmed);
  if (confirmed) return confirmed;
  const [claim, other] = current;
  if (!claim) return { kind: 'closed', holder: holders[0]! };
  if (other && other.practiceId !== claim.practiceId) return { kind: 'claimed_twice', holder: claim };
  return takesClaims ? claim : { kind: 'unconfirmed', holder: claim };
}

// A practice may have two numbers for a time. Their figures cannot be added up, so neither is taken.
function withoutTwoNumbers(taken: readonly Taken[], book: LeftOutBook): Taken[] {
  const idOf = ({ figure, practiceId }: Taken) =>
    `${practiceId} ${figure.indicatorKey} ${figure.period.from} ${figure.period.until}`;
  const counts = new Map<string, number>();
  for (const one of taken) counts.set(idOf(one), (counts.get(idOf(one)) ?? 0) + 1);
  return taken.filter((one) => {
    const isAlone = counts.get(idOf(one)) === 1;
    if (!isAlone) book.add('two_numbers', one.figure, null);
    return isAlone;
  });
}

class LeftOutBook {
  #byNumber = new Map<string, LeftOut>();

  add(kind: LeftOutKind, { practiceNumber, line }: Figure, holder: NumberHolder | null): void {
    const id = `${kind} ${practiceNumber}`;
    const before = this.#byNumber.get(id);
    if (before) before.figures++;
    else this.#byNumber.set(id, { kind, number: practiceNumber, figures: 1, line, holder });
  }

  list(): LeftOut[] {
    return [...this.#byNumber.values()].sort(
      (a, b) => LEFT_OUT_KINDS.indexOf(a.kind) - LEFT_OUT_KINDS.indexOf(b.kind) || a.line - b.line,
    );
  }
}

/** What a delivery will tell a cluster of an indicator and period: how many practices have a figure. */
export type Part = {
  clusterId: string;
  indicatorKey: string;
  from: string;
  until: string;
  figures: number;
  missing: number;
};

/** The taken figures counted by cluster, indicator and period, in that order. */
export function partsOf(taken: readonly Taken[]): Part[] {
  const parts = new Map<string, Part>();
  for (const { figure, clusterId } of taken) {
    const { indicatorKey, period } = figure;
    const id = `${clusterId} ${indicatorKey} ${period.from} ${period.until}`;
    const part = parts.get(id) ?? { clusterId, indicatorKey, ...period, figures: 0, missing: 0 };
    if (figure.missing === null) part.figures++;
    else part.missing++;
    parts.set(id, part);
  }
  return [...parts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part);
}
