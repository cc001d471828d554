import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/** Uncovers the own practices' figures of an indicator, and leaves the look where the practice can read it. */
export const lookAtFigures = command(
  { permission: 'figure.look', event: 'figure.looked_at' },
  async (scope: ClusterScope, indicatorKey: string) => {
    const own = await scope.db
      .selectFrom('member')
      .innerJoin('figureAccess', (join) =>
        join.onRef('figureAccess.memberId', '=', 'member.memberId').on('figureAccess.endedAt', 'is', null),
      )
      .select(['member.memberId', 'figureAccess.practiceId'])
      .where('member.personId', '=', scope.personId)
      .where('figureAccess.practiceId', 'in', (q) =>
        q
          .selectFrom('latestMeasurement')
          .select('practiceId')
          .where('indicatorKey', '=', indicatorKey)
          .$castTo<{ practiceId: string }>(),
      )
      .execute();
    if (own.length === 0) return refused('nothing_to_see');
    const looks = own.map((line) => ({ ...line, indicatorKey, lookedAt: scope.now }));
    await scope.db.insertInto('figureLook').values(looks).execute();
    return done;
  },
);
