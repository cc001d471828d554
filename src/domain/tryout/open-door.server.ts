import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { LinkScope } from '#platform/scope.server.ts';
import { addressOf, DOOR_NAMES, type Door } from './door.ts';

type Found = { personId: string; clusterId: string | null; sourceId: string | null };

/**
 * Starts a session of 12 hours for the example person behind a door, with the token that is given. Answers the
 * cluster and source they belong to. Refused where the example world has not been made.
 */
export function openDoor(scope: LinkScope, door: Door, token: string) {
  return enter(scope, door, addressOf(DOOR_NAMES[door]), token);
}

const enter = command(
  { permission: 'session.start', event: 'session.started' },
  async (scope: LinkScope, _door: string, address: string, token: string) => {
    const { rows } = await sql<Found>`
      select person_id, cluster_id, source_id from example_person(${address})`.execute(scope.db);
    const found = rows[0];
    if (!found) return refused('no_example_world');
    await sql`select start_example_session(${found.personId}, ${token})`.execute(scope.db);
    return made({ clusterId: found.clusterId, sourceId: found.sourceId });
  },
);
