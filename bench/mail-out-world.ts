import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DatabaseUrls } from '#platform/settings.ts';
import type { Ground } from './ground.ts';

/** Somebody who was asked: the link in their mail, and which member they are. */
export type AskedMember = { token: string; memberId: string };
export type MailOut = { urls: DatabaseUrls; members: AskedMember[]; options: number };

export const CLUSTERS = 100;
const PRACTICES = 20;
const DOCTORS = 2;
const OPTIONS = 3;

/**
 * A database with 100 clusters of 20 practices and 40 doctors, each asked today about three days, and the link of
 * everybody's mail. The rows are put there as commands would leave them.
 */
export async function makeMailOut(ground: Ground, database = 'mail_out'): Promise<MailOut> {
  const urls = await ground.copy('klyngerum', database);
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  try {
    for (const step of WORLD) await owner.query(step);
    const members = await giveLinks(owner);
    await owner.query('analyze');
    return { urls, members, options: OPTIONS };
  } finally {
    await owner.end();
  }
}

const WORLD = [
  `insert into cluster (name, municipality_code, created_at)
   select 'Klynge ' || at, (select min(municipality_code) from municipality), now() from generate_series(1, ${CLUSTERS}) at`,
  `insert into practice (name, created_at)
   select 'Lægehus ' || at, now() from generate_series(1, ${CLUSTERS * PRACTICES}) at`,
  `insert into cluster_practice (cluster_id, practice_id, is_example, valid)
   select c.cluster_id, p.practice_id, false, daterange('2020-01-01', null)
   from (select cluster_id, row_number() over (order by cluster_id) - 1 as at from cluster) c
   join (select practice_id, row_number() over (order by practice_id) - 1 as at from practice) p on p.at / ${PRACTICES} = c.at`,
  `insert into person (name, created_at)
   select 'Læge ' || at, now() from generate_series(1, ${CLUSTERS * PRACTICES * DOCTORS}) at`,
  `insert into person_address (person_id, email) select person_id, person_id || '@klinik.example' from person`,
  `insert into member (cluster_id, person_id, practice_id, is_example, kind, valid, invited_at)
   select c.cluster_id, p.person_id, c.practice_id, false, 'doctor', daterange('2020-01-01', null), now()
   from (select cluster_id, practice_id, row_number() over (order by practice_id) - 1 as at from cluster_practice) c
   join (select person_id, row_number() over (order by person_id) - 1 as at from person) p on p.at / ${DOCTORS} = c.at`,
  `insert into meeting (cluster_id, kind, title, state, made_at)
   select cluster_id, 'cluster', 'Opioider ved kroniske smerter', 'polling', now() from cluster`,
  `insert into date_poll (cluster_id, meeting_id, opened_at, closes_on)
   select cluster_id, meeting_id, now(), current_date + 14 from meeting`,
  `insert into date_option (cluster_id, date_poll_id, held_on, starts_at, added_at)
   select cluster_id, date_poll_id, current_date + 40 + at, '17:00', now()
   from date_poll cross join generate_series(1, ${OPTIONS}) at`,
];

async function giveLinks(owner: pg.Client): Promise<AskedMember[]> {
  const { rows } = await owner.query<{ memberId: string; clusterId: string; meetingId: string }>(
    `select m.member_id as "memberId", m.cluster_id as "clusterId", meeting_id as "meetingId"
     from member m join meeting using (cluster_id) order by random()`,
  );
  const members = rows.map((row) => ({ ...row, token: randomBytes(32).toString('base64url') }));
  await owner.query(
    `insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, made_at, expires_at)
     select hash, cluster, 'member', member, meeting, now(), now() + interval '60 days'
     from unnest($1::bytea[], $2::uuid[], $3::uuid[], $4::uuid[]) as given (hash, cluster, member, meeting)`,
    [
      members.map(({ token }) => createHash('sha256').update(token).digest()),
      members.map(({ clusterId }) => clusterId),
      members.map(({ memberId }) => memberId),
      members.map(({ meetingId }) => meetingId),
    ],
  );
  return members.map(({ token, memberId }) => ({ token, memberId }));
}
