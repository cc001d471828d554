import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import {
  type Access,
  type AskingSource,
  accessStateOf,
  type Colleague,
  isDecider,
  type Look,
  type OwnDelivery,
  type OwnPractice,
  type PracticePage,
} from './figure-access.ts';

const MOST_LOOKS = 20;

/** The reader's practices in this cluster, by name, each with all that its page shows. */
export async function listPracticePages(scope: ClusterScope): Promise<PracticePage[]> {
  const practices = await listOwnPractices(scope);
  if (practices.length === 0) return [];
  const ids = practices.map(({ practiceId }) => practiceId);
  const colleagues = await listColleagues(scope, ids);
  const sources = await listAskingSources(scope, ids);
  const deliveries = await listOwnDeliveries(scope, ids);
  const looks = await listLooks(scope, ids);
  const of = <T extends { practiceId: string }>(practiceId: string, rows: readonly T[]) =>
    rows.filter((row) => row.practiceId === practiceId);
  return practices.map((practice) => ({
    ...practice,
    colleagues: of(practice.practiceId, colleagues),
    sources: of(practice.practiceId, sources),
    deliveries: of(practice.practiceId, deliveries),
    looks: of(practice.practiceId, looks),
  }));
}

/** The practices that the reader belongs to in this cluster today, by name. */
export async function listOwnPractices({ db, clusterId, personId }: ClusterScope): Promise<OwnPractice[]> {
  const { rows } = await sql<
    Access & { practiceId: string; memberId: string; name: string; keyMadeAt: Date | null }
  >`
    select m.practice_id, m.member_id, p.name, m.kind, p.trainees_see, p.staff_see, a.opened_at, a.ended_at, k.made_at as key_made_at
    from member m
    join practice p using (practice_id)
    left join figure_access a on a.member_id = m.member_id
    left join own_practice_keys() k on k.practice_id = m.practice_id
    where m.cluster_id = ${clusterId} and m.person_id = ${personId} and m.valid @> current_day()
    order by p.name, m.member_id`.execute(db);
  return rows.map(({ openedAt, endedAt, ...own }) => {
    const state = accessStateOf({ ...own, openedAt, endedAt });
    return { ...own, state, isDecider: isDecider({ kind: own.kind, state }) };
  });
}

/** The people of the practices whose figures the reader sees: those who see them too, and those who wait. */
export async function listColleagues(
  { db }: ClusterScope,
  practices: readonly string[],
): Promise<Colleague[]> {
  const { rows } = await sql<Omit<Colleague, 'state'> & Access>`
    select c.practice_id, c.member_id, c.name, c.kind, c.email, c.is_oneself, c.invited_at,
      c.opened_by, c.confirmed_by_name, c.opened_at, c.ended_at, p.trainees_see, p.staff_see
    from colleagues_of_own_practices() c join practice p using (practice_id)
    where c.practice_id = any (${practices}) order by c.name, c.member_id`.execute(db);
  return rows.map(({ traineesSee, staffSee, ...colleague }) => ({
    ...colleague,
    state: accessStateOf({ ...colleague, traineesSee, staffSee }),
  }));
}

/** Somebody of a practice that the reader decides for; null for anybody else. */
export async function findColleague(
  scope: ClusterScope,
  memberId: string,
): Promise<{ colleague: Colleague; practice: OwnPractice } | null> {
  const practices = (await listOwnPractices(scope)).filter((practice) => practice.isDecider);
  const ids = practices.map(({ practiceId }) => practiceId);
  const colleague = (await listColleagues(scope, ids)).find((one) => one.memberId === memberId);
  const practice = practices.find(({ practiceId }) => practiceId === colleague?.practiceId);
  return colleague && practice ? { colleague, practice } : null;
}

/** The sources that serve this cluster, and those that hold a yes, with the practices' answers; those that wait first. */
export async function listAskingSources(
  { db }: ClusterScope,
  practices: readonly string[],
): Promise<AskingSource[]> {
  const { rows } = await sql<AskingSource>`
    select practice_id, source_id, name, kind = 'coordinator' as is_of_cluster, is_serving,
      answer, answered_by_name, answered_at
    from sources_of_own_practices() where practice_id = any (${practices})
    order by answer is not null, name, source_id`.execute(db);
  return rows;
}

/** A source and what a practice that the reader decides for answered it; null for anybody else's. */
export async function findAskingSource(
  scope: ClusterScope,
  sourceId: string,
  practiceId: string,
): Promise<{ source: AskingSource; practice: OwnPractice } | null> {
  const practices = await listOwnPractices(scope);
  const practice = practices.find((own) => own.isDecider && own.practiceId === practiceId);
  const source = (await listAskingSources(scope, [practiceId])).find((one) => one.sourceId === sourceId);
  return source && practice ? { source, practice } : null;
}

async function listOwnDeliveries({ db }: ClusterScope, practices: readonly string[]): Promise<OwnDelivery[]> {
  const { rows } = await sql<OwnDelivery>`
    select practice_id, delivery_id, source_name, deliverer_name, state = 'withdrawn' as is_withdrawn,
      confirmed_at, indicators::int as indicators
    from deliveries_of_own_figures() where practice_id = any (${practices})
    order by confirmed_at desc, delivery_id`.execute(db);
  return rows;
}

// The newest of each practice. Who is no companion in this cluster any more has no name here.
async function listLooks({ db }: ClusterScope, practices: readonly string[]): Promise<Look[]> {
  const { rows } = await sql<Look>`
    select l.practice_id, l.figure_look_id, p.name, i.definition -> 'name' as indicator, l.looked_at
    from unnest(${practices}::uuid[]) practice
    cross join lateral (
      select practice_id, figure_look_id, member_id, indicator_key, looked_at from figure_look
      where practice_id = practice order by looked_at desc, figure_look_id limit ${MOST_LOOKS}
    ) l
    join indicator i using (indicator_key)
    left join member m on m.member_id = l.member_id
    left join person p on p.person_id = m.person_id
    order by l.looked_at desc, l.figure_look_id`.execute(db);
  return rows;
}
