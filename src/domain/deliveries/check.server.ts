import { type Check, checkOf } from './check.ts';
import { type DeliveryScope, knowledgeFor, listNumbers, type Source } from './delivering.server.ts';
import { dayAt } from './delivery.ts';
import { figuresIn } from './figures.ts';
import type { Mapping } from './mapping.ts';
import { type Matching, matchFigures, type NumberHolder } from './matching.ts';
import type { Problem } from './problem.ts';
import { problemsOf } from './problems.ts';
import type { Sheet } from './sheet.ts';

/** A file as its mapping understands it: what must be answered first, or the check and all that it would bring. */
export type Checked = { problems: Problem[] } | { check: Check; taken: Matching['taken'] };

/** Reads a sheet as mapped and finds the practice of every figure. Changes nothing. */
export async function checkSheet(
  scope: DeliveryScope,
  source: Source,
  sheet: Sheet,
  mapping: Mapping,
): Promise<Checked> {
  const today = dayAt(scope.now);
  const { measured } = await knowledgeFor(scope, source.sourceId, today);
  const problems = problemsOf(mapping, sheet, measured);
  if (problems.length > 0) return { problems };
  const read = figuresIn(sheet, mapping, measured);
  const holders = await holdersOn(
    scope,
    source.sourceId,
    read.figures.map(({ period }) => period.until),
  );
  const matching = matchFigures(read.figures, holders, source.kind === 'coordinator');
  const practices = await listNumbers(scope, source.sourceId, today);
  const check = checkOf({ ...read, rows: sheet.rows.length }, matching, practices, source.isExample);
  return { check, taken: matching.taken };
}

async function holdersOn(
  scope: DeliveryScope,
  sourceId: string,
  days: readonly string[],
): Promise<Map<string, NumberHolder[]>> {
  const holders = new Map<string, NumberHolder[]>();
  for (const day of new Set(days)) holders.set(day, await listNumbers(scope, sourceId, day));
  return holders;
}
