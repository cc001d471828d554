import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';

/** Takes a colleague out of the source from today on. The last one stays, or nobody could deliver. */
export const endColleague = command(
  { permission: 'source.staff', event: 'colleague.ended' },
  async ({ db, sourceId }: SourceScope, personId: string) => {
    const people = await db
      .selectFrom('sourcePerson')
      .select('personId')
      .where('sourceId', '=', sourceId)
      .where(sql<boolean>`valid @> current_day()`)
      .forUpdate()
      .execute();
    if (!people.some((person) => person.personId === personId)) return refused('not_there');
    if (people.length === 1) return refused('last_one');
    await db
      .updateTable('sourcePerson')
      .set({ valid: sql`daterange(lower(valid), current_day())` })
      .where('sourceId', '=', sourceId)
      .where('personId', '=', personId)
      .where(sql<boolean>`valid @> current_day()`)
      .execute();
    return done;
  },
);
