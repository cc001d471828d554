import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Kind } from './membership.ts';
import type { Holding } from './role-holding.ts';

/** A member of today. `email` is null for whoever may not see addresses. */
export type Member = {
  memberId: string;
  personId: string;
  practiceId: string | null;
  name: string;
  kind: Kind;
  email: string | null;
  invitedAt: Date;
  isSelf: boolean;
};

/** The members of today by name. */
export async function listMembers({ db, clusterId, personId }: ClusterScope): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.member_id, m.person_id, m.practice_id, p.name, m.kind, a.email, m.invited_at, m.person_id = ${personId} as is_self
    from member m join person p using (person_id) left join person_address a using (person_id)
    where m.cluster_id = ${clusterId} and m.valid @> current_day()
    order by p.name collate "da-x-icu", m.member_id`.execute(db);
  return rows;
}

/** A member of today, or null. */
export async function findMember(scope: ClusterScope, memberId: string): Promise<Member | null> {
  return (await listMembers(scope)).find((member) => member.memberId === memberId) ?? null;
}

/** A practice of the cluster today, with its numbers. A number that is not confirmed is the coordinator's word. */
export type ListedPractice = {
  practiceId: string;
  name: string;
  since: string;
  numbers: { number: string; isConfirmed: boolean }[];
};

/** The practices of today by name. */
export async function listPractices({ db, clusterId }: ClusterScope): Promise<ListedPractice[]> {
  const { rows } = await sql<ListedPractice>`
    select p.practice_id, p.name, lower(c.valid)::text as since,
      coalesce((select json_agg(json_build_object('number', n.number, 'isConfirmed', n.confirmed_at is not null) order by n.number)
        from practice_number n where n.practice_id = p.practice_id and n.valid @> current_day()), '[]') as numbers
    from cluster_practice c join practice p using (practice_id)
    where c.cluster_id = ${clusterId} and c.valid @> current_day()
    order by p.name collate "da-x-icu", p.practice_id`.execute(db);
  return rows;
}

/** A practice of the cluster today, or null. */
export async function findPractice(scope: ClusterScope, practiceId: string): Promise<ListedPractice | null> {
  return (await listPractices(scope)).find((practice) => practice.practiceId === practiceId) ?? null;
}

/** The roles held today. */
export async function listHoldings({ db, clusterId }: ClusterScope): Promise<Holding[]> {
  const { rows } = await sql<Holding>`
    select role_holding_id, role, member_id, practice_id from role_holding
    where cluster_id = ${clusterId} and valid @> current_day()
    order by role, role_holding_id`.execute(db);
  return rows;
}
