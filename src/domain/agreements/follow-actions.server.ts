import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';

type Due = { resolutionId: string; clusterId: string; meetingId: string; personId: string };

const DAYS_AHEAD = 3;

/**
 * Reminds whoever took on an action of it once, three days before it is due, when its minutes are out. What is done by
 * then reminds nobody, and neither does what somebody without a membership took on.
 */
export async function followActions(scope: SystemScope): Promise<void> {
  const due = await listDue(scope);
  for (const { resolutionId, clusterId, meetingId, personId } of due)
    await writeMeetingLetter(scope, {
      kind: 'action_reminder',
      clusterId,
      meetingId,
      to: { personId },
      facts: { resolution: resolutionId },
    });
  for (const [meetingId, actions] of Map.groupBy(due, (one) => one.meetingId)) {
    const { clusterId } = actions[0]!;
    const facts = { people: String(new Set(actions.map(({ personId }) => personId)).size) };
    await tellOwnDoing(scope, { clusterId, meetingId, act: 'action_owners_reminded', facts });
  }
}

async function listDue({ db }: SystemScope): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select r.resolution_id, r.cluster_id, r.meeting_id, o.person_id
    from resolution r join meeting m on m.meeting_id = r.meeting_id and m.state = 'closed'
    join member o on o.member_id = r.owner_id and o.valid @> current_day()
    where r.kind = 'action' and r.done_at is null and r.due_on between current_day() and current_day() + ${DAYS_AHEAD}::int
      and not exists (select from letter l where l.kind = 'action_reminder' and l.meeting_id = r.meeting_id
        and l.facts ->> 'resolution' = r.resolution_id::text)
    order by r.meeting_id, r.resolution_id`.execute(db);
  return rows;
}
