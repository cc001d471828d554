import { compareNames } from '#domain/clusters/name-order.ts';
import type { Deliverable } from './contributors.server.ts';
import { keyOf } from './period-key.ts';

/** A practice of the cluster, and whether a figure of it exists that may contribute. */
export type Contributing = { practiceId: string; name: string; hasContributed: boolean };

/** The practices with those first who are missing, since they are the ones to talk to; each part by name. */
export function missingFirst(practices: readonly Contributing[]): Contributing[] {
  return practices.toSorted(
    (a, b) => Number(a.hasContributed) - Number(b.hasContributed) || compareNames(a.name, b.name),
  );
}

type Listed = Pick<Deliverable, 'indicatorKey' | 'period' | 'source' | 'isUp' | 'state'>;

/**
 * What to publish after this one: the next in the list, and from its end on from its start, that is neither up nor
 * on its way nor was refused. Null when nothing is left.
 */
export function nextUnpublished<D extends Listed>(delivered: readonly D[], current: Listed): D | null {
  const at = delivered.findIndex((one) => isSame(one, current));
  const others = [...delivered.slice(at + 1), ...delivered.slice(0, Math.max(0, at))];
  return others.find(({ isUp, state }) => !isUp && state !== 'waiting' && state !== 'refused') ?? null;
}

function isSame(one: Listed, other: Listed): boolean {
  return one.indicatorKey === other.indicatorKey && keyOf(one) === keyOf(other);
}
