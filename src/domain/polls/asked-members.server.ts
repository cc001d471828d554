import { sql } from 'kysely';
import type { ClusterScope, SystemScope } from '#platform/scope.server.ts';

/** A member who is asked to meetings: everybody of a clinic today, trainees and staff among them. */
export type AskedMember = {
  memberId: string;
  personId: string;
  practiceId: string;
  practiceName: string;
  /** Empty when nobody has told it. */
  practicePhone: string;
  name: string;
  kind: 'doctor' | 'trainee' | 'staff';
  /** Null for whoever may not see addresses. */
  email: string | null;
};

/** Those who are asked to the meetings of a cluster, by practice and name. Bought help and consultants are not. */
export async function listAsked(
  { db }: ClusterScope | SystemScope,
  clusterId: string,
): Promise<AskedMember[]> {
  const { rows } = await sql<AskedMember>`
    select m.member_id, m.person_id, m.practice_id, pr.name as practice_name, pr.phone as practice_phone, p.name, m.kind, a.email
    from member m join person p using (person_id) join practice pr on pr.practice_id = m.practice_id
    left join person_address a on a.person_id = m.person_id
    where m.cluster_id = ${clusterId} and m.valid @> current_day()
    order by pr.name collate "da-x-icu", m.practice_id, p.name collate "da-x-icu", m.member_id`.execute(db);
  return rows;
}

/** The persons behind members, each once: who belongs to two clinics gets one letter. */
export function personsOf(members: readonly { personId: string }[]): string[] {
  return [...new Set(members.map(({ personId }) => personId))];
}
