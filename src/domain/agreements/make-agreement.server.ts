import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { findIndicator } from '#domain/indicators/indicators.server.ts';
import { findMeetingToChange } from '#domain/meetings/meetings.server.ts';
import { daysBefore } from '#domain/orders/figure-order.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type AgreementRefusal, type AgreementWish, refusalOfSettling } from './agreement.ts';
import { findAgreement } from './agreements.server.ts';

/**
 * Writes down what a meeting agreed, until it is closed. When an indicator measures it, its figures are planned for
 * each day on which it is measured again, from the source that the cluster saw last.
 */
export const makeAgreement = command(
  { permission: 'agreement.make', event: 'agreement.made' },
  async (scope: ClusterScope, agreementId: string, meetingId: string, wish: AgreementWish) => {
    const refusal = (await refusalOfMeeting(scope, meetingId)) ?? (await refusalOfIndicator(scope, wish));
    if (refusal) return refused(refusal);
    const { clusterId, now } = scope;
    await scope.db
      .insertInto('agreement')
      .values({ clusterId, agreementId, meetingId, ...wish, madeAt: now })
      .execute();
    await planFigures(scope, meetingId, wish);
    return made({ agreementId });
  },
);

/** Takes an agreement out again, as long as its meeting is not closed. Figures that were planned for it go with it. */
export const takeOutAgreement = command(
  { permission: 'agreement.make', event: 'agreement.taken_out' },
  async (scope: ClusterScope, agreementId: string) => {
    const agreement = await findAgreement(scope, agreementId);
    if (!agreement) return refused('no_such_agreement');
    const refusal = await refusalOfMeeting(scope, agreement.meetingId);
    if (refusal) return refused(refusal);
    await scope.db.deleteFrom('agreement').where('agreementId', '=', agreementId).execute();
    await giveUpFigures(scope, agreement);
    return done;
  },
);

/** Says what became of an agreement. */
export const settleAgreement = command(
  { permission: 'agreement.make', event: 'agreement.settled' },
  async (
    scope: ClusterScope,
    agreementId: string,
    settled: { state: 'kept' | 'changed' | 'given_up'; outcome: string },
  ) => {
    const agreement = await findAgreement(scope, agreementId);
    if (!agreement) return refused('no_such_agreement');
    const refusal = refusalOfSettling(agreement, settled);
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('agreement')
      .set({ ...settled, settledAt: scope.now })
      .where('agreementId', '=', agreementId)
      .execute();
    return done;
  },
);

/** Opens a settled agreement again. */
export const reopenAgreement = command(
  { permission: 'agreement.make', event: 'agreement.changed' },
  async (scope: ClusterScope, agreementId: string) => {
    const { numUpdatedRows } = await scope.db
      .updateTable('agreement')
      .set({ state: 'open', settledAt: null })
      .where('agreementId', '=', agreementId)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? done : refused('no_such_agreement');
  },
);

async function refusalOfMeeting(scope: ClusterScope, meetingId: string): Promise<AgreementRefusal | null> {
  // Nobody closes it meanwhile: what a meeting is closed with stays.
  const meeting = await findMeetingToChange(scope, meetingId);
  if (!meeting || meeting.state === 'cancelled') return 'no_such_meeting';
  return meeting.state === 'closed' ? 'meeting_closed' : null;
}

async function refusalOfIndicator(
  scope: ClusterScope,
  { indicatorKey }: AgreementWish,
): Promise<AgreementRefusal | null> {
  return indicatorKey && !(await findIndicator(scope, indicatorKey)) ? 'unknown_indicator' : null;
}

async function planFigures(scope: ClusterScope, meetingId: string, wish: AgreementWish): Promise<void> {
  const { indicatorKey } = wish;
  // What practices count themselves they are asked for when its day comes.
  if (!indicatorKey || (await findIndicator(scope, indicatorKey))?.isOwnCount) return;
  const sourceId = await findLatestSource(scope, indicatorKey);
  for (const day of measuresOf(wish))
    await scope.db
      .insertInto('figureOrder')
      .values({
        clusterId: scope.clusterId,
        figureOrderId: randomUUID(),
        meetingId,
        sourceId,
        indicators: [indicatorKey],
        ...daysBefore(day),
      })
      .execute();
}

async function giveUpFigures(
  scope: ClusterScope,
  wish: AgreementWish & { meetingId: string },
): Promise<void> {
  if (!wish.indicatorKey) return;
  // Another agreement of the meeting may have planned the same figures for the same day; those stay.
  for (const day of measuresOf(wish))
    await sql`
      update figure_order set state = 'given_up' where figure_order_id = (
        select figure_order_id from figure_order
        where meeting_id = ${wish.meetingId} and state = 'planned' and wanted_on = ${day} and indicators = array[${wish.indicatorKey}]
        limit 1)`.execute(scope.db);
}

function measuresOf({ measuredAgainOn, secondMeasureOn }: AgreementWish): string[] {
  return [measuredAgainOn, secondMeasureOn].filter((day) => day !== null);
}

// The same source as before, since sources are never mixed.
async function findLatestSource({ db }: ClusterScope, indicatorKey: string): Promise<string | null> {
  const spread = await db
    .selectFrom('spread')
    .select('sourceId')
    .where('indicatorKey', '=', indicatorKey)
    .orderBy('periodUntil', 'desc')
    .orderBy('publishedAt', 'desc')
    .executeTakeFirst();
  return spread?.sourceId ?? null;
}
