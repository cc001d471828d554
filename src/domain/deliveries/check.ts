import { isExampleNumber } from '#domain/clusters/example-number.ts';
import type { Counts } from './delivery.ts';
import type { Figure } from './figure.ts';
import type { LeftOut, Matching, NumberHolder, Part, Taken } from './matching.ts';
import { partsOf } from './matching.ts';
import type { Objections } from './objection.ts';

/** How many rows the uploader is shown as understood, and how many numbers that belong nowhere here. */
export const SHOWN_ROWS = 10;

/**
 * What the uploader looks at before confirming. `first` are the first figures that will be taken; `absent` are the
 * practices of the clusters that the file says nothing of; `realNumbers` are numbers in an example world that
 * could be a practice's, with the line of each first one.
 */
export type Check = {
  first: Taken[];
  counts: Counts;
  parts: Part[];
  leftOut: LeftOut[];
  absent: { practiceId: string; name: string }[];
  objections: Objections;
  realNumbers: { count: number; line: number } | null;
};

/** Sums up a file that was read and matched. `practices` are the numbers of today of all practices served. */
export function checkOf(
  { figures, objections, rows }: { figures: readonly Figure[]; objections: Objections; rows: number },
  { taken, leftOut }: Matching,
  practices: readonly NumberHolder[],
  isExample: boolean,
): Check {
  const given = new Set(taken.map(({ practiceId }) => practiceId));
  const missing = taken.filter(({ figure }) => figure.missing !== null).length;
  return {
    first: taken.slice(0, SHOWN_ROWS),
    counts: { rows, figures: taken.length - missing, missing, practices: given.size },
    parts: partsOf(taken),
    leftOut,
    absent: absentFrom(given, practices),
    objections,
    realNumbers: isExample ? realNumbersIn(figures) : null,
  };
}

function absentFrom(given: ReadonlySet<string>, practices: readonly NumberHolder[]): Check['absent'] {
  const absent = practices.filter(({ practiceId, isCurrent }) => isCurrent && !given.has(practiceId));
  const byId = new Map(absent.map(({ practiceId, name }) => [practiceId, { practiceId, name }]));
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name, 'da'));
}

function realNumbersIn(figures: readonly Figure[]): Check['realNumbers'] {
  const real = figures.filter(({ practiceNumber }) => !isExampleNumber(practiceNumber.toUpperCase()));
  const count = new Set(real.map(({ practiceNumber }) => practiceNumber)).size;
  return real[0] ? { count, line: real[0].line } : null;
}
