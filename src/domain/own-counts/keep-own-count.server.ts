import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import {
  answerIn,
  type CountAnswer,
  type CountRefusal,
  countIn,
  type OwnCount,
  type TypedCount,
} from './own-count.ts';
import { listCountingPractices } from './own-counts.server.ts';

/** What everybody reads under a picture of own counts, as the name of their source. */
const SOURCE_NAME = 'Egne tal';

/**
 * Keeps what somebody counted for their own practice: a delivery of one figure, confirmed at once, and with it the yes
 * or no of those who decide for the practice. A later count of the same period takes the place of an earlier one.
 * `indicatorKey` is the subject. The answer tells the delivery's id and no number.
 */
export const keepOwnCount = command(
  { permission: 'own_count.enter', event: 'own_count.kept' },
  async (scope: ClusterScope, indicatorKey: string, typed: TypedCount) => {
    const indicator = await findIndicator(scope, indicatorKey);
    if (!indicator?.isOwnCount) return refused<CountRefusal>('not_an_own_count');
    const own = (await listCountingPractices(scope)).find(({ practiceId }) => practiceId === typed.practice);
    if (!own) return refused<CountRefusal>('not_yours_to_count');
    const read = countIn(indicator, typed, dayOf(scope.now));
    if ('refusals' in read) return refused(read.refusals[0] ?? 'cannot_be');
    const answer = answerIn(typed);
    if (own.decides && !answer) return refused<CountRefusal>('answer_missing');
    await sql`select source_of_own_counts(${randomUUID()}::uuid, ${SOURCE_NAME})`.execute(scope.db);
    const deliveryId = randomUUID();
    const refusal = await keep(scope, { deliveryId, practiceId: own.practiceId, indicatorKey }, read.count);
    if (refusal) return refused(refusal);
    if (answer && own.decides) await say(scope, own.practiceId, answer);
    return made({ deliveryId });
  },
);

/** Says for a practice whether what its people counted may stand in the cluster's pictures. A no takes those down. */
export const answerForOwnCounts = command(
  { permission: 'own_count.enter', event: 'source.answered' },
  async (scope: ClusterScope, practiceId: string, answer: CountAnswer) =>
    (await say(scope, practiceId, answer)) ? done : refused<CountRefusal>('not_yours_to_count'),
);

/** Takes back what was counted of an indicator and a period; every picture in which it stands goes down at once. */
export const withdrawOwnCount = command(
  { permission: 'own_count.enter', event: 'own_count.withdrawn' },
  async ({ db }: ClusterScope, deliveryId: string) => {
    const { rows } = await sql<{ isGone: boolean }>`
      select withdraw_own_count(${deliveryId}::uuid) as is_gone`.execute(db);
    return rows[0]?.isGone ? done : refused<CountRefusal>('not_yours_to_count');
  },
);

async function keep(
  { db }: ClusterScope,
  of: { deliveryId: string; practiceId: string; indicatorKey: string },
  { period, numerator, denominator }: OwnCount,
): Promise<CountRefusal | null> {
  const { rows } = await sql<{ answer: 'kept' | CountRefusal }>`
    select keep_own_count(${of.deliveryId}::uuid, ${of.practiceId}::uuid, ${of.indicatorKey}, ${period.from}::date,
      ${period.until}::date, ${numerator}::numeric, ${denominator}::numeric) as answer`.execute(db);
  const answer = rows[0]?.answer ?? 'cannot_be';
  return answer === 'kept' ? null : answer;
}

async function say({ db }: ClusterScope, practiceId: string, answer: CountAnswer): Promise<boolean> {
  const { rows } = await sql<{ isSaid: boolean }>`
    select answer_own_counts(${practiceId}::uuid, ${answer}) as is_said`.execute(db);
  return rows[0]?.isSaid ?? false;
}
