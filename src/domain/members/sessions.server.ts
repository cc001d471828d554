import { sql } from 'kysely';
import type { LinkScope, PersonScope } from '#platform/scope.server.ts';

export type OwnSession = {
  sessionId: string;
  device: string;
  startedAt: Date;
  expiresAt: Date;
  isThis: boolean;
};

/** The sessions by which the person is signed in now, newest first. */
export async function listOwnSessions({ db }: PersonScope): Promise<OwnSession[]> {
  const { rows } =
    await sql<OwnSession>`select session_id, device, started_at, expires_at, is_this from own_sessions()`.execute(
      db,
    );
  return rows;
}

export type LinkFound = {
  purpose: 'sign_in' | 'leave_address' | 'take_address';
  personName: string;
  target: string;
  newEmail: string | null;
};

/** What a link in a letter is for, while it can still be used. Looking uses nothing. */
export async function findLink({ db }: LinkScope, token: string): Promise<LinkFound | null> {
  const { rows } =
    await sql<LinkFound>`select person_name, purpose, target, new_email from person_of_link(${token})`.execute(
      db,
    );
  return rows[0] ?? null;
}

/** The person's own name, language and address, and the address that is on its way. */
export async function findOneself({ db, personId }: PersonScope) {
  return db
    .selectFrom('person as p')
    .leftJoin('personAddress as a', 'a.personId', 'p.personId')
    .leftJoin('addressChange as c', 'c.personId', 'p.personId')
    .select(['p.name', 'p.locale', 'a.email', 'c.email as newEmail', 'c.releasedAt'])
    .where('p.personId', '=', personId)
    .executeTakeFirstOrThrow();
}

export type OwnPlace = { kind: 'cluster' | 'source'; id: string; name: string };

/** Where the person belongs today: clusters by name, then data sources. */
export async function listOwnPlaces({ db }: PersonScope): Promise<OwnPlace[]> {
  const { rows } = await sql<OwnPlace>`
    select 'cluster' as kind, c.cluster_id as id, c.name from cluster c where c.cluster_id in (select cluster_id from own_clusters())
    union all
    select 'source', s.source_id, s.name from source s where s.source_id in (select source_id from own_sources())
    order by kind, name`.execute(db);
  return rows;
}
