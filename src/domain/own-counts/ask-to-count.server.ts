import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { type Day, dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';
import { refusalOfAsking } from './count-ask.ts';
import { findCountAsk } from './count-asks.server.ts';
import { lastMonths } from './count-period.ts';

/** What is asked for: of which meeting, which indicators, by which day. */
export type Asking = { indicators: readonly string[]; dueOn: Day };

/**
 * Asks the practices to count some indicators for a meeting by a day, each of the last whole months that are over
 * today. Everybody who can count is written to by the worker, in one letter each.
 */
export const askToCount = command(
  { permission: 'own_count.ask', event: 'own_count.asked' },
  async (scope: ClusterScope, meetingId: string, asking: Asking) => {
    const meeting = await findMeetingToChange(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    if (meeting.state === 'cancelled') return refused('meeting_over');
    const counted = await listOwnCountIndicators(scope);
    const known = new Set(counted.map(({ key }) => key));
    const refusal = refusalOfAsking(asking, known, dayOf(scope.now));
    if (refusal) return refused(refusal);
    const wanted = counted.filter(({ key }) => asking.indicators.includes(key));
    const asked = await insertAsks(scope, { meetingId, clusterId: scope.clusterId }, wanted, asking.dueOn);
    return asked > 0 ? done : refused('asked_already');
  },
);

/** Takes back what was asked. What practices have counted stays theirs. */
export const giveUpCounting = command(
  { permission: 'own_count.ask', event: 'own_count.given_up' },
  async (scope: ClusterScope, ownCountAskId: string) => {
    const ask = await findCountAsk(scope, ownCountAskId);
    if (ask?.state !== 'open') return refused('no_such_ask');
    await scope.db
      .updateTable('ownCountAsk')
      .set({ state: 'given_up' })
      .where('ownCountAskId', '=', ownCountAskId)
      .where('state', '=', 'open')
      .execute();
    return done;
  },
);

/** The indicators that practices count in their own records. */
export async function listOwnCountIndicators(scope: ClusterScope | SystemScope): Promise<Indicator[]> {
  return (await listIndicators(scope)).filter(({ isOwnCount }) => isOwnCount);
}

type Place = { meetingId: string; clusterId: string };

/** Writes down what a meeting asks for by a day, and answers how much of it was not asked before. */
export async function insertAsks(
  { db, kind, now }: ClusterScope | SystemScope,
  { meetingId, clusterId }: Place,
  indicators: readonly Indicator[],
  dueOn: Day,
): Promise<number> {
  let asked = 0;
  for (const { key, recipe } of indicators) {
    const { from, until } = lastMonths(dayOf(now), recipe?.months ?? 12);
    const of = { meetingId, clusterId, indicatorKey: key, periodFrom: from, periodUntil: until };
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('ownCountAsk')
      .values({ ...of, dueOn, askedAt: now, isByItself: kind === 'system' })
      .onConflict((same) => same.columns(['meetingId', 'indicatorKey', 'dueOn']).doNothing())
      .executeTakeFirst();
    asked += Number(numInsertedOrUpdatedRows ?? 0);
  }
  return asked;
}

/** Writes one letter to everybody who counts for a practice that is missing; answers how many people that were. */
export async function writeToCounters(
  scope: SystemScope,
  { meetingId, clusterId }: Place,
  kind: 'own_count_asked' | 'own_count_reminder',
): Promise<number> {
  const { rows } = await sql<{ personId: string }>`
    select distinct w.person_id from own_count_ask a
    join counters_in(a.cluster_id) w on true
    join counted_of(a.own_count_ask_id) c on c.practice_id = w.practice_id and not c.has_counted
    where a.meeting_id = ${meetingId} and a.state = 'open' order by w.person_id`.execute(scope.db);
  const facts = { target: `/c/${clusterId}/own-counts` };
  for (const { personId } of rows)
    await writeMeetingLetter(scope, { kind, clusterId, meetingId, to: { personId }, facts });
  return rows.length;
}
