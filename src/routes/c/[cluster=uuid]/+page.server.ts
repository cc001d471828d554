import { listDelivered } from '#domain/benchmarks/contributors.server.ts';
import { newestOfEach } from '#domain/benchmarks/newest.ts';
import { listSpreads } from '#domain/benchmarks/spreads.server.ts';
import { findHome } from '#domain/clusters/cluster-home.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { listMinutesToTake } from '#domain/meetings/minute-taker.server.ts';
import { listOpenOwnActions } from '#domain/meetings/own-actions.server.ts';
import { isServedByKnown } from '#domain/members/cluster-sources.server.ts';
import { countOwnAnswers, listAgreementsSoon, listMeetingsAhead } from '#domain/overview/home.server.ts';
import { isFor, threeOf } from '#domain/overview/thing.ts';
import { listThings } from '#domain/overview/things.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
  locals.inCluster(params.cluster, async (scope) => {
    const spreads = newestOfEach(await listSpreads(scope)).slice(0, 3);
    const names = new Map((await listIndicators(scope)).map((indicator) => [indicator.key, indicator]));
    const isCoordinator = scope.roles.includes('coordinator');
    const delivered = isCoordinator ? await listDelivered(scope) : [];
    const arranges = isCoordinator || scope.roles.includes('board') || scope.roles.includes('secretary');
    const things = arranges ? await listThings(scope, params.cluster) : [];
    return {
      isCoordinator,
      isMember: scope.roles.includes('member'),
      arranges,
      today: dayOf(scope.now),
      things: threeOf(things.filter((thing) => isFor(thing, scope.roles))),
      ...(await listMeetingsAhead(scope)),
      unanswered: await countOwnAnswers(scope),
      minutes: await listMinutesToTake(scope),
      ownActions: await listOpenOwnActions(scope),
      due: await listAgreementsSoon(scope),
      home: await findHome(scope),
      // Only such a source, or the operator, hands the practices the keys to their figures.
      mayGetKeys: !isCoordinator || (await isServedByKnown(scope)),
      recent: spreads.map((spread) => ({ spread, indicator: names.get(spread.indicatorKey)! })),
      unpublished: delivered.find((one) => !one.isUp && one.state !== 'waiting') ?? null,
    };
  });
