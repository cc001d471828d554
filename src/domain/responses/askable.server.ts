import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';

/** How many there are to be asked: doctors with those in training, and everybody of the clinics. */
export type AskablePeople = { doctors: number; everybody: number };

/** How many of the cluster can be asked today; whoever works in two clinics is one. */
export async function countAskable({ clusterId, db }: ClusterScope): Promise<AskablePeople> {
  const { rows } = await sql<AskablePeople>`
    select count(distinct person_id) filter (where kind in ('doctor', 'trainee'))::int as doctors, count(distinct person_id)::int as everybody
    from member where cluster_id = ${clusterId} and practice_id is not null and valid @> current_day()`.execute(
    db,
  );
  return rows[0]!;
}

/** A partner that can be asked, and how many of its people have an address to be asked at. */
export type AskablePartner = { partnerId: string; name: string; reachable: number };

/** The partners of the cluster with people that can be asked by mail, by name; none to those who do not arrange. */
export async function listAskablePartners({ db }: ClusterScope): Promise<AskablePartner[]> {
  const { rows } = await sql<AskablePartner>`
    select p.partner_id, p.name, count(q.partner_person_id)::int as reachable
    from partner p left join partner_person q on q.partner_id = p.partner_id and q.ended_at is null and q.email <> ''
    where p.ended_at is null group by p.partner_id, p.name order by p.name collate "da-x-icu", p.partner_id`.execute(
    db,
  );
  return rows;
}
