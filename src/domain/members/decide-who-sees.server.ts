import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/** Whether a practice's trainees and its staff may see its figures, once each of them is confirmed. */
export type WhoSees = { trainees: boolean; staff: boolean };

/** Decides whether trainees and staff see the practice's figures. A doctor who can see them decides it. */
export const decideWhoSees = command(
  { permission: 'practice.decide', event: 'practice.decided' },
  async (scope: ClusterScope, practiceId: string, { trainees, staff }: WhoSees) => {
    const { numUpdatedRows } = await scope.db
      .updateTable('practice')
      .set({ traineesSee: trainees, staffSee: staff })
      .where('practiceId', '=', practiceId)
      .where(sql<boolean>`practice_id in (select practice_id from practices_to_decide_for())`)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? done : refused('not_yours_to_decide');
  },
);
