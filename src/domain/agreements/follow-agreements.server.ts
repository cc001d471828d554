import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';

type Due = { agreementId: string; clusterId: string; meetingId: string; what: string; day: string };

/**
 * On the day on which an agreement is measured again everybody who can answer for a practice is told, once, and in one
 * letter of all that a meeting agreed; what was done by itself is noted. A day that was missed is made up for within a
 * month.
 */
export async function followAgreements(scope: SystemScope): Promise<void> {
  const due = await listDue(scope);
  for (const [meetingId, agreed] of Map.groupBy(due, (one) => one.meetingId)) {
    const { clusterId } = agreed[0]!;
    for (const personId of await listMembers(scope, clusterId)) await tell(scope, agreed, personId);
    for (const { agreementId, day } of agreed) {
      const facts = { agreement: agreementId, day };
      await tellOwnDoing(scope, { clusterId, meetingId, act: 'measured_again', facts });
      await settleMeasuring(scope, { meetingId, day });
    }
  }
}

// The plan of the meeting says about the day, the agreement the day itself.
async function settleMeasuring(
  { db, now }: SystemScope,
  { meetingId, day }: Pick<Due, 'meetingId' | 'day'>,
): Promise<void> {
  await sql`
    update deadline set state = 'done', settled_at = ${now}
    where meeting_id = ${meetingId} and act = 'measure_again' and state = 'open' and due_on <= ${day}::date + 31`.execute(
    db,
  );
}

async function listDue({ db }: SystemScope): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select a.agreement_id, a.cluster_id, a.meeting_id, a.what, d.day::text as day
    from agreement a cross join lateral (values (a.measured_again_on), (a.second_measure_on)) d (day)
    join meeting m on m.meeting_id = a.meeting_id and m.state = 'closed'
    where a.state = 'open' and d.day between current_day() - 30 and current_day()
      and not exists (select from own_doing o where o.cluster_id = a.cluster_id and o.act = 'measured_again'
        and o.facts ->> 'agreement' = a.agreement_id::text and o.facts ->> 'day' = d.day::text)
    order by a.made_at, a.agreement_id, d.day`.execute(db);
  return rows;
}

async function listMembers({ db }: SystemScope, clusterId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('member')
    .select('personId')
    .distinct()
    .where('clusterId', '=', clusterId)
    .where('kind', 'in', ['doctor', 'trainee', 'staff'])
    .where(sql<boolean>`valid @> current_day()`)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}

function tell(scope: SystemScope, agreed: readonly Due[], personId: string): Promise<void> {
  const [{ clusterId, meetingId, agreementId }, ...others] = agreed as [Due, ...Due[]];
  const page = `/c/${clusterId}/agreements`;
  const target = others.length > 0 ? page : `${page}/${agreementId}`;
  const lines = Object.fromEntries(others.slice(0, 3).map(({ what }, at) => [`line${at + 1}`, what]));
  const facts = { agreement: agreementId, ...lines, target };
  return writeMeetingLetter(scope, { kind: 'measured_again', clusterId, meetingId, to: { personId }, facts });
}
