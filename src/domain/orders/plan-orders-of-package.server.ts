import { randomUUID } from 'node:crypto';
import { nextCommand } from '#domain/access/next-command.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { listClusterSources } from '#domain/members/cluster-sources.server.ts';
import type { MeetingPackage } from '#domain/packages/package.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { daysOf } from './figure-order.ts';
import { planOrder } from './plan-order.server.ts';

/**
 * Plans the figures that a meeting's package asks for, from the source that serves the cluster when there is only
 * one. What practices count themselves is not ordered. Somebody who may not order figures plans none, and neither
 * does a package without figures.
 */
export async function planOrdersOfPackage(scope: ClusterScope, meetingId: string): Promise<void> {
  if (!scope.roles.includes('coordinator')) return;
  const meeting = await scope.db
    .selectFrom('meeting')
    .select(['package', 'heldOn'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  const asked = (meeting?.package as unknown as MeetingPackage | null)?.indicators ?? [];
  const delivered = (await listIndicators(scope)).filter(({ isOwnCount }) => !isOwnCount);
  const known = new Set(delivered.map(({ key }) => key));
  const indicators = asked.filter((key) => known.has(key));
  if (indicators.length === 0) return;
  const serving = (await listClusterSources(scope)).filter(({ isServing }) => isServing);
  const sourceId = serving.length === 1 ? serving[0]!.sourceId : null;
  const wish = { sourceId, indicators, remark: '', ...daysOf(meeting?.heldOn ?? null) };
  const planned = await planOrder(nextCommand(scope, 'figures'), randomUUID(), meetingId, wish);
  if (!planned.done) throw new Error(`figures that a package asks for are refused: ${planned.reason}`);
}
