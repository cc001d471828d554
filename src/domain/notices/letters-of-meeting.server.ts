import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type FollowedLetter, kindIn, stateOf } from './letter-state.ts';

type Row = Omit<FollowedLetter, 'kind' | 'state' | 'reason'> & {
  kind: string;
  attempts: number;
  failure: string | null;
  recalledAt: Date | null;
  bouncedAt: Date | null;
};

/** The letters about a meeting, the newest first, for those who arrange it; nobody else sees any. */
export async function listLettersOfMeeting(
  { db }: ClusterScope,
  meetingId: string,
): Promise<FollowedLetter[]> {
  const { rows } = await sql<Row>`
    select l.letter_id, l.kind, coalesce(p.name, pp.name, mt.place) as receiver, l.person_id, m.member_id, l.guest_id, m.practice_id,
      coalesce(pr.name, pa.name, '') as practice_name, coalesce(nullif(pr.phone, ''), pp.phone, '') as phone, l.round_id,
      l.attempts, l.failure, l.recalled_at, l.bounced_at, l.written_at, l.due_at, l.sent_at
    from letter l
    join meeting mt on mt.meeting_id = l.meeting_id
    left join person p on p.person_id = l.person_id
    left join lateral (select w.member_id, w.practice_id from member w where w.person_id = l.person_id and w.cluster_id = l.cluster_id
      and w.valid @> current_day() order by w.practice_id is null, w.member_id limit 1) m on true
    left join practice pr on pr.practice_id = m.practice_id
    left join guest g on g.guest_id = l.guest_id
    left join partner_person pp on pp.partner_person_id = g.partner_person_id
    left join partner pa on pa.partner_id = pp.partner_id
    where l.meeting_id = ${meetingId}
    order by l.written_at desc, receiver, l.letter_id`.execute(db);
  return rows.flatMap(({ attempts, bouncedAt, failure, kind: written, recalledAt, ...row }) => {
    const kind = kindIn(written);
    const state = stateOf({ attempts, bouncedAt, failure, recalledAt, sentAt: row.sentAt });
    return kind ? [{ ...row, kind, state, reason: failure }] : [];
  });
}
