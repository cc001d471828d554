import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { tellColleagues } from './tell-colleagues.server.ts';

/**
 * Lets a colleague of one's own practice see its figures, also one who was closed before. Only a doctor who can
 * see them already confirms, in the own name; all who decide for the practice are told.
 */
export const confirmColleague = command(
  { permission: 'practice.decide', event: 'figure_access.confirmed' },
  async (scope: ClusterScope, memberId: string) => {
    const found = await confirmerOf(scope, memberId);
    if (!found) return refused('no_such_colleague');
    const opened = { openedBy: 'colleague', confirmedBy: found.confirmedBy, openedAt: scope.now };
    await scope.db
      .insertInto('figureAccess')
      .values({ memberId, practiceId: found.practiceId, ...opened })
      .onConflict((earlier) => earlier.column('memberId').doUpdateSet({ ...opened, endedAt: null }))
      .execute();
    await tellColleagues(scope, memberId);
    return done;
  },
);

// The own membership in the practice of a colleague who waits; nothing for anybody else's colleague.
async function confirmerOf({ db, clusterId, personId }: ClusterScope, memberId: string) {
  return db
    .selectFrom('member as colleague')
    .innerJoin('member as own', 'own.practiceId', 'colleague.practiceId')
    .leftJoin('figureAccess as access', 'access.memberId', 'colleague.memberId')
    .select(['own.memberId as confirmedBy', 'own.practiceId'])
    .$narrowType<{ practiceId: string }>()
    .where('colleague.memberId', '=', memberId)
    .where('colleague.clusterId', '=', clusterId)
    .where('own.personId', '=', personId)
    .where('own.kind', '=', 'doctor')
    .where(sql<boolean>`own.practice_id in (select practice_id from practices_to_decide_for())`)
    .where(sql<boolean>`own.valid @> current_day() and colleague.valid @> current_day()`)
    .where('colleague.personId', '<>', personId)
    .where((is) => is.or([is('access.memberId', 'is', null), is('access.endedAt', 'is not', null)]))
    .executeTakeFirst();
}
