import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { AgendaItem } from './agenda.ts';

/** The agenda of a meeting in its order, with the minutes that have been written. */
export async function listAgenda({ db }: Scope, meetingId: string): Promise<AgendaItem[]> {
  const { rows } = await sql<AgendaItem>`
    select a.agenda_item_id, a.title, a.kind, a.minutes, a.owner, a.owner_id, coalesce(p.name, a.owner) as owner_name, a.material, a.notes
    from agenda_item a left join member m on m.member_id = a.owner_id left join person p using (person_id)
    where a.meeting_id = ${meetingId} order by a.position, a.agenda_item_id`.execute(db);
  return rows;
}
